import { columnOf, ROUNDS, TOTALS } from './draw-figures.ts';
import type { DrawTable } from './draw-table.ts';
import type { DrawnWeb } from './drawn-web.ts';
import type { Uncertainty } from './uncertainty-schema.ts';

/**
 * Totals, rounds and firms over all draws.
 *
 * @param point  the figures of the web as its records stand
 */
export const figuresOfDraws = (
  { compiled, web }: DrawnWeb,
  table: DrawTable,
  point: Float64Array,
): Pick<Uncertainty, 'totals' | 'rounds' | 'firms'> => {
  const spreadAt = (at: number) => table.spread(at, point[at]!);
  const numbersAt = (at: number) => spreadAt(at)!;
  const totals = Object.fromEntries(
    TOTALS.map((figure) => [figure, spreadAt(columnOf.total(figure))]),
  ) as Uncertainty['totals'];
  return {
    totals,
    rounds: Array.from({ length: ROUNDS }, (_, at) => ({
      round: at + 1,
      lossUsd: numbersAt(columnOf.round(at + 1)),
    })),
    firms: web.firms.map((id, i) => {
      const failed = table.column(columnOf.firm(i, 'failed'));
      const failure = failed.reduce((sum, one) => sum + one, 0) / table.draws;
      return {
        id,
        valueKnown: !Number.isNaN(compiled.web.valueUsd[i]!),
        lossUsd: numbersAt(columnOf.firm(i, 'lossUsd')),
        lossFraction:
          compiled.web.startValueUsd[i]! > 0 ? spreadAt(columnOf.firm(i, 'lossFraction')) : null,
        activity: numbersAt(columnOf.firm(i, 'activity')),
        gapUsd: numbersAt(columnOf.firm(i, 'gapUsd')),
        failure,
        failureError: Math.sqrt((failure * (1 - failure)) / table.draws),
        failsAsRecorded: point[columnOf.firm(i, 'failed')] === 1,
      };
    }),
  };
};
