import { ScenarioError } from '../../base/errors.ts';
import { meantHint, nearestIds } from '../../base/nearest.ts';
import type { Cascade } from '../../models/cascade.ts';
import { bestChains } from './best-chains.ts';
import type { FirePaths } from './fire-paths-schema.ts';
import { hopsOf } from './hops.ts';
import { type Sources, sourcesOf } from './sources.ts';
import { type Mass, stepBack, sumOf } from './trace.ts';

export interface SplitByHops {
  /** Dollars of chains of h hops, h = 0..maxHops; a chain may come back to a firm. */
  readonly usdByHops: readonly number[];
  /** Dollars whose chains are longer than `maxHops`. */
  readonly longerUsd: number;
  /** Dollars that reach a firm without a ledger within `maxHops`. */
  readonly untracedUsd: number;
}

/** A firm's whole loss by the length of the chains it came along: all firms followed back at once. */
export const splitByHops = (sources: Sources, firm: string, maxHops: number): SplitByHops => {
  const usdByHops = new Array<number>(maxHops + 1).fill(0);
  let untracedUsd = 0;
  let longerUsd = 0;
  let here = new Map<string, Mass>([[firm, sources.get(firm)!.usdInRound]]);
  for (let hops = 0; hops <= maxHops; hops++) {
    const next = new Map<string, Mass>();
    for (const [at, mass] of here) {
      const step = stepBack(sources, at, mass);
      usdByHops[hops]! += step.sparkUsd;
      untracedUsd += step.untracedUsd;
      for (const [origin, coming] of step.before) {
        if (hops === maxHops) {
          longerUsd += coming.sparkUsd + coming.untracedUsd + sumOf(coming.mass);
          continue;
        }
        usdByHops[hops + 1]! += coming.sparkUsd;
        untracedUsd += coming.untracedUsd;
        const sum = next.get(origin);
        if (sum === undefined) next.set(origin, coming.mass);
        else {
          for (let round = 1; round < sum.length; round++) sum[round]! += coming.mass[round]!;
        }
      }
    }
    here = next;
  }
  return { usdByHops, longerUsd, untracedUsd };
};

export interface FirePathOptions {
  /** How many paths to list, 1 to 100; default 5. */
  readonly count?: number | undefined;
  /** Most steps from spark to firm, 0 to 20; default 6. */
  readonly maxHops?: number | undefined;
}

const within = (value: number, [least, most]: readonly [number, number], where: string): number => {
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  const expected = `a whole number from ${least} to ${most}`;
  throw new ScenarioError({ where, found: String(value), expected });
};

const checkFirm = ({ firms }: Cascade, firm: string): void => {
  const ids = firms.map(({ id }) => id);
  if (ids.includes(firm)) return;
  const hint = meantHint(nearestIds(firm, ids));
  throw new ScenarioError({
    where: 'fire paths, firm',
    found: JSON.stringify(firm),
    expected: 'a firm of the cascade',
    ...(hint === undefined ? {} : { hint }),
  });
};

/**
 * The fire paths of one firm: chains of firms from where the shock hit to the firm, with the dollars of
 * its loss that came along each. Every ledger line is traced back through the ledger of the firm that
 * it names (the rule stands at `sourcesOf`), what limited liability absorbed taken off in proportion.
 *
 *   lossUsd = sum of listed paths + othersUsd + longerUsd + untracedUsd
 *
 * to 1e-9 of the loss. Each part is found on its own; none is a difference from the total but
 * `othersUsd`, which is all chains of at most `maxHops` steps less those listed.
 *
 * @param cascade  a document of `simulate`
 * @param firm     id of the firm that loses
 * @returns a fire paths document, dollars of value; no paths where the firm loses nothing
 * @throws ScenarioError for a firm that the cascade hasn't, a count or a number of hops out of range
 */
export const firePaths = (
  cascade: Cascade,
  firm: string,
  { count = 5, maxHops = 6 }: FirePathOptions = {},
): FirePaths => {
  within(count, [1, 100], 'fire paths, count');
  within(maxHops, [0, 20], 'fire paths, hops');
  checkFirm(cascade, firm);
  const { firms, rounds, receipt } = cascade;
  const { lossUsd } = firms.find(({ id }) => id === firm)!;
  const sources = sourcesOf({ firms, rounds, shocks: receipt.scenario.shocks });
  const split = splitByHops(sources, firm, maxHops);
  const paths = bestChains(sources, firm, count, maxHops).map((chain) => ({
    firms: [...chain.firms],
    usd: chain.usd,
    share: chain.usd / lossUsd,
    hops: hopsOf(sources, chain.firms).map((hop) =>
      hop.map(({ cause, deal, usd }) => ({ cause, ...(deal === undefined ? {} : { deal }), usd })),
    ),
  }));
  const listedUsd = paths.reduce((sum, { usd }) => sum + usd, 0);
  const tracedUsd = split.usdByHops.reduce((sum, usd) => sum + usd, 0);
  const { longerUsd, untracedUsd, usdByHops } = split;
  return {
    version: 1,
    receipt,
    firm,
    lossUsd,
    maxHops,
    paths,
    othersUsd: Math.max(0, tracedUsd - listedUsd),
    longerUsd,
    untracedUsd,
    usdByHops: [...usdByHops],
  };
};
