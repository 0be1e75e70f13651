import { outsideServiceUsd } from '../../models/chained-boats/inputs/capital-flow.ts';
import { reserveUsd } from '../../models/chained-boats/inputs/derive.ts';
import type { ModelInputs } from '../../models/chained-boats/inputs/inputs.ts';
import { operationsOf } from '../../models/chained-boats/inputs/operations.ts';
import { buildWeb, type Web } from '../../models/chained-boats/web.ts';
import type { Plan } from './plan.ts';

/** Share of each deal that stays, 0..1; deals that aren't named stay whole. */
export type Shares = ReadonlyMap<string, number>;

/** Copies of the arrays that a change of deals writes to. */
const writable = ({ inputs }: Plan) => ({
  externalRevenueUsd: inputs.externalRevenueUsd.slice(),
  fixedCostUsd: inputs.fixedCostUsd.slice(),
  variableCostUsd: inputs.variableCostUsd.slice(),
  reserveUsd: inputs.reserveUsd.slice(),
  outsideServiceUsd: inputs.outsideServiceUsd.slice(),
  orders: {
    ...inputs.orders,
    usd: inputs.orders.usd.slice(),
    essentiality: inputs.orders.essentiality.slice(),
    category: inputs.orders.category.slice(),
  },
  stakes: {
    ...inputs.stakes,
    stake: inputs.stakes.stake.slice(),
    link: inputs.stakes.link.slice(),
  },
  promises: {
    ...inputs.promises,
    usd: inputs.promises.usd.slice(),
    link: inputs.promises.link.slice(),
  },
  loans: {
    ...inputs.loans,
    faceUsd: inputs.loans.faceUsd.slice(),
    serviceUsd: inputs.loans.serviceUsd.slice(),
  },
});

type Changed = ReturnType<typeof writable>;

/** An order that is gone is nobody's input, and what was linked to it stands alone. */
const removeOrder = ({ orders, stakes, promises }: Changed, leg: number): void => {
  orders.essentiality[leg] = 0;
  orders.category[leg] = -1 - leg;
  for (const link of [stakes.link, promises.link]) {
    for (let at = 0; at < link.length; at++) if (link[at] === leg) link[at] = -1;
  }
};

/** What a firm earns, spends and is assumed to hold follows from the orders that are left. */
const reviseOperations = (plan: Plan, changed: Changed, shares: Shares, i: number): void => {
  const { records, settings, inputs } = plan;
  const { customer, supplier, deal } = inputs.orders;
  const sums = { receivedInReportUsd: 0, placedInReportUsd: 0, receivedUsd: 0, placedUsd: 0 };
  deal.forEach((id, leg) => {
    const share = shares.get(id) ?? 1;
    if (supplier[leg] === i) {
      sums.receivedInReportUsd += share * plan.receivedInReportUsd[leg]!;
      sums.receivedUsd += changed.orders.usd[leg]!;
    }
    if (customer[leg] === i) {
      sums.placedInReportUsd += share * plan.placedInReportUsd[leg]!;
      sums.placedUsd += changed.orders.usd[leg]!;
    }
  });
  const firm = records.firms[i]!;
  const operations = operationsOf(firm, sums, settings.parameters);
  changed.externalRevenueUsd[i] = operations.externalRevenueUsd;
  changed.fixedCostUsd[i] = operations.fixedCostUsd;
  changed.variableCostUsd[i] = operations.variableCostUsd;
  const revenueUsd = operations.externalRevenueUsd + sums.receivedUsd;
  changed.reserveUsd[i] = reserveUsd(firm, revenueUsd, settings);
};

/** Stakes in an issuer, made to fit into a whole again once some of them have shrunk. */
const reviseStakes = (plan: Plan, changed: Changed, shares: Shares, issuer: number): void => {
  const { stakes } = plan.inputs;
  const held = stakes.deal.flatMap((deal, leg) =>
    stakes.issuer[leg] === issuer
      ? [{ leg, stake: (shares.get(deal) ?? 1) * plan.wholeStake[leg]! }]
      : [],
  );
  const total = held.reduce((sum, { stake }) => sum + stake, 0);
  for (const { leg, stake } of held) changed.stakes.stake[leg] = stake / Math.max(1, total);
};

/** Debt that isn't among the deals: reported debt less the faces that are left. */
const reviseOutsideDebt = (plan: Plan, changed: Changed, shares: Shares, i: number): void => {
  const { records, settings } = plan;
  const firm = records.firms[i]!;
  if (firm.model?.outsideDebtServiceUsd !== undefined) return;
  let faces = 0;
  for (const { id, borrower, contingent, faceUsd } of records.debts) {
    if (borrower === firm.id && !contingent) faces += (shares.get(id) ?? 1) * (faceUsd ?? 0);
  }
  changed.outsideServiceUsd[i] = outsideServiceUsd(firm, faces, settings);
};

/** The plan's inputs with less of some deals. */
export const inputsWith = (plan: Plan, shares: Shares): ModelInputs => {
  const changed = writable(plan);
  const { orders, stakes, loans } = plan.inputs;
  const operations = new Set<number>();
  const issuers = new Set<number>();
  const borrowers = new Set<number>();
  for (const [deal, share] of shares) {
    const { order, stake, promise, loan } = plan.legsOf.get(deal) ?? {};
    if (order !== undefined) {
      changed.orders.usd[order]! *= share;
      if (share === 0) removeOrder(changed, order);
      operations.add(orders.customer[order]!).add(orders.supplier[order]!);
    }
    if (stake !== undefined) issuers.add(stakes.issuer[stake]!);
    if (promise !== undefined) changed.promises.usd[promise]! *= share;
    if (loan !== undefined) {
      changed.loans.faceUsd[loan]! *= share;
      changed.loans.serviceUsd[loan]! *= share;
      borrowers.add(loans.borrower[loan]!);
    }
  }
  for (const i of operations) reviseOperations(plan, changed, shares, i);
  for (const i of issuers) reviseStakes(plan, changed, shares, i);
  for (const i of borrowers) reviseOutsideDebt(plan, changed, shares, i);
  return { ...plan.inputs, ...changed, plannedFundingUsd: plan.web.fundingUsd };
};

/**
 * The web with less of some deals: an order, a promise or a loan keeps that share of its dollars, a
 * stake that share of itself; at 0 the deal is gone, as `cuts` of a scenario have it. Outside funding
 * stays what the whole plan would have needed.
 *
 * A leg that is gone stays in its place without dollars, so that leg numbers hold.
 */
export const webWith = (plan: Plan, shares: Shares): Web => buildWeb(inputsWith(plan, shares));
