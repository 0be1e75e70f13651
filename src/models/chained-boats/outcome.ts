import type { Network } from '../../data/graph.ts';
import type { Deal } from '../../data/schema.ts';
import type { Cascade, DealOutcome, FirmOutcome, LedgerLine } from '../cascade.ts';
import {
  fundingLost,
  loanUnpaid,
  orderUnfulfilled,
  promiseUnpaid,
  warrantLapsed,
} from './equations.ts';
import type { Assumption } from './inputs/assumptions.ts';
import type { Ledger } from './ledger.ts';
import type { ShockArrays } from './shocks.ts';
import type { State } from './state.ts';
import { roundOf } from './step.ts';
import type { Web } from './web.ts';

/** A loss below this share of value is rounding. */
const TRACE = 1e-9;
/** From this share of value on, a firm counts as burning. */
const BURNING = 0.1;

const statusOf = (state: State, i: number, lossFraction: number | null): FirmOutcome['status'] => {
  if (state.failed[i]) return 'failed';
  if ((lossFraction ?? 0) >= BURNING) return 'burning';
  const touched = Math.max(
    lossFraction ?? 0,
    state.activityLoss[i]!,
    state.promisedUnpaid[i]!,
    state.discretionaryUnpaid[i]!,
    state.bindingUnpaid[i]!,
    state.debtUnpaid[i]!,
  );
  return touched > TRACE ? 'singed' : 'untouched';
};

/** What became of every firm, in the order of the web. */
export const firmOutcomes = (
  web: Web,
  shocks: ShockArrays,
  state: State,
  ledger: Ledger,
  failedInRound: readonly (number | null)[],
): FirmOutcome[] => {
  const round = roundOf(web, shocks, state);
  return web.firms.map((id, i) => {
    const startValueUsd = web.startValueUsd[i]!;
    const lossUsd = state.valueLossUsd[i]!;
    const lossFraction = startValueUsd > 0 ? Math.min(1, lossUsd / startValueUsd) : null;
    return {
      id,
      valueUsd: startValueUsd - lossUsd,
      startValueUsd,
      valueKnown: !Number.isNaN(web.valueUsd[i]!),
      lossUsd,
      lossFraction,
      activity: 1 - state.activityLoss[i]!,
      debtPaid: 1 - state.debtUnpaid[i]!,
      bindingPaid: 1 - state.bindingUnpaid[i]!,
      discretionaryPaid: 1 - state.discretionaryUnpaid[i]!,
      tranchePaid: 1 - state.promisedUnpaid[i]!,
      fundingUsd: web.fundingUsd[i]!,
      fundingRaised: 1 - fundingLost(round, i),
      status: statusOf(state, i, lossFraction),
      failedInRound: failedInRound[i] ?? null,
      ledger: ledger.lines[i]! as LedgerLine[],
    };
  });
};

const BASES: Readonly<Partial<Record<Assumption['kind'], DealOutcome['basis']>>> = {
  'order-unknown': 'unknown',
  'order-imputed': 'imputed',
  'stake-unknown': 'unknown',
  'stake-derived': 'derived',
};

const indexByDeal = (deals: readonly string[]): ReadonlyMap<string, number> =>
  new Map(deals.map((deal, leg) => [deal, leg]));

/** Fulfilled share of an order or tranche, paid share of a debt, kept share of a stake's worth. */
const ratioOf = (web: Web, shocks: ShockArrays, state: State) => {
  const round = roundOf(web, shocks, state);
  const orders = indexByDeal(web.orders.deal);
  const promises = indexByDeal(web.promises.deal);
  const stakes = indexByDeal(web.stakes.deal);
  const loans = indexByDeal(web.loans.deal);
  const keptValue = (firm: string): number => {
    const i = web.firms.indexOf(firm);
    const start = web.startValueUsd[i]!;
    return start > 0 ? Math.max(0, 1 - state.valueLossUsd[i]! / start) : 1;
  };
  return (deal: Deal): number => {
    const promise = promises.get(deal.id);
    if (promise !== undefined) return 1 - promiseUnpaid(round, promise);
    if (deal.kind === 'order') {
      const leg = orders.get(deal.id)!;
      const capacity = state.capacityLoss[web.orders.supplier[leg]!]!;
      return 1 - Math.max(orderUnfulfilled(round, leg), capacity);
    }
    if (deal.kind === 'equity') {
      const leg = stakes.get(deal.id);
      const lapsed = leg === undefined ? 0 : warrantLapsed(round, leg);
      return (1 - lapsed) * keptValue(deal.issuer);
    }
    const leg = loans.get(deal.id);
    if (leg !== undefined) return 1 - loanUnpaid(round, leg);
    return 1 - state.debtUnpaid[web.firms.indexOf(deal.borrower)]!;
  };
};

/** Dollars that each deal with legs in the web is counted with. */
export const countedDollars = (web: Web): ReadonlyMap<string, number> => {
  const counted = new Map<string, number>();
  const add = (deals: readonly string[], usd: (leg: number) => number): void =>
    deals.forEach((deal, leg) => {
      counted.set(deal, (counted.get(deal) ?? 0) + usd(leg));
    });
  add(web.orders.deal, (leg) => web.orders.usd[leg]!);
  add(web.promises.deal, (leg) => web.promises.usd[leg]!);
  add(web.loans.deal, (leg) => web.loans.faceUsd[leg]!);
  add(
    web.stakes.deal,
    (leg) => web.stakes.stake[leg]! * web.startValueUsd[web.stakes.issuer[leg]!]!,
  );
  return counted;
};

/** What became of every deal and how much loss travelled along it. */
export const dealOutcomes = (
  network: Network,
  web: Web,
  shocks: ShockArrays,
  state: State,
  firms: readonly FirmOutcome[],
  { cuts, assumptions }: { cuts: ReadonlySet<string>; assumptions: readonly Assumption[] },
): DealOutcome[] => {
  const basisOf = new Map(assumptions.map(({ record, kind }) => [record, BASES[kind]]));
  const lossByDeal = new Map<string, number>();
  for (const line of firms.flatMap((firm) => firm.ledger)) {
    if (line.deal === undefined) continue;
    lossByDeal.set(line.deal, (lossByDeal.get(line.deal) ?? 0) + line.usd);
  }
  const ratio = ratioOf(web, shocks, state);
  const counted = countedDollars(web);
  return network
    .mapEdges((_, deal) => deal)
    .filter((deal) => !cuts.has(deal.id))
    .map((deal) => ({
      id: deal.id,
      lossUsd: lossByDeal.get(deal.id) ?? 0,
      ratio: ratio(deal),
      basis: basisOf.get(deal.id) ?? 'stated',
      countedUsd: basisOf.get(deal.id) === 'unknown' ? null : (counted.get(deal.id) ?? null),
    }));
};

/** Share of every firm that the web itself holds; the rest belongs to final owners. */
export const heldInsideOf = (web: Web): Float64Array => {
  const heldInside = new Float64Array(web.size);
  web.stakes.issuer.forEach((issuer, leg) => {
    if (!web.stakes.contingent[leg]) heldInside[issuer]! += web.stakes.stake[leg]!;
  });
  return heldInside;
};

/** Gross and net totals; see the cascade document for what each counts. */
export const totalsOf = (
  web: Web,
  state: State,
  firms: readonly FirmOutcome[],
): Cascade['totals'] => {
  const heldInside = heldInsideOf(web);
  let grossLossUsd = 0;
  let ownersLossUsd = 0;
  for (let i = 0; i < web.size; i++) {
    grossLossUsd += state.valueLossUsd[i]!;
    ownersLossUsd += (1 - heldInside[i]!) * state.valueLossUsd[i]!;
  }
  const firstLossUsd = firms
    .flatMap((firm) => firm.ledger)
    .filter((line) => line.round === 1)
    .reduce((sum, line) => sum + line.usd, 0);
  return {
    grossLossUsd,
    ownersLossUsd,
    firstLossUsd,
    amplification: firstLossUsd > 0 ? grossLossUsd / firstLossUsd : null,
  };
};
