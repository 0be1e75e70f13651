import { type LongWork, workThrough } from '../../base/long-work.ts';
import type { InputRef } from '../../models/chained-boats/inputs/input-ref.ts';
import type { ChangedRun } from './changed-run.ts';
import type { InputRange } from './ranges.ts';
import type { Bar, BarEnd, Control } from './sensitivity-schema.ts';

/** What of a scenario sets an input to a value; null where a scenario can't say it. */
const controlOf = (input: InputRef, value: number | string): Control | null => {
  if (input.kind === 'parameter') {
    return { kind: 'parameter', parameter: input.parameter, value };
  }
  if (input.kind === 'weight') {
    return { kind: 'weight', status: input.status, value: Number(value) };
  }
  return null;
};

const swingUsd = (totalUsd: number, ends: readonly BarEnd[]): number => {
  const known = ends.flatMap((end) => end.totalUsd ?? []);
  return Math.max(totalUsd, ...known) - Math.min(totalUsd, ...known);
};

/**
 * The target at the low and at the high end of every range, each solved again from the records on, all
 * else as in the run: exact, with every kink and failure on the way. Widest swing first.
 *
 * @param totalUsd  the target in the run itself
 */
export const tornadoOf = async (
  ranges: readonly InputRange[],
  totalUsd: number,
  changed: ChangedRun,
  follow: LongWork = {},
): Promise<{ readonly bars: readonly Bar[]; readonly complete: boolean }> => {
  const bars: Bar[] = [];
  const { complete } = await workThrough(
    ranges.length,
    (index) => {
      const { input, value, unit, low, high, range } = ranges[index]!;
      const endAt = (at: number | string): BarEnd => ({
        value: at,
        ...(at === value ? { totalUsd, why: null } : changed(input, at)),
        control: controlOf(input, at),
      });
      const [lowEnd, highEnd] = [endAt(low), endAt(high)];
      const swing = swingUsd(totalUsd, [lowEnd, highEnd]);
      bars.push({ input, value, unit, low: lowEnd, high: highEnd, swingUsd: swing, range });
    },
    follow,
  );
  return { bars: bars.sort((a, b) => b.swingUsd - a.swingUsd), complete };
};
