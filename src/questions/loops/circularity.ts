import { tenDigits } from '../../base/agreed-digits.ts';
import { ScenarioError } from '../../base/errors.ts';
import type { Network } from '../../data/graph.ts';
import { yearOf } from '../../data/order-term.ts';
import { type Entry, toCsr, type WeightedGraph } from '../../measures/dollar-graph.ts';
import { trophicIncoherenceOf } from '../../measures/trophic.ts';
import { maxFlow } from '../../numerics/flow/max-flow.ts';
import { originOf, shortHash } from '../../scenario/receipt.ts';
import { balancedFlowOf } from './balanced-flow.ts';
import type { PaymentBasis } from './bases.ts';
import type { Circularity, CircularLoop } from './circularity-document.ts';
import { findLoops, type Loop } from './find-loops.ts';
import { finnOf } from './finn.ts';
import { maxCirculationOf } from './max-circulation.ts';
import { type Payment, paymentsOf } from './payments.ts';
import { INDEX_IDS, INDICES, reciprocityOf } from './web-indices.ts';

/** No order of any record runs longer. */
const LONGEST_YEARS = 30;

/** How circular the payments of each calendar year are, by themselves; years without any are left out. */
const yearsOf = (network: Network, basis: PaymentBasis): Circularity['years'] => {
  const deals = network.mapEdges((_, deal) => deal);
  const first = deals.reduce(
    (year, { announcedOn }) =>
      Math.min(year, announcedOn === undefined ? year : yearOf(announcedOn)),
    yearOf(network.getAttribute('asOf')),
  );
  const years = Array.from({ length: LONGEST_YEARS }, (_, at) => first + at);
  return years.flatMap((year) => {
    const entries = paymentsOf(network, basis, year).flatMap(({ payer, payee, usd }): Entry[] =>
      usd === null ? [] : [[payer, payee, usd]],
    );
    if (entries.length === 0) return [];
    const graph = toCsr(network.order, entries);
    return [
      {
        year,
        grossUsd: graph.weight.reduce((sum, usd) => sum + usd, 0),
        circularShare: balancedFlowOf(graph).index,
        maxCirculationUsd: maxCirculationOf(graph).usd,
        finnIndex: finnOf(graph).index,
        reciprocity: reciprocityOf(graph),
      },
    ];
  });
};

/** What of a firm's sales can be its own capital coming back. */
export interface RoundTrip {
  /** Known dollars of orders that others place with it. */
  readonly soldUsd: number;
  /** Known dollars that it puts into others, equity and debt. */
  readonly investedUsd: number;
  /** The most that can run from the one to the other. */
  readonly boundUsd: number;
}

/**
 * The round-trip bound of a firm: the maximum flow from what it invests (equity, debt) over all payments
 * of others back to the orders placed with it. `soldUsd` less the bound is revenue that it can't have
 * paid for itself. A bound on what is possible: that the same dollars came back is not shown. Bounds of
 * two firms may use the same payment, so they don't add up.
 *
 * Dollars between the same two firms count once a direction; payments of unknown dollars count nothing.
 */
export const roundTripOf = (
  payments: readonly Payment[],
  size: number,
  firm: number,
): RoundTrip => {
  const [source, sink] = [size, size + 1];
  const arcs = payments.flatMap(({ payer, payee, layer, usd }) => {
    if (usd === null) return [];
    if (payer === firm) return layer === 'order' ? [] : [{ tail: source, head: payee, usd }];
    if (payee === firm) return layer === 'order' ? [{ tail: payer, head: sink, usd }] : [];
    return [{ tail: payer, head: payee, usd }];
  });
  const sum = (node: 'tail' | 'head', end: number): number =>
    arcs.reduce((total, arc) => (arc[node] === end ? total + arc.usd : total), 0);
  const { value } = maxFlow(
    {
      size: size + 2,
      tail: Int32Array.from(arcs, ({ tail }) => tail),
      head: Int32Array.from(arcs, ({ head }) => head),
      capacity: Float64Array.from(arcs, ({ usd }) => usd),
    },
    source,
    sink,
  );
  return { soldUsd: sum('head', sink), investedUsd: sum('tail', source), boundUsd: value };
};

export interface CircularityOptions {
  /** All announced dollars (default), or those that are signed and must be paid. */
  readonly basis?: PaymentBasis;
  /** Most payments in a loop, 2..8; 5 by default. */
  readonly hops?: number;
  /** Only what falls in that calendar year; whole deals by default. */
  readonly year?: number;
}

const DEFAULT_HOPS = 5;

const checkHops = (hops: number): void => {
  if (Number.isInteger(hops) && hops >= 2 && hops <= 8) return;
  throw new ScenarioError({
    where: 'hops',
    found: String(hops),
    expected: 'a whole number, 2 to 8',
  });
};

/** Dollars of a hop: what is known of its deals; null where nothing is. */
const hopUsd = (dollars: readonly (number | null)[]): number | null => {
  const known = dollars.filter((usd) => usd !== null);
  return known.length === 0 ? null : known.reduce((sum, usd) => sum + usd, 0);
};

/** What can go all the way round: the least of the hops, null where one is unknown. */
const least = (hops: readonly (number | null)[]): number | null =>
  hops.includes(null) ? null : Math.min(...(hops as number[]));

/** A loop by its ids, with what of it must be paid whatever happens. */
const shownLoop = (
  network: Network,
  ids: readonly string[],
  binding: ReadonlyMap<string, number | null>,
  loop: Loop,
): CircularLoop => ({
  usd: loop.usd,
  bindingUsd: least(
    loop.hops.map((hop) =>
      hopUsd(hop.map(({ deal }) => binding.get(deal) ?? (binding.has(deal) ? null : 0))),
    ),
  ),
  firms: loop.firms.map((row) => ids[row]!),
  hops: loop.hops.map((hop) =>
    hop.map(({ deal, layer, usd }) => {
      const { status, sources = [] } = network.getEdgeAttributes(deal);
      return { id: deal, kind: layer, status, usd, sources: [...sources] };
    }),
  ),
});

/** Binding dollars first, then all, unknown last, then as they were found. */
const mostBindingFirst = (one: CircularLoop, other: CircularLoop): number =>
  (other.bindingUsd ?? -1) - (one.bindingUsd ?? -1) || (other.usd ?? -1) - (one.usd ?? -1);

/** Deals between the same two firms share what circulates there by their dollars. */
const dealShares = (
  payments: readonly Payment[],
  { start, column, weight }: WeightedGraph,
  edgeUsd: Float64Array,
): Circularity['deals'] =>
  payments.flatMap(({ deal, payer, payee, usd }) => {
    if (usd === null) return [];
    let at = start[payer]!;
    while (column[at] !== payee) at++;
    const share = weight[at]! > 0 ? edgeUsd[at]! / weight[at]! : 0;
    return [{ id: deal, usd, circularShare: Math.min(1, Math.max(0, share)) }];
  });

/**
 * How circular a web's money is: every loop of a few payments in which capital may pay for an order,
 * the part of all dollars that goes in circles (balanced flow), and the part of each firm's payments
 * that comes back to it (Finn). A loop is a possibility: that the same dollars go round is not shown.
 *
 * @throws ScenarioError for hops out of range
 * @throws ModelError beyond a million loops
 */
export const circularity = (network: Network, options: CircularityOptions = {}): Circularity => {
  const { basis = 'announced', hops = DEFAULT_HOPS, year } = options;
  checkHops(hops);
  const ids = network.nodes();
  const payments = paymentsOf(network, basis, year);
  const entries = payments.flatMap(({ payer, payee, usd }): Entry[] =>
    usd === null ? [] : [[payer, payee, usd]],
  );
  const graph = toCsr(ids.length, entries);
  const flow = balancedFlowOf(graph);
  const finn = finnOf(graph);
  const circulation = maxCirculationOf(graph);
  const binding = new Map(paymentsOf(network, 'binding', year).map(({ deal, usd }) => [deal, usd]));
  const loops = findLoops(payments, ids.length, hops);
  const passes = new Int32Array(ids.length);
  const roundTrip = (row: number) => {
    const { soldUsd, investedUsd, boundUsd } = roundTripOf(payments, ids.length, row);
    return { soldUsd, investedUsd, roundTripUsd: boundUsd, notOwnMoneyUsd: soldUsd - boundUsd };
  };
  for (const { firms } of loops) for (const row of firms) passes[row]! += 1;
  const grossUsd = graph.weight.reduce((sum, usd) => sum + usd, 0);
  const indices = INDEX_IDS.map((id) => ({ id, value: INDICES[id](graph) }));
  return {
    version: 1,
    receipt: {
      ...originOf(network),
      basis,
      hops,
      ...(year === undefined ? {} : { year }),
      resultHash: shortHash([
        tenDigits(grossUsd),
        tenDigits(circulation.usd),
        indices.map(({ id, value }) => [id, value === null ? null : Number(value.toFixed(9))]),
        loops.map(({ firms, usd }) => [firms, tenDigits(usd)]),
      ]),
    },
    grossUsd,
    circularShare: flow.index,
    maxCirculationUsd: circulation.usd,
    indices,
    randomWebs: null,
    years: year === undefined ? yearsOf(network, basis) : [],
    finnIndex: finn.index,
    trophicIncoherence: trophicIncoherenceOf(graph),
    firms: ids.map((id, row) => ({
      id,
      circularShare: Math.min(1, Math.max(0, flow.rowShare[row]!)),
      comesBackShare: finn.comesBack[row]!,
      loops: passes[row]!,
      ...roundTrip(row),
    })),
    deals: dealShares(payments, graph, flow.edgeUsd),
    dealsWithoutDollars: payments.filter(({ usd }) => usd === null).length,
    loops: loops.map((loop) => shownLoop(network, ids, binding, loop)).sort(mostBindingFirst),
  };
};
