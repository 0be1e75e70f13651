import { fundingLost, promiseUnpaid } from '../chained-boats/equations.ts';
import { calmState } from '../chained-boats/state.ts';
import { roundOf } from '../chained-boats/step.ts';
import type { ClearingAnswer } from '../clearing/solve-clearing.ts';
import { type Reading, shareLost } from './adapter.ts';
import type { HitWeb } from './hit-web.ts';

type Entry = readonly [number, number, number];

/** A clearing problem of the period: firms 0..n-1 and, last, where lost deliveries' money goes. */
export interface PeriodPayments {
  readonly liabilities: { readonly entries: readonly Entry[] };
  readonly externalAssets: readonly number[];
  readonly externalLiabilities: readonly number[];
}

/** What is due between firms, the share `lost` of each going to the sink: its debtor owes it still. */
const dues = ({ web, shocks, first }: HitWeb, isHit: boolean): readonly Entry[] => {
  const sink = web.size;
  const { orders, loans, promises } = web;
  const calm = roundOf(web, shocks, calmState(web.size));
  const split = (debtor: number, creditor: number, usd: number, lost: number): Entry[] => [
    [debtor, creditor, usd * (1 - lost)],
    [debtor, sink, usd * lost],
  ];
  return [
    ...orders.deal.flatMap((_, leg) => {
      const supplier = orders.supplier[leg]!;
      const lost = Math.max(shocks.cancelledOrder[leg]!, first.capacityLoss[supplier]!);
      return split(orders.customer[leg]!, supplier, orders.usd[leg]!, isHit ? lost : 0);
    }),
    ...promises.deal.flatMap((_, leg) => {
      const lost = isHit ? promiseUnpaid(calm, leg) : 0;
      return split(promises.payer[leg]!, promises.payee[leg]!, promises.usd[leg]!, lost);
    }),
    ...loans.deal.map(
      (_, leg): Entry => [loans.borrower[leg]!, loans.lender[leg]!, loans.serviceUsd[leg]!],
    ),
  ].filter(([debtor, creditor, usd]) => usd > 0 && debtor !== creditor);
};

const outsideMoney = ({ web, shocks, first }: HitWeb, isHit: boolean): readonly number[] => {
  const calm = roundOf(web, shocks, calmState(web.size));
  return web.firms.map((_, i) => {
    const revenueLost = isHit ? Math.max(shocks.revenue[i]!, first.capacityLoss[i]!) : 0;
    const funding = web.fundingUsd[i]! * (isHit ? 1 - fundingLost(calm, i) : 1);
    const own = web.fundsUsd[i]! + web.reserveUsd[i]! + funding;
    const kept = isHit ? 1 - shocks.default[i]! : 1;
    return web.externalRevenueUsd[i]! * (1 - revenueLost) + own * kept;
  });
};

/**
 * The payments of the period as a clearing problem: orders, loan service and promised money are due
 * between firms; operating cost and outside service are due outside, first; outside revenue, funds,
 * reserve and funding are the assets. At the baseline everybody can pay: funding fills every gap.
 *
 * @param isHit  false: as before the shock
 */
export const periodPayments = (hit: HitWeb, isHit: boolean): PeriodPayments => {
  const { web } = hit;
  const cost = web.firms.map(
    (_, i) => web.fixedCostUsd[i]! + web.variableCostUsd[i]! + web.outsideServiceUsd[i]!,
  );
  return {
    liabilities: { entries: dues(hit, isHit) },
    externalAssets: [...outsideMoney(hit, isHit), 0],
    externalLiabilities: [...cost, 0],
  };
};

/**
 * Money that a firm has in the period, from outside and from firms, and the share of it that a shock
 * keeps away: what it owes is the same in both, so that the fall of equity is the fall of money.
 */
export const moneyLost = (
  before: PeriodPayments,
  after: PeriodPayments,
  solve: (problem: PeriodPayments) => ClearingAnswer,
): Reading => {
  const calm = solve(before);
  const hit = solve(after);
  const due = [...before.externalLiabilities];
  for (const [debtor, , usd] of before.liabilities.entries) due[debtor]! += usd;
  const fractions = calm.equity
    .slice(0, -1)
    .map((equity, i) => shareLost(equity - hit.equity[i]!, equity + due[i]!));
  const residual = Math.max(calm.residual, hit.residual);
  return { fractions, converged: calm.converged && hit.converged, residual };
};
