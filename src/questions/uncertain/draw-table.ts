import { batchStart, type DrawPlan } from './draw-plan.ts';
import { LEVELS, quantileOf } from './quantiles.ts';
import type { Spread } from './uncertainty-schema.ts';

/** The figures of all draws that count, in the order of the plan. */
export interface DrawTable {
  readonly draws: number;
  /** Of those, the ones before the end of batch 0, 1, … */
  readonly batchEnds: readonly number[];
  /** All draws of a figure. */
  readonly column: (at: number) => Float64Array;
  /** What a figure is over all draws; null where some draw has none (NaN). */
  readonly spread: (at: number, point: number) => Spread | null;
}

export const quantilesOf = (numbers: Float64Array): number[] => {
  const sorted = numbers.slice().sort();
  return LEVELS.map((level) => quantileOf(sorted, level));
};

const meanOf = (numbers: Float64Array): number => {
  let sum = 0;
  for (let at = 0; at < numbers.length; at++) sum += numbers[at]!;
  return sum / numbers.length;
};

/**
 * @param columns  all draws of the plan, figure by figure
 * @param counted  1 where a draw was made and its limit reached
 */
export const drawTable = (
  plan: DrawPlan,
  columns: Float64Array,
  counted: Uint8Array,
): DrawTable => {
  const kept = Int32Array.from([...counted.keys()].filter((draw) => counted[draw]));
  const column = (at: number): Float64Array => {
    const all = columns.subarray(at * plan.draws, (at + 1) * plan.draws);
    return kept.length === plan.draws ? all : all.filter((_, draw) => counted[draw]);
  };
  return {
    draws: kept.length,
    batchEnds: Array.from({ length: plan.batches }, (_, batch) => {
      const end = batchStart(plan, batch + 1);
      return kept.reduce((sum, draw) => sum + (draw < end ? 1 : 0), 0);
    }),
    column,
    spread: (at, point) => {
      const numbers = column(at);
      if (numbers.some(Number.isNaN) || Number.isNaN(point)) return null;
      return { point, mean: meanOf(numbers), quantiles: quantilesOf(numbers) };
    },
  };
};

/** Quantiles after more and more batches, and what independent batches say of their errors. */
export const convergenceOf = ({ batchEnds, column }: DrawTable, at: number) => {
  const numbers = column(at);
  const starts = [0, ...batchEnds];
  const batches = batchEnds.map((end, batch) => numbers.subarray(starts[batch], end));
  const convergence = [...new Set(batchEnds)]
    .filter((end) => end > 0)
    .map((end) => ({ draws: end, grossLossUsd: quantilesOf(numbers.subarray(0, end)) }));
  const full = batches.filter(({ length }) => length > 0).map(quantilesOf);
  const standardErrors =
    full.length < 2
      ? null
      : LEVELS.map((_, level) => {
          const of = Float64Array.from(full, (quantiles) => quantiles[level]!);
          const mean = meanOf(of);
          const variance = meanOf(of.map((x) => (x - mean) ** 2));
          return Math.sqrt(variance / (full.length - 1));
        });
  return { convergence, standardErrors };
};
