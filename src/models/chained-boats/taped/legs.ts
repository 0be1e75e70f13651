import type { Node, Tape } from '../../../numerics/program/tape.ts';
import type { Web } from '../web.ts';
import type { TapedInputs } from './inputs.ts';
import type { TapedShocks } from './shocks.ts';
import type { TapedWeb } from './web.ts';

/** The unknowns of `State` as nodes, one per firm. */
export interface TapedState {
  readonly activityLoss: readonly Node[];
  readonly capacityLoss: readonly Node[];
  readonly valueLossUsd: readonly Node[];
  readonly debtUnpaid: readonly Node[];
  readonly bindingUnpaid: readonly Node[];
  readonly discretionaryUnpaid: readonly Node[];
  readonly promisedUnpaid: readonly Node[];
}

/** All that a round is made of. */
export interface TapedRound {
  readonly tape: Tape;
  readonly web: Web;
  readonly inputs: TapedInputs;
  readonly baseline: TapedWeb;
  readonly shocks: TapedShocks;
  readonly seen: TapedState;
}

/** 1 - (1 - a)(1 - b): lost to one or the other. */
export const eitherLost = ({ zero, one, subtract, multiply }: Tape, a: Node, b: Node): Node => {
  if (a === zero) return b;
  return b === zero ? a : subtract(one, multiply(subtract(one, a), subtract(one, b)));
};

/** The largest of shares of which none is below 0. */
export const worstOf = ({ worst, zero }: Tape, shares: readonly Node[]): Node =>
  shares.reduce((most, share) => worst(most, share), zero);

const mixed = ({ tape, inputs }: TapedRound, leg: number, binding: Node, other: Node): Node => {
  const share = inputs.orders.takeOrPay[leg]!;
  return tape.add(
    tape.multiply(share, binding),
    tape.multiply(tape.subtract(tape.one, share), other),
  );
};

/** As `orderUnfulfilled`. */
export const orderUnfulfilled = (round: TapedRound, leg: number): Node => {
  const { tape, web, seen, shocks } = round;
  const customer = web.orders.customer[leg]!;
  const needed = worstOf(tape, [seen.activityLoss[customer]!, seen.discretionaryUnpaid[customer]!]);
  const lost = mixed(round, leg, seen.bindingUnpaid[customer]!, needed);
  return eitherLost(tape, shocks.cancelledOrder[leg]!, lost);
};

const linkedLoss = (round: TapedRound, link: number): Node =>
  link < 0 ? round.tape.zero : orderUnfulfilled(round, link);

/** As `promiseUnpaid`. */
export const promiseUnpaid = (round: TapedRound, leg: number): Node => {
  const { tape, web, seen, shocks } = round;
  const payer = seen.promisedUnpaid[web.promises.payer[leg]!]!;
  const unpaid = eitherLost(tape, payer, linkedLoss(round, web.promises.link[leg]!));
  return eitherLost(tape, unpaid, shocks.cancelledPromise[leg]!);
};

/** As `stakeLossUsd`. */
export const stakeLossUsd = (round: TapedRound, leg: number): Node => {
  const { tape, web, baseline, seen, shocks, inputs } = round;
  const { add, multiply, subtract, one, zero } = tape;
  const issuer = web.stakes.issuer[leg]!;
  const lapsed = web.stakes.contingent[leg]
    ? eitherLost(tape, linkedLoss(round, web.stakes.link[leg]!), shocks.cancelledWarrant[leg]!)
    : zero;
  const fallen = multiply(seen.valueLossUsd[issuer]!, subtract(one, lapsed));
  const loss = add(fallen, multiply(baseline.startValueUsd[issuer]!, lapsed));
  return multiply(inputs.stakes.stake[leg]!, loss);
};

/** As `putUpForSale`. */
export const putUpForSale = (round: TapedRound, leg: number): Node => {
  const { tape, web, seen, inputs } = round;
  if (web.stakes.contingent[leg]) return tape.zero;
  const holder = web.stakes.holder[leg]!;
  const need = worstOf(tape, [
    seen.debtUnpaid[holder]!,
    seen.bindingUnpaid[holder]!,
    seen.discretionaryUnpaid[holder]!,
    seen.promisedUnpaid[holder]!,
  ]);
  const sellable = tape.multiply(inputs.stakes.stake[leg]!, inputs.liquidShare[holder]!);
  return tape.multiply(sellable, need);
};

/** As `loanUnpaid`. */
export const loanUnpaid = ({ tape, web, seen }: TapedRound, leg: number): Node => {
  const borrower = web.loans.borrower[leg]!;
  const unpaid = seen.debtUnpaid[borrower]!;
  return web.loans.guarantee[leg] ? worstOf(tape, [unpaid, seen.bindingUnpaid[borrower]!]) : unpaid;
};

/** As `inputMissing`. */
export const inputMissing = (round: TapedRound, leg: number): Node => {
  const { tape, web, seen, shocks } = round;
  const customer = web.orders.customer[leg]!;
  const unpaid = mixed(
    round,
    leg,
    seen.bindingUnpaid[customer]!,
    seen.discretionaryUnpaid[customer]!,
  );
  const undelivered = seen.capacityLoss[web.orders.supplier[leg]!]!;
  return eitherLost(tape, shocks.cancelledOrder[leg]!, worstOf(tape, [undelivered, unpaid]));
};

const NOTHING = 1e-12;

/** As `fundingLost`. */
export const fundingLost = (round: TapedRound, i: number): Node => {
  const { tape, web, baseline, seen, shocks, inputs } = round;
  const { subtract, divide, power, one, zero } = tape;
  let raisable = one;
  if (web.startValueUsd[i]! > 0) {
    const kept = subtract(one, divide(seen.valueLossUsd[i]!, baseline.startValueUsd[i]!));
    const left = tape.value[kept]! <= NOTHING ? zero : kept;
    const elasticity = inputs.fundingElasticity[i]!;
    if (left !== zero) raisable = power(left, elasticity);
    else if (tape.value[elasticity]! !== 0) raisable = zero;
  }
  return eitherLost(tape, subtract(one, raisable), shocks.funding[i]!);
};
