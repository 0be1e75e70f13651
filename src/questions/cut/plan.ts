import type { Network } from '../../data/graph.ts';
import type { Equity } from '../../data/schema.ts';
import { stakeOf } from '../../models/chained-boats/inputs/capital-flow.ts';
import { deriveInputs, inReportUsd } from '../../models/chained-boats/inputs/derive.ts';
import type { ModelInputs } from '../../models/chained-boats/inputs/inputs.ts';
import { type Records, recordsOf } from '../../models/chained-boats/inputs/records.ts';
import { type DerivationSettings, weightOf } from '../../models/chained-boats/inputs/settings.ts';
import { type FullScenario, settingsOf } from '../../models/chained-boats/simulate.ts';
import { buildWeb, type Web } from '../../models/chained-boats/web.ts';

/** Where a deal stands among the model's legs. */
export interface DealLegs {
  readonly order?: number;
  readonly stake?: number;
  readonly promise?: number;
  readonly loan?: number;
}

/** The whole web, no deal cut, with what is needed to take parts of deals away without deriving it anew. */
export interface Plan {
  readonly records: Records;
  readonly settings: DerivationSettings;
  readonly layers: readonly string[];
  readonly inputs: ModelInputs;
  readonly web: Web;
  readonly legsOf: ReadonlyMap<string, DealLegs>;
  /** Per order: its dollars in its supplier's and in its customer's reported year. */
  readonly receivedInReportUsd: Float64Array;
  readonly placedInReportUsd: Float64Array;
  /** Per stake: the weighted stake before the stakes in one issuer were made to fit into a whole. */
  readonly wholeStake: Float64Array;
}

const legIndex = ({ orders, stakes, promises, loans }: ModelInputs): Map<string, DealLegs> => {
  const legsOf = new Map<string, DealLegs>();
  const add = (deals: readonly string[], kind: keyof DealLegs): void =>
    deals.forEach((deal, leg) => {
      legsOf.set(deal, { ...legsOf.get(deal), [kind]: leg });
    });
  add(orders.deal, 'order');
  add(stakes.deal, 'stake');
  add(promises.deal, 'promise');
  add(loans.deal, 'loan');
  return legsOf;
};

/** Derive a network's plan once; a thousand changes of its deals start from it (`webWith`). */
export const planOf = (network: Network, scenario: FullScenario): Plan => {
  const settings = settingsOf(network, scenario);
  const { inputs, layers } = deriveInputs(network, settings);
  const records = recordsOf(network, new Set());
  const firmOf = (id: string) => records.firms[records.indexOf.get(id)!]!;
  return {
    records,
    settings,
    layers,
    inputs,
    web: buildWeb(inputs),
    legsOf: legIndex(inputs),
    receivedInReportUsd: Float64Array.from(records.orders, (order) =>
      inReportUsd(order, firmOf(order.supplier), 'revenueUsd', settings),
    ),
    placedInReportUsd: Float64Array.from(records.orders, (order) =>
      inReportUsd(order, firmOf(order.customer), 'operatingIncomeUsd', settings),
    ),
    wholeStake: Float64Array.from(inputs.stakes.deal, (id) => {
      const deal = network.getEdgeAttributes(id) as Equity;
      const known = stakeOf(deal, firmOf(deal.issuer));
      return (known?.stake ?? 0) * weightOf(deal.status, settings);
    }),
  };
};
