import { ScenarioError } from '../../errors.ts';
import type { Network } from '../../network/graph.ts';
import { originOf } from '../../receipt.ts';
import { type Entry, toCsr } from '../dollar-graph.ts';
import { trophicIncoherenceOf } from '../trophic.ts';
import { balancedFlowOf } from './balanced-flow.ts';
import type { PaymentBasis } from './bases.ts';
import type { Circularity, CircularLoop } from './circularity-document.ts';
import { findLoops, type Loop } from './find-loops.ts';
import { finnOf } from './finn.ts';
import { paymentsOf } from './payments.ts';

export interface CircularityOptions {
  /** All announced dollars (default), or those that are signed and must be paid. */
  readonly basis?: PaymentBasis;
  /** Most payments in a loop, 2..8; 5 by default. */
  readonly hops?: number;
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

const shownLoop = (network: Network, ids: readonly string[], loop: Loop): CircularLoop => ({
  usd: loop.usd,
  firms: loop.firms.map((row) => ids[row]!),
  hops: loop.hops.map((hop) =>
    hop.map(({ deal, layer, usd }) => {
      const { status, sources = [] } = network.getEdgeAttributes(deal);
      return { id: deal, kind: layer, status, usd, sources: [...sources] };
    }),
  ),
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
  const { basis = 'announced', hops = DEFAULT_HOPS } = options;
  checkHops(hops);
  const ids = network.nodes();
  const payments = paymentsOf(network, basis);
  const entries = payments.flatMap(({ payer, payee, usd }): Entry[] =>
    usd === null ? [] : [[payer, payee, usd]],
  );
  const graph = toCsr(ids.length, entries);
  const flow = balancedFlowOf(graph);
  const finn = finnOf(graph);
  const loops = findLoops(payments, ids.length, hops);
  const passes = new Int32Array(ids.length);
  for (const { firms } of loops) for (const row of firms) passes[row]! += 1;
  return {
    version: 1,
    receipt: {
      ...originOf(network),
      basis,
      hops,
    },
    grossUsd: graph.weight.reduce((sum, usd) => sum + usd, 0),
    circularShare: flow.index,
    finnIndex: finn.index,
    trophicIncoherence: trophicIncoherenceOf(graph),
    firms: ids.map((id, row) => ({
      id,
      circularShare: Math.min(1, Math.max(0, flow.rowShare[row]!)),
      comesBackShare: finn.comesBack[row]!,
      loops: passes[row]!,
    })),
    dealsWithoutDollars: payments.filter(({ usd }) => usd === null).length,
    loops: loops.map((loop) => shownLoop(network, ids, loop)),
  };
};
