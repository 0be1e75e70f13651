import type { Network } from '../graph.ts';
import type { Deal, Debt, Equity, Firm, Order } from '../schema.ts';
import { outsideServiceUsd, promiseUsdInYear, serviceUsdInYear, stakeOf } from './capital-flow.ts';
import type { LoanLegs, ModelInputs, OrderLegs, PromiseLegs, StakeLegs } from './inputs.ts';
import { operationsOf } from './operations.ts';
import { flowBasis, isAwaited, meanOverPeriod, orderUsdInYear } from './order-flow.ts';
import { type DerivationSettings, weightOf, yearOf, yearsIn } from './settings.ts';

/** What was assumed where the facts are silent, by firm or deal: shown beside the results. */
export interface Assumption {
  readonly record: string;
  readonly kind:
    | 'value-unknown'
    | 'revenue-unknown'
    | 'cash-unknown'
    | 'income-unknown'
    | 'order-unknown'
    | 'order-imputed'
    | 'stake-unknown'
    | 'stake-derived';
}

export interface Derivation {
  readonly inputs: ModelInputs;
  readonly layers: readonly string[];
  readonly assumptions: readonly Assumption[];
}

interface Records {
  readonly firms: readonly Firm[];
  readonly indexOf: ReadonlyMap<string, number>;
  readonly orders: readonly Order[];
  readonly equities: readonly Equity[];
  readonly debts: readonly Debt[];
}

const recordsOf = (network: Network, cuts: ReadonlySet<string>): Records => {
  const firms = network.mapNodes((_, firm) => firm);
  const deals: Deal[] = network.mapEdges((_, deal) => deal).filter((deal) => !cuts.has(deal.id));
  return {
    firms,
    indexOf: new Map(firms.map((firm, index) => [firm.id, index])),
    orders: deals.filter((deal): deal is Order => deal.kind === 'order'),
    equities: deals.filter((deal): deal is Equity => deal.kind === 'equity'),
    debts: deals.filter((deal): deal is Debt => deal.kind === 'debt'),
  };
};

const indices = <Item>(
  items: readonly Item[],
  records: Records,
  firmOf: (item: Item) => string,
): Int32Array => Int32Array.from(items, (item) => records.indexOf.get(firmOf(item)) ?? -1);

const orderLegs = (records: Records, settings: DerivationSettings): OrderLegs => {
  const { orders } = records;
  const categories = new Map<string, number>();
  const categoryOf = (order: Order): number => {
    const key = `${order.customer}|${order.category ?? order.id}`;
    const index = categories.get(key) ?? categories.size;
    categories.set(key, index);
    return index;
  };
  return {
    deal: orders.map((order) => order.id),
    customer: indices(orders, records, (order) => order.customer),
    supplier: indices(orders, records, (order) => order.supplier),
    usd: Float64Array.from(orders, (order) =>
      meanOverPeriod(settings, (year) => orderUsdInYear(order, year, settings)),
    ),
    takeOrPay: Float64Array.from(
      orders,
      (order) => order.takeOrPay ?? settings.parameters.takeOrPay,
    ),
    essentiality: Float64Array.from(orders, (order) =>
      isAwaited(order, settings) ? (order.essentiality ?? settings.parameters.essentiality) : 0,
    ),
    category: Int32Array.from(orders, categoryOf),
  };
};

/** Order leg that a tranche or warrant is linked to, or -1 for none and for links to other kinds. */
const linkTo = (records: Records, link: string | undefined): number =>
  link === undefined ? -1 : records.orders.findIndex((order) => order.id === link);

const stakeLegs = (records: Records, settings: DerivationSettings): StakeLegs => {
  const held = records.equities.flatMap((deal) => {
    const issuer = records.firms[records.indexOf.get(deal.issuer) ?? -1];
    const known = issuer && stakeOf(deal, issuer);
    return known ? [{ deal, stake: known.stake * weightOf(deal.status, settings) }] : [];
  });
  return {
    deal: held.map(({ deal }) => deal.id),
    holder: indices(held, records, ({ deal }) => deal.holder),
    issuer: indices(held, records, ({ deal }) => deal.issuer),
    stake: Float64Array.from(withinWhole(held), ({ stake }) => stake),
    link: Int32Array.from(held, ({ deal }) => (deal.contingent ? linkTo(records, deal.link) : -1)),
    contingent: Uint8Array.from(held, ({ deal }) => (deal.contingent ? 1 : 0)),
  };
};

/** Derived stakes can add to more than an issuer has: then all of that issuer shrink alike. */
const withinWhole = <Held extends { readonly deal: Equity; readonly stake: number }>(
  held: readonly Held[],
): readonly Held[] => {
  const totals = new Map<string, number>();
  for (const { deal, stake } of held) {
    totals.set(deal.issuer, (totals.get(deal.issuer) ?? 0) + stake);
  }
  return held.map((one) => ({
    ...one,
    stake: one.stake / Math.max(1, totals.get(one.deal.issuer) ?? 1),
  }));
};

/** Money that is due and not yet paid. */
const isPromise = (deal: Equity | Debt): boolean =>
  deal.commitmentUsd !== undefined && !deal.contingent;

const promiseLegs = (records: Records, settings: DerivationSettings): PromiseLegs => {
  const promised = [...records.equities, ...records.debts].filter(isPromise);
  return {
    deal: promised.map((deal) => deal.id),
    payer: indices(promised, records, (deal) =>
      deal.kind === 'equity' ? deal.holder : deal.lender,
    ),
    payee: indices(promised, records, (deal) =>
      deal.kind === 'equity' ? deal.issuer : deal.borrower,
    ),
    usd: Float64Array.from(promised, (deal) =>
      meanOverPeriod(settings, (year) => promiseUsdInYear(deal, year, settings)),
    ),
    link: Int32Array.from(promised, (deal) => linkTo(records, deal.link)),
  };
};

const loanLegs = (records: Records, settings: DerivationSettings): LoanLegs => {
  const owed = records.debts.filter((deal) => deal.faceUsd !== undefined);
  return {
    deal: owed.map((deal) => deal.id),
    lender: indices(owed, records, (deal) => deal.lender),
    borrower: indices(owed, records, (deal) => deal.borrower),
    faceUsd: Float64Array.from(
      owed,
      (deal) => (deal.faceUsd ?? 0) * weightOf(deal.status, settings),
    ),
    serviceUsd: Float64Array.from(owed, (deal) =>
      meanOverPeriod(settings, (year) => serviceUsdInYear(deal, year, settings)),
    ),
    guarantee: Uint8Array.from(owed, (deal) => (deal.contingent ? 1 : 0)),
  };
};

/** Network orders that stood in a firm's reported year: signed by the day of that figure. */
const ordersInReport = (
  firm: Firm,
  figure: 'revenueUsd' | 'operatingIncomeUsd',
  orders: readonly Order[],
  settings: DerivationSettings,
): number => {
  const day = firm.figuresOn?.[figure] ?? firm.asOf ?? settings.asOf;
  return orders
    .filter((order) => order.announcedOn === undefined || order.announcedOn <= day)
    .reduce((sum, order) => sum + orderUsdInYear(order, yearOf(day), settings), 0);
};

/**
 * Cash assumed where none is known, `unknownCash` of a year's revenue: a cushion that isn't counted
 * among the sources that close a gap.
 */
const reserveUsd = (firm: Firm, revenueUsd: number, settings: DerivationSettings): number => {
  if (firm.cashUsd !== undefined || firm.model?.fundsUsd !== undefined) return 0;
  return (settings.parameters.unknownCash * revenueUsd) / yearsIn(settings.time);
};

const sum = (values: Iterable<number>): number => {
  let total = 0;
  for (const value of values) total += value;
  return total;
};

/** Which gaps in the facts the derivation had to bridge. */
const assumptionsOf = (records: Records, settings: DerivationSettings): readonly Assumption[] => [
  ...records.firms.flatMap((firm): Assumption[] => {
    const unknown: Assumption[] = [];
    const add = (kind: Assumption['kind']) => unknown.push({ record: firm.id, kind });
    if (firm.valueUsd === undefined) add('value-unknown');
    if (firm.revenueUsd === undefined) add('revenue-unknown');
    if (firm.cashUsd === undefined) add('cash-unknown');
    if (firm.operatingIncomeUsd === undefined) add('income-unknown');
    return unknown;
  }),
  ...records.orders.flatMap((order): Assumption[] => {
    const basis = flowBasis(order, settings);
    if (basis === 'unknown') return [{ record: order.id, kind: 'order-unknown' }];
    return basis === 'per-gigawatt' ? [{ record: order.id, kind: 'order-imputed' }] : [];
  }),
  ...records.equities.flatMap((deal): Assumption[] => {
    const issuer = records.firms[records.indexOf.get(deal.issuer) ?? -1];
    const known = issuer && stakeOf(deal, issuer);
    if (!known) return isPromise(deal) ? [] : [{ record: deal.id, kind: 'stake-unknown' }];
    return known.derived ? [{ record: deal.id, kind: 'stake-derived' }] : [];
  }),
];

/**
 * From records to model inputs: the one place where a deal's dollars become flows of a period and a
 * firm's reports become revenue, costs and funds. Every choice is a named parameter.
 *
 * @param network   the web as known on a day
 * @param settings  time span, status weights, parameters
 * @param cuts      deals left out, as if they had never been signed
 */
export const deriveInputs = (
  network: Network,
  settings: DerivationSettings,
  cuts: ReadonlySet<string> = new Set(),
): Derivation => {
  const records = recordsOf(network, cuts);
  const { firms } = records;
  const { parameters } = settings;
  const years = yearsIn(settings.time);
  const orders = orderLegs(records, settings);
  const operations = firms.map((firm, i) => {
    const received = records.orders.filter((order) => order.supplier === firm.id);
    const placed = records.orders.filter((order) => order.customer === firm.id);
    return operationsOf(
      firm,
      {
        receivedInReportUsd: ordersInReport(firm, 'revenueUsd', received, settings),
        placedInReportUsd: ordersInReport(firm, 'operatingIncomeUsd', placed, settings),
        receivedUsd: sum(orders.usd.filter((_, leg) => orders.supplier[leg] === i)),
        placedUsd: sum(orders.usd.filter((_, leg) => orders.customer[leg] === i)),
      },
      parameters,
    );
  });
  const faceInDeals = (firm: Firm): number =>
    sum(
      records.debts
        .filter((deal) => deal.borrower === firm.id && !deal.contingent)
        .map((deal) => deal.faceUsd ?? 0),
    );
  const perFirm = (value: (firm: Firm, index: number) => number): Float64Array =>
    Float64Array.from(firms, value);
  return {
    layers: firms.map((firm) => firm.layer),
    assumptions: assumptionsOf(records, settings),
    inputs: {
      firms: firms.map((firm) => firm.id),
      externalRevenueUsd: perFirm((_, i) => operations[i]?.externalRevenueUsd ?? 0),
      fixedCostUsd: perFirm((_, i) => operations[i]?.fixedCostUsd ?? 0),
      variableCostUsd: perFirm((_, i) => operations[i]?.variableCostUsd ?? 0),
      fundsUsd: perFirm((firm) => firm.model?.fundsUsd ?? (firm.cashUsd ?? 0) / years),
      reserveUsd: perFirm((firm, i) =>
        reserveUsd(
          firm,
          (operations[i]?.externalRevenueUsd ?? 0) +
            sum(orders.usd.filter((_, leg) => orders.supplier[leg] === i)),
          settings,
        ),
      ),
      outsideServiceUsd: perFirm(
        (firm) =>
          firm.model?.outsideDebtServiceUsd ?? outsideServiceUsd(firm, faceInDeals(firm), settings),
      ),
      plannedFundingUsd: perFirm((firm) => firm.model?.outsideFundingUsd ?? 0),
      valueUsd: perFirm((firm) => firm.valueUsd ?? Number.NaN),
      revenueElasticity: perFirm(
        (firm) => firm.model?.revenueElasticity ?? parameters.revenueElasticity,
      ),
      fundingElasticity: perFirm(
        (firm) => firm.model?.fundingElasticity ?? parameters.fundingElasticity,
      ),
      failureThreshold: perFirm(
        (firm) => firm.model?.failureThreshold ?? parameters.failureThreshold,
      ),
      failureCostUsd: perFirm(
        (firm) => firm.model?.failureCostUsd ?? parameters.failureCostShare * (firm.valueUsd ?? 0),
      ),
      ownRecovery: perFirm((firm) => firm.model?.ownRecovery ?? parameters.ownRecovery),
      receivableRecovery: perFirm(
        (firm) => firm.model?.receivableRecovery ?? parameters.receivableRecovery,
      ),
      liquidShare: perFirm((firm) => firm.model?.liquidShare ?? parameters.liquidShare),
      priceImpact: perFirm(() => parameters.priceImpact),
      orders,
      stakes: stakeLegs(records, settings),
      promises: promiseLegs(records, settings),
      loans: loanLegs(records, settings),
      valuation: parameters.valuation,
    },
  };
};
