import type { Draw } from './chart.ts';

/** Makes a drawing function, or gives the last one again while its data are the same. */
export type KeptDraw = (data: readonly unknown[], make: () => Draw) => Draw;

/** One chart of a view: it is drawn anew only when what it shows has changed. */
export const keptDraw = (): KeptDraw => {
  let kept: { readonly data: readonly unknown[]; readonly draw: Draw } | null = null;
  return (data, make) => {
    if (kept === null || data.some((part, at) => part !== kept?.data[at])) {
      kept = { data, draw: make() };
    }
    return kept.draw;
  };
};
