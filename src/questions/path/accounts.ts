import {
  fundingLost,
  loanUnpaid,
  orderUnfulfilled,
  promiseUnpaid,
  recoveryLossUsd,
} from '../../models/chained-boats/equations.ts';
import type { ShockArrays } from '../../models/chained-boats/shocks.ts';
import type { State } from '../../models/chained-boats/state.ts';
import { roundOf } from '../../models/chained-boats/step.ts';
import type { Web } from '../../models/chained-boats/web.ts';
import { stakesWorthUsd } from './carry.ts';
import type { PathAccount } from './path-schema.ts';

/** Dollars that changed hands along the legs of the web in a year, per firm. */
interface Paid {
  readonly ordersIn: Float64Array;
  readonly ordersOut: Float64Array;
  readonly promisesIn: Float64Array;
  readonly promisesOut: Float64Array;
  readonly serviceIn: Float64Array;
  readonly serviceOut: Float64Array;
}

/** Every dollar that one firm of the web pays is a dollar that another receives. */
const paidAlongLegs = (web: Web, shocks: ShockArrays, state: State): Paid => {
  const zeros = () => new Float64Array(web.size);
  const paid: Paid = {
    ordersIn: zeros(),
    ordersOut: zeros(),
    promisesIn: zeros(),
    promisesOut: zeros(),
    serviceIn: zeros(),
    serviceOut: zeros(),
  };
  const { orders, promises, loans } = web;
  const round = roundOf(web, shocks, state);
  orders.usd.forEach((usd, leg) => {
    const supplier = orders.supplier[leg]!;
    const unfulfilled = orderUnfulfilled(round, leg);
    const moved = usd * (1 - Math.max(unfulfilled, state.capacityLoss[supplier]!));
    paid.ordersIn[supplier]! += moved;
    paid.ordersOut[orders.customer[leg]!]! += moved;
  });
  promises.usd.forEach((usd, leg) => {
    const moved = usd * (1 - promiseUnpaid(round, leg));
    paid.promisesIn[promises.payee[leg]!]! += moved;
    paid.promisesOut[promises.payer[leg]!]! += moved;
  });
  loans.serviceUsd.forEach((usd, leg) => {
    const moved = usd * (1 - loanUnpaid(round, leg));
    paid.serviceIn[loans.lender[leg]!]! += moved;
    paid.serviceOut[loans.borrower[leg]!]! += moved;
  });
  return paid;
};

/** What failing takes from a firm's own funds and receipts; 0 while it stands. */
const lostInFailure = (web: Web, shocks: ShockArrays, state: State, paid: Paid): Float64Array => {
  const stakes = stakesWorthUsd(web, state.valueLossUsd);
  const round = roundOf(web, shocks, state);
  const lost = {
    outsideLossUsd: web.externalRevenueUsd.map(
      (usd, i) => usd * Math.max(shocks.revenue[i]!, state.capacityLoss[i]!),
    ),
    fundingLossUsd: web.fundingUsd.map((usd, i) => usd * fundingLost(round, i)),
    receiptsLossUsd: web.receiptsUsd.map(
      (usd, i) =>
        usd -
        (paid.ordersIn[i]! +
          paid.promisesIn[i]! +
          paid.serviceIn[i]! +
          web.liquidShare[i]! * stakes[i]!),
    ),
  };
  return Float64Array.from(state.failed, (failed, i) =>
    failed ? recoveryLossUsd(round, lost, i) : 0,
  );
};

/**
 * Every firm's money in a shocked year. Own money comes first, then outside money up to the gap, then
 * the cash that was assumed, then stakes sold; operating cost that nothing covers stays unpaid.
 */
export const accountsOf = (web: Web, shocks: ShockArrays, state: State): readonly PathAccount[] => {
  const paid = paidAlongLegs(web, shocks, state);
  const lost = lostInFailure(web, shocks, state, paid);
  const stakes = stakesWorthUsd(web, state.valueLossUsd);
  const { tiers } = web;
  const round = roundOf(web, shocks, state);
  return web.firms.map((_, i) => {
    const outsideRevenueUsd =
      web.externalRevenueUsd[i]! * (1 - Math.max(shocks.revenue[i]!, state.capacityLoss[i]!));
    const outsideServiceUsd = web.outsideServiceUsd[i]! * (1 - state.debtUnpaid[i]!);
    const serviceOut = paid.serviceOut[i]! + outsideServiceUsd;
    const setAsideUsd =
      tiers.bindingUsd[i]! * (1 - state.bindingUnpaid[i]!) +
      tiers.discretionaryUsd[i]! * (1 - state.discretionaryUnpaid[i]!) -
      paid.ordersOut[i]! +
      tiers.promisedUsd[i]! * (1 - state.promisedUnpaid[i]!) -
      paid.promisesOut[i]!;
    const costDueUsd =
      web.fixedCostUsd[i]! + web.variableCostUsd[i]! * (1 - state.activityLoss[i]!);
    const cashUsd = web.fundsUsd[i]!;
    const own =
      cashUsd + outsideRevenueUsd + paid.ordersIn[i]! + paid.promisesIn[i]! + paid.serviceIn[i]!;
    const due =
      costDueUsd + serviceOut + paid.ordersOut[i]! + paid.promisesOut[i]! + setAsideUsd + lost[i]!;
    let short = Math.max(0, due - own);
    const draw = (available: number): number => {
      const drawn = Math.min(short, Math.max(0, available));
      short -= drawn;
      return drawn;
    };
    const raisedUsd = draw(web.fundingUsd[i]! * (1 - fundingLost(round, i)));
    const reserveUsd = draw(web.reserveUsd[i]!);
    const soldUsd = draw(web.liquidShare[i]! * stakes[i]!);
    const unpaidCostUsd = Math.min(short, costDueUsd);
    return {
      cashUsd,
      in: {
        outsideRevenueUsd,
        ordersUsd: paid.ordersIn[i]!,
        promisesUsd: paid.promisesIn[i]!,
        serviceUsd: paid.serviceIn[i]!,
        raisedUsd,
        reserveUsd,
        soldUsd,
      },
      out: {
        costUsd: costDueUsd - unpaidCostUsd,
        serviceUsd: serviceOut,
        outsideServiceUsd,
        ordersUsd: paid.ordersOut[i]!,
        promisesUsd: paid.promisesOut[i]!,
        setAsideUsd,
        lostUsd: lost[i]!,
      },
      cashEndUsd: Math.max(0, own - due),
    };
  });
};
