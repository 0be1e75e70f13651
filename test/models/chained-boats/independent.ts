import type { ModelInputs } from '../../../src/models/chained-boats/inputs/inputs.ts';
import type { Shock } from '../../../src/scenario/schema.ts';
import { booksOf, holdingsOf, leftBy, startEquityOf, sum, sumAt } from './independent-baseline.ts';

/** What one firm has come down to; everything is 1 (or the starting value) before the shock. */
interface Level {
  readonly activity: number;
  /** Deliverable share of what is ordered. */
  readonly capacity: number;
  readonly equity: number;
  /** Paid shares, most senior first. */
  readonly psi: number;
  readonly pt: number;
  readonly pd: number;
  readonly pi: number;
  readonly failed: boolean;
}

export interface Fallen {
  readonly firms: readonly Level[];
  readonly startEquity: readonly number[];
  readonly rounds: number;
  readonly settled: boolean;
}

/**
 * Rounding of a level, as a share of its size. Where a small fall breeds a larger one, a fall of
 * one unit in the last place would light a fire of its own: falls below this are none.
 */
const ROUNDING = 1e-13;

const fallen = (was: number, is: number, noise = ROUNDING): number => (was - is > noise ? is : was);

const clamp = (share: number): number => Math.min(1, Math.max(0, share));

/**
 * The joint model a second time, from its description and not from the engine: in levels that fall
 * from the baseline by plain synchronous rounds, every round over every leg. Slow on purpose.
 */
const roundOf = (inputs: ModelInputs, shocks: readonly Shock[], layers: readonly string[]) => {
  const { orders, stakes, promises, loans } = inputs;
  const books = inputs.firms.map((_, i) => booksOf(inputs, i));
  const start = startEquityOf(inputs, books);
  const left = leftBy(inputs, shocks, layers);
  const core = holdingsOf(inputs, true).map(
    (row, i) => start[i]! - sum(row.map((stake, j) => stake * start[j]!)),
  );
  const keptOf = (legs: { readonly deal: readonly string[] }) =>
    legs.deal.map((deal) => left('cancel', deal));
  const [orderKept, promiseKept, stakeKept] = [keptOf(orders), keptOf(promises), keptOf(stakes)];

  const fulfilled = (now: readonly Level[], leg: number): number => {
    if (leg < 0) return 1;
    const { activity, pt, pd } = now[orders.customer[leg]!]!;
    const tau = orders.takeOrPay[leg]!;
    return orderKept[leg]! * (tau * pt + (1 - tau) * Math.min(activity, pd));
  };

  /** What isn't torn up, the supplier can deliver and the customer can pay for, even if it needs less. */
  const arriving = (now: readonly Level[], leg: number): number => {
    const { pt, pd } = now[orders.customer[leg]!]!;
    const tau = orders.takeOrPay[leg]!;
    return (
      orderKept[leg]! * Math.min(now[orders.supplier[leg]!]!.capacity, tau * pt + (1 - tau) * pd)
    );
  };

  /** Leontief: the least of own capacity and of every category of inputs. */
  const capacityOf = (now: readonly Level[], i: number): number => {
    const categories = new Map<number, number[]>();
    orders.customer.forEach((customer, leg) => {
      const category = orders.category[leg]!;
      if (customer === i) categories.set(category, [...(categories.get(category) ?? []), leg]);
    });
    const limits = [...categories.values()].map((legs) => {
      const total = sum(legs.map((leg) => orders.usd[leg]!));
      const lost = legs.map((leg) => {
        const weight = total > 0 ? orders.usd[leg]! / total : 1 / legs.length;
        return weight * orders.essentiality[leg]! * (1 - arriving(now, leg));
      });
      return 1 - sum(lost);
    });
    return Math.min(left('capacity', i), left('default', i), ...limits);
  };

  const loanPaid = (now: readonly Level[], leg: number): number => {
    const { psi, pt } = now[loans.borrower[leg]!]!;
    return loans.guarantee[leg] ? Math.min(psi, pt) : psi;
  };

  const moneyOf = (now: readonly Level[], i: number, capacity: number) => {
    const outside = inputs.externalRevenueUsd[i]! * Math.min(left('revenue', i), capacity);
    const sold = sumAt(
      orders.supplier,
      i,
      (leg) => orders.usd[leg]! * Math.min(fulfilled(now, leg), capacity),
    );
    const promised = sumAt(promises.payee, i, (leg) => {
      const kept = promiseKept[leg]! * fulfilled(now, promises.link[leg]!);
      return promises.usd[leg]! * now[promises.payer[leg]!]!.pi * kept;
    });
    const served = sumAt(loans.lender, i, (leg) => loans.serviceUsd[leg]! * loanPaid(now, leg));
    const sellable = sumAt(stakes.holder, i, (leg) =>
      stakes.contingent[leg] ? 0 : stakes.stake[leg]! * now[stakes.issuer[leg]!]!.equity,
    );
    const standing = start[i]! > 0 ? clamp(now[i]!.equity / start[i]!) : 1;
    const raised =
      books[i]!.funding * left('funding', i) * standing ** inputs.fundingElasticity[i]!;
    return {
      revenue: outside + sold,
      own: outside + inputs.fundsUsd[i]! + inputs.reserveUsd[i]! + raised,
      received: sold + promised + served + inputs.liquidShare[i]! * sellable,
    };
  };

  const marketValue = (now: readonly Level[], i: number, activity: number): number => {
    const offered = sumAt(stakes.issuer, i, (leg) => {
      const { psi, pt, pd, pi } = now[stakes.holder[leg]!]!;
      const share = stakes.stake[leg]! * inputs.liquidShare[stakes.holder[leg]!]!;
      return stakes.contingent[leg] ? 0 : share * (1 - Math.min(psi, pt, pd, pi));
    });
    const factor =
      Math.max(0, 1 - inputs.revenueElasticity[i]! * (1 - activity)) *
      left('value', i) *
      Math.max(0, 1 - inputs.priceImpact[i]! * offered);
    const held = sumAt(stakes.holder, i, (leg) => {
      const kept = stakes.contingent[leg] ? fulfilled(now, stakes.link[leg]!) * stakeKept[leg]! : 1;
      return kept * stakes.stake[leg]! * now[stakes.issuer[leg]!]!.equity;
    });
    const lost = sumAt(loans.lender, i, (leg) => loans.faceUsd[leg]! * (1 - loanPaid(now, leg)));
    return (core[i]! > 0 ? core[i]! * factor : core[i]!) + held - lost;
  };

  const firmAfter = (now: readonly Level[], i: number): Level => {
    const { revenue, debt, binding, discretionary, promised, uses, spare } = books[i]!;
    const capacity = capacityOf(now, i);
    const money = moneyOf(now, i, capacity);
    const activity = revenue > 0 ? money.revenue / revenue : 1;
    const running = inputs.fixedCostUsd[i]! + inputs.variableCostUsd[i]! * activity;
    const claims = running + debt + binding;
    const before = money.own + money.received - claims;
    const isMarket = inputs.valuation === 'market';
    const value = isMarket ? marketValue(now, i, activity) : before;
    const threshold = inputs.failureThreshold[i]! * start[i]!;
    const survives = left('default', i);
    const failed =
      now[i]!.failed ||
      survives < 1 ||
      before < -1e-12 * (uses + spare) ||
      (threshold > 0 && value < threshold - 1e-12 * start[i]!);
    const means = failed
      ? inputs.ownRecovery[i]! * money.own + inputs.receivableRecovery[i]! * money.received
      : money.own + money.received;
    const worth = isMarket ? value : means - claims;
    const equity = survives * Math.max(0, worth - (failed ? inputs.failureCostUsd[i]! : 0));
    let rest = means - running;
    const paidOf = (claim: number): number => {
      const paid = claim > 0 ? clamp(rest / claim) : 1;
      rest -= claim;
      return Math.min(survives, paid);
    };
    const [psi, pt, pd, pi] = [debt, binding, discretionary, promised].map(paidOf);
    const was = now[i]!;
    const noiseUsd = ROUNDING * (start[i]! + uses);
    return {
      activity: fallen(was.activity, activity),
      capacity: fallen(was.capacity, capacity),
      equity: fallen(was.equity, equity, noiseUsd),
      psi: fallen(was.psi, psi!),
      pt: fallen(was.pt, pt!),
      pd: fallen(was.pd, pd!),
      pi: fallen(was.pi, pi!),
      failed,
    };
  };

  return { start, firmAfter };
};

const same = (one: Level, other: Level): boolean =>
  (Object.keys(one) as (keyof Level)[]).every((name) => one[name] === other[name]);

/** Rounds from the baseline until nothing falls any more. */
export const fallIndependently = (
  inputs: ModelInputs,
  shocks: readonly Shock[],
  layers: readonly string[],
): Fallen => {
  const { start, firmAfter } = roundOf(inputs, shocks, layers);
  const calm = { activity: 1, capacity: 1, psi: 1, pt: 1, pd: 1, pi: 1, failed: false };
  let firms: readonly Level[] = start.map((equity) => ({ ...calm, equity }));
  for (let rounds = 1; rounds <= 100_000; rounds++) {
    const before = firms;
    firms = before.map((_, i) => firmAfter(before, i));
    const settled = firms.every((firm, i) => same(firm, before[i]!));
    if (settled) return { firms, startEquity: start, rounds, settled };
  }
  return { firms, startEquity: start, rounds: 100_000, settled: false };
};
