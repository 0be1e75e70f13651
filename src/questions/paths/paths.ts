import { tenDigits } from '../../base/agreed-digits.ts';
import { ScenarioError } from '../../base/errors.ts';
import { findById } from '../../base/find-by-id.ts';
import type { Network } from '../../data/graph.ts';
import type { DealKind } from '../../data/schema.ts';
import { LAYERS } from '../../measures/dollar-graph.ts';
import { findFirm } from '../../scenario/find.ts';
import { originOf, shortHash } from '../../scenario/receipt.ts';
import { type Hop, hopGraph } from './hop-graph.ts';
import { type Chain, PATH_MEASURES, type PathMeasure, type Paths } from './paths-schema.ts';
import { shortestChains } from './shortest-chains.ts';

export interface PathsOptions {
  /** Firms at the two ends: id, ticker or name. */
  readonly from: string;
  readonly to: string;
  /** Fewest hops (by default), or most dollars. */
  readonly by?: PathMeasure;
  /** Only from who owns, orders or lends to whom; by default a deal leads either way. */
  readonly directed?: boolean;
  /** Kinds of deals that count; all three by default. */
  readonly kinds?: readonly DealKind[];
  /** Most chains to list, at least 1; 1,000 by default. All that tie are counted. */
  readonly limit?: number;
}

const LIMIT = 1000;

const kindsOf = (kinds: readonly string[] | undefined): readonly DealKind[] => {
  if (kinds === undefined) return LAYERS;
  if (kinds.length === 0) {
    throw new ScenarioError({ where: 'kinds', found: 'none', expected: 'at least one' });
  }
  const known = LAYERS.map((id) => ({ id }));
  return [...new Set(kinds)].map((id) => findById(known, id, 'kinds').id);
};

const wholeLimit = (limit: number): number => {
  if (Number.isInteger(limit) && limit >= 1) return limit;
  throw new ScenarioError({
    where: 'limit',
    found: String(limit),
    expected: 'a whole number from 1',
  });
};

/** The same order however the network lists its firms and deals. */
const mostFirst = (one: Hop, other: Hop): number =>
  (other.usd ?? -1) - (one.usd ?? -1) || (one.deals[0]!.id < other.deals[0]!.id ? -1 : 1);

const chainOf = (ids: readonly string[], from: number, hops: readonly Hop[]): Chain => {
  let at = from;
  const rows = hops.map(({ tail, head }) => {
    at = at === tail ? head : tail;
    return at;
  });
  const firms = [from, ...rows].map((row) => ids[row]!);
  const usd = hops.flatMap((hop) => (hop.usd === null ? [] : [hop.usd]));
  const isKnown = usd.length === hops.length;
  return {
    firms,
    strengthUsd: isKnown ? 1 / usd.reduce((sum, own) => sum + 1 / own, 0) : null,
    leastUsd: isKnown ? Math.min(...usd) : null,
    hops: hops.map((hop, step) => ({
      from: firms[step]!,
      to: firms[step + 1]!,
      usd: hop.usd,
      deals: [...hop.deals],
    })),
  };
};

/**
 * The shortest chains of deals between two firms, all that tie.
 *
 * By hops: the fewest firms between; a deal counts whether or not its dollars are known. By strength: a
 * hop is 1 / dollars long, as for betweenness and closeness, so a chain is as strong as
 *
 *   1 / (sum over its hops of 1 / dollars),
 *
 * a single hop as strong as its dollars: parallel deals add up, deals in a row weaken like conductors.
 * Dollars are those of `dealWeight` (orders a mean year, stakes and loans whole, at face); hops without
 * known dollars are no way by strength, and named in `leftOut`. Cancelled deals never count.
 *
 * @throws ScenarioError for unknown firms or kinds, or one firm at both ends
 */
export const paths = (network: Network, options: PathsOptions): Paths => {
  const { by = 'hops', directed = false, limit = LIMIT } = options;
  findById(
    PATH_MEASURES.map((id) => ({ id })),
    by,
    'by',
  );
  const from = findFirm(network, options.from, 'from');
  const to = findFirm(network, options.to, 'to');
  if (from === to) {
    throw new ScenarioError({
      where: 'to',
      found: `${JSON.stringify(to)}, the firm that the chains start from`,
      expected: 'another firm',
      hint: 'Chains that come back to a firm are loops: see the command loops.',
    });
  }
  const kinds = kindsOf(options.kinds);
  const { ids, hops, leftOut } = hopGraph(network, kinds, directed, by === 'strength');
  const steps = hops
    .map((hop) => ({ ...hop, length: by === 'hops' ? 1 : 1 / hop.usd! }))
    .sort(mostFirst);
  const start = ids.indexOf(from);
  const ends = { from: start, to: ids.indexOf(to), directed, limit: wholeLimit(limit) };
  const { count, chains } = shortestChains(ids.length, steps, ends);
  const listed = chains.map((chain) => chainOf(ids, start, chain));
  return {
    version: 1,
    receipt: {
      ...originOf(network),
      from,
      to,
      by,
      directed,
      kinds: [...kinds],
      limit,
      resultHash: shortHash({
        count,
        chains: listed.map(({ firms, hops: own }) => [
          firms,
          own.map(({ usd, deals }) => [tenDigits(usd), deals.map(({ id }) => id)]),
        ]),
      }),
    },
    count,
    chains: listed,
    leftOut: [...leftOut],
  };
};
