import type { Network } from '../../data/graph.ts';
import type { Shortfall } from './systemic-schema.ts';

/**
 * What a firm would lack after a crisis to hold a share k of all it has as its own capital:
 *
 *   shortfall = k debt - (1 - k) value (1 - loss)
 *
 * Below 0 it has capital to spare. Null where debt, value or loss is unknown. Banks are held to some 8 %
 * by rule; for other firms k is a yardstick and no rule, so read the order and not the level.
 *
 * @param prudentialShare  k, 0..1
 *
 * Brownlees and Engle, SRISK: a conditional capital shortfall measure of systemic risk, Review of
 * Financial Studies 30 (2017); their LRMES is here the model's loss in the crisis.
 */
export const shortfallUsd = (
  prudentialShare: number,
  debtUsd: number | null,
  valueUsd: number | null,
  lossFraction: number | null,
): number | null =>
  debtUsd === null || valueUsd === null || lossFraction === null
    ? null
    : prudentialShare * debtUsd - (1 - prudentialShare) * valueUsd * (1 - lossFraction);

/** The shortfall of every firm but those that stand for many, largest first, unknown last. */
export const shortfalls = (
  network: Network,
  lossFractions: ReadonlyMap<string, number | null>,
  prudentialShare: number,
): Shortfall[] =>
  network
    .filterNodes((_, { aggregate }) => aggregate !== true)
    .map((id): Shortfall => {
      const firm = network.getNodeAttributes(id);
      const [valueUsd, debtUsd] = [firm.valueUsd ?? null, firm.debtUsd ?? null];
      const lossFraction = lossFractions.get(id) ?? null;
      const short = shortfallUsd(prudentialShare, debtUsd, valueUsd, lossFraction);
      return { id, valueUsd, debtUsd, lossFraction, shortfallUsd: short };
    })
    .sort(
      (one, other) =>
        (other.shortfallUsd ?? Number.NEGATIVE_INFINITY) -
          (one.shortfallUsd ?? Number.NEGATIVE_INFINITY) || (one.id < other.id ? -1 : 1),
    );
