import type { Network } from '../../../data/graph.ts';
import type { Firm, Order } from '../../../data/schema.ts';
import { type Assumption, assumptionsOf } from './assumptions.ts';
import { outsideServiceUsd } from './capital-flow.ts';
import type { ModelInputs } from './inputs.ts';
import { loanLegs, orderLegs, promiseLegs, stakeLegs } from './legs.ts';
import { operationsOf } from './operations.ts';
import { orderUsdInYear } from './order-flow.ts';
import { recordsOf } from './records.ts';
import { type DerivationSettings, yearOf, yearsIn } from './settings.ts';

export interface Derivation {
  readonly inputs: ModelInputs;
  readonly layers: readonly string[];
  readonly assumptions: readonly Assumption[];
}

/** Dollars of a network order in a firm's reported year: 0 if it was signed after the day of that figure. */
export const inReportUsd = (
  order: Order,
  firm: Firm,
  figure: 'revenueUsd' | 'operatingIncomeUsd',
  settings: DerivationSettings,
): number => {
  const day = firm.figuresOn?.[figure] ?? firm.asOf ?? settings.asOf;
  const stood = order.announcedOn === undefined || order.announcedOn <= day;
  return stood ? orderUsdInYear(order, yearOf(day), settings) : 0;
};

/**
 * Cash assumed where none is known, `unknownCash` of a year's revenue: a cushion that isn't counted
 * among the sources that close a gap.
 */
export const reserveUsd = (
  firm: Firm,
  revenueUsd: number,
  settings: DerivationSettings,
): number => {
  if (firm.cashUsd !== undefined || firm.model?.fundsUsd !== undefined) return 0;
  return (settings.parameters.unknownCash * revenueUsd) / yearsIn(settings.time);
};

const sum = (values: Iterable<number>): number => {
  let total = 0;
  for (const value of values) total += value;
  return total;
};

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
        receivedInReportUsd: sum(
          received.map((order) => inReportUsd(order, firm, 'revenueUsd', settings)),
        ),
        placedInReportUsd: sum(
          placed.map((order) => inReportUsd(order, firm, 'operatingIncomeUsd', settings)),
        ),
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
