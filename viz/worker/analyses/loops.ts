import type { LongWork } from '../../../src/base/long-work.ts';
import { type CircularityOptions, circularity } from '../../../src/questions/loops/circularity.ts';
import type { Circularity } from '../../../src/questions/loops/circularity-document.ts';
import { besideRandomWebs } from '../../../src/questions/loops/null-indices.ts';
import type { Subject } from '../analyses.ts';

interface LoopsQuestion extends CircularityOptions {
  /** Random webs to compare with; 0: none. */
  readonly webs: number;
}

/** Loops, and how circular the web is, beside random webs where asked for. */
export const analyse = (
  { network }: Subject,
  { webs, ...options }: LoopsQuestion,
  follow: LongWork,
): Circularity | Promise<Circularity> => {
  const document = circularity(network, options);
  return webs === 0 ? document : besideRandomWebs(network, document, { webs, ...follow });
};
