import { EVIDENCE } from '../../data/evidence.ts';
import type { Assumption } from '../../models/chained-boats/inputs/assumptions.ts';
import type { EvidenceShares, Slope } from './sensitivity-schema.ts';

const BINDING: ReadonlySet<string> = new Set(['closed', 'signed']);

/**
 * Figures that stand for themselves. Left out: the size of a shock (that is the question), the share
 * of one deal and the slider of all shares (the weights of statuses say the same).
 */
const stands = ({ input }: Slope): boolean => {
  if (input.kind === 'shock') return false;
  if (input.kind === 'deal') return input.field !== 'paidShare';
  if (input.kind === 'weight') return !BINDING.has(input.status);
  return input.kind !== 'parameter' || input.parameter !== 'nonBinding';
};

const swayUsd = ({ value, slopeBelow, slopeAbove }: Slope): number =>
  Math.abs(value) * Math.max(Math.abs(slopeBelow ?? 0), Math.abs(slopeAbove ?? 0));

const sum = (slopes: readonly Slope[], usd: (slope: Slope) => number): number =>
  slopes.reduce((total, slope) => total + usd(slope), 0);

/**
 * What of a total rests on filed, announced, reported, estimated and assumed figures.
 *
 * `share` counts sway: |slope x figure|, what the total moves, to first order, when the figure is off
 * by a given per cent, added up over the figures of a class, over that of all. `eulerUsd` counts
 * dollars: the total is homogeneous in all money (every figure in dollars x k gives the total x k), so
 * by Euler's theorem slope x figure over all dollar figures sums to the total, with signs.
 *
 * @param assumptions  of the run's derivation: which deals nobody put dollars on
 * @returns null where slopes are unknown, or nothing moves the total
 */
export const evidenceShares = (
  slopes: readonly Slope[],
  totalUsd: number,
  assumptions: readonly Assumption[],
): EvidenceShares | null => {
  const counted = slopes.filter(stands);
  const all = sum(counted, swayUsd);
  if (!(all > 0)) return null;
  const shares = EVIDENCE.map((evidence) => {
    const known = counted.filter((one) => one.evidence === evidence && !one.kink);
    const dollars = known.filter(({ unit }) => unit.startsWith('USD'));
    return {
      evidence,
      share: sum(known, swayUsd) / all,
      figures: known.filter((slope) => swayUsd(slope) > 0).length,
      eulerUsd: sum(dollars, ({ slope, value }) => (slope ?? 0) * value),
    };
  });
  return {
    shares,
    remainderShare:
      sum(
        counted.filter(({ kink }) => kink),
        swayUsd,
      ) / all,
    unknownDeals: assumptions
      .filter(({ kind }) => kind === 'order-unknown' || kind === 'stake-unknown')
      .map(({ record }) => record),
    eulerRemainderUsd: totalUsd - shares.reduce((total, { eulerUsd }) => total + eulerUsd, 0),
  };
};
