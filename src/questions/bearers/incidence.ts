import { ScenarioError } from '../../base/errors.ts';
import type { Network } from '../../data/graph.ts';
import type { Firm } from '../../data/schema.ts';
import type { Cascade, Cause, FirmOutcome } from '../../models/cascade.ts';
import { heldInsideOf } from '../../models/chained-boats/outcome.ts';
import { compileWeb, fillDefaults } from '../../models/chained-boats/simulate.ts';
import { networkHash } from '../../scenario/receipt.ts';
import { netLedger } from '../fire-paths/net-ledger.ts';
import {
  BEARERS,
  type Bearer,
  CHANNELS,
  type Channel,
  type Incidence,
} from './incidence-schema.ts';

const CHANNEL_OF: Readonly<Record<Cause, Channel>> = {
  'own-shock': 'shock',
  'lost-order': 'supplier',
  'missed-delivery': 'customer',
  holding: 'holder',
  warrant: 'holder',
  'forced-sale': 'holder',
  loan: 'lender',
  'cut-tranche': 'funding',
  'lost-funding': 'funding',
  'failure-cost': 'failure',
  'limited-liability': 'failure',
};

/** Whom a firm stands for that stands for many, by how it is hurt. */
const MANY: Readonly<Partial<Record<Channel, Bearer>>> = {
  lender: 'lenders',
  supplier: 'suppliers',
  customer: 'customers',
};

const bearerOf = (firm: Firm, channel: Channel): Bearer => {
  if (firm.aggregate) return MANY[channel] ?? 'unknown';
  if (firm.listed === undefined) return 'unknown';
  return firm.listed ? 'public-shareholders' : 'private-owners';
};

const checkSame = (network: Network, { receipt }: Cascade): void => {
  const hash = networkHash(network);
  if (hash === receipt.network.hash) return;
  throw new ScenarioError({
    where: 'incidence, cascade',
    found: `a cascade of the data ${receipt.network.hash}`,
    expected: `one of this network, ${hash}`,
    hint: 'Give the network, as of the same day, that the cascade was simulated on.',
  });
};

/** Dollars that a firm's owners outside the web bear, by channel; they sum to their loss. */
const ownersUsd = ({ ledger }: FirmOutcome, outside: number): ReadonlyMap<Channel, number> => {
  const byChannel = new Map<Channel, number>();
  for (const { cause, usd } of netLedger(ledger)) {
    const channel = CHANNEL_OF[cause];
    byChannel.set(channel, (byChannel.get(channel) ?? 0) + usd * outside);
  }
  return byChannel;
};

/**
 * On whom a cascade's loss finally falls, in this scenario and under this model. What firm i loses
 * falls on its shareholders; the part that firms of the web hold is passed on and shows up in their own
 * losses, the rest rests with owners outside the web:
 *
 *   total = sum_i (1 - sum_h S_hi) (E0_i - E_i) = ownersLossUsd of the cascade
 *
 * split by who those owners are and, by the firm's ledger, by how the loss came to the firm. What
 * limited liability absorbed is taken off in proportion. A bank's loan losses fall on the bank's
 * shareholders; `lenders` are those that the web knows as a crowd only. Whoever loses income but no
 * value (lenders and suppliers outside the web) stands in `outsidePerYear`, outside the total.
 *
 * @param network  the network that the cascade was simulated on
 * @param cascade  a document of `simulate`
 * @returns an incidence document; dollars of value, classes and firms each sum to the total to 1e-9
 * @throws ScenarioError when the cascade is of another network or day
 */
export const incidence = (network: Network, cascade: Cascade): Incidence => {
  checkSame(network, cascade);
  const { receipt, totals } = cascade;
  const { web } = compileWeb(network, fillDefaults(receipt.scenario));
  const heldInside = heldInsideOf(web);
  const byBearer = new Map<Bearer, Map<Channel, number>>();
  const firms = cascade.firms.map((outcome, i) => {
    const record = network.getNodeAttributes(outcome.id);
    const outside = 1 - heldInside[i]!;
    const largest = { bearer: null as Bearer | null, usd: 0 };
    for (const [channel, usd] of ownersUsd(outcome, outside)) {
      const bearer = bearerOf(record, channel);
      const channels = byBearer.get(bearer) ?? new Map<Channel, number>();
      byBearer.set(bearer, channels.set(channel, (channels.get(channel) ?? 0) + usd));
      if (usd > largest.usd) Object.assign(largest, { bearer, usd });
    }
    const { id, lossUsd } = outcome;
    return {
      id,
      lossUsd,
      heldInside: heldInside[i]!,
      ownersLossUsd: outside * lossUsd,
      bearer: largest.bearer,
    };
  });
  const lost = (perYearUsd: Float64Array, paid: (firm: FirmOutcome) => number): number =>
    cascade.firms.reduce((sum, firm, i) => sum + perYearUsd[i]! * (1 - paid(firm)), 0);
  return {
    version: 1,
    receipt,
    totalUsd: totals.ownersLossUsd,
    insideUsd: totals.grossLossUsd - totals.ownersLossUsd,
    bearers: BEARERS.map((bearer) => {
      const channels = CHANNELS.map((channel) => ({
        channel,
        usd: byBearer.get(bearer)?.get(channel) ?? 0,
      }));
      return { bearer, usd: channels.reduce((sum, { usd }) => sum + usd, 0), channels };
    }),
    firms: firms
      .filter(({ lossUsd }) => lossUsd > 0)
      .sort((a, b) => b.ownersLossUsd - a.ownersLossUsd || (a.id < b.id ? -1 : 1)),
    outsidePerYear: {
      lendersUsd: lost(web.outsideServiceUsd, ({ debtPaid }) => debtPaid),
      suppliersUsd: lost(web.variableCostUsd, ({ activity }) => activity),
    },
  };
};
