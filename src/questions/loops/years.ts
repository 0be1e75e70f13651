import type { Network } from '../../data/graph.ts';
import { yearOf } from '../../data/order-term.ts';
import { type Entry, toCsr } from '../../measures/dollar-graph.ts';
import { balancedFlowOf } from './balanced-flow.ts';
import type { PaymentBasis } from './bases.ts';
import type { Circularity } from './circularity-document.ts';
import { finnOf } from './finn.ts';
import { maxCirculationOf } from './max-circulation.ts';
import { paymentsOf } from './payments.ts';
import { reciprocityOf } from './web-indices.ts';

/** No order of any record runs longer. */
const LONGEST_YEARS = 30;

/** How circular the payments of each calendar year are, by themselves; years without any are left out. */
export const yearsOf = (network: Network, basis: PaymentBasis): Circularity['years'] => {
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
