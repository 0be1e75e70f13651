import type { ShockArrays } from './shocks.ts';
import { calmState, copyFirm, keepHigher, type State } from './state.ts';
import { roundOf, stepFirm } from './step.ts';
import type { Web } from './web.ts';

const isHit = (seen: State, i: number): boolean => differs(seen, calmest, i, 0);

const differs = (one: State, other: State, i: number, at: number): boolean =>
  one.valueLossUsd[i] !== other.valueLossUsd[at] ||
  one.activityLoss[i] !== other.activityLoss[at] ||
  one.capacityLoss[i] !== other.capacityLoss[at] ||
  one.promisedUnpaid[i] !== other.promisedUnpaid[at] ||
  one.discretionaryUnpaid[i] !== other.discretionaryUnpaid[at] ||
  one.bindingUnpaid[i] !== other.bindingUnpaid[at] ||
  one.debtUnpaid[i] !== other.debtUnpaid[at] ||
  one.failed[i] !== other.failed[at];

const calmest = calmState(1);

/**
 * How far the fire has come. What a firm makes of a round hangs on its own and its neighbours' losses
 * alone: while none of them moves, its new unknowns are its old ones, to the last bit, and a firm that no
 * shock strikes has none while nobody near it has any. So only firms with something new are worked out.
 */
export class Front {
  private readonly web: Web;
  private readonly shocks: ShockArrays;
  /** 1: to be worked out, since something near the firm is new. */
  private readonly stirred: Uint8Array;

  /** @param start  where the rounds or passes start: a state that no round made, or the calm one */
  constructor(web: Web, shocks: ShockArrays, start: State) {
    this.web = web;
    this.shocks = shocks;
    this.stirred = new Uint8Array(web.size);
    const { revenue, value, funding, capacity } = shocks;
    for (const column of [revenue, value, funding, capacity, shocks.default]) {
      for (let i = 0; i < web.size; i++) if (column[i] !== 0) this.stirred[i] = 1;
    }
    const { orders, stakes, promises } = web;
    this.strikeLegs(shocks.cancelledOrder, orders.customer, orders.supplier);
    this.strikeLegs(shocks.cancelledPromise, promises.payer, promises.payee);
    this.strikeLegs(shocks.cancelledWarrant, stakes.holder, stakes.issuer);
    for (let i = 0; i < web.size; i++) if (isHit(start, i)) this.stir(i);
  }

  private strikeLegs(cancelled: Float64Array, ones: Int32Array, others: Int32Array): void {
    for (let leg = 0; leg < cancelled.length; leg++) {
      if (cancelled[leg] === 0) continue;
      this.stir(ones[leg]!);
      this.stir(others[leg]!);
    }
  }

  private readonly stirAround = (firm: number): void => this.stir(firm);

  private stir(firm: number): void {
    const { start, item } = this.web.neighbours;
    for (let at = start[firm]!; at < start[firm + 1]!; at++) this.stirred[item[at]!] = 1;
  }

  /** What the next synchronous round makes of the state that the front stands at, as `stepAll`. */
  look(seen: State, result: State): void {
    const round = roundOf(this.web, this.shocks, seen);
    for (let i = 0; i < this.web.size; i++) {
      if (this.stirred[i]) stepFirm(round, result, i);
      else copyFirm(seen, result, i);
    }
  }

  /** One synchronous round; `seen` is the start or what the last round made. */
  round(seen: State, result: State): void {
    this.look(seen, result);
    this.stirred.fill(0);
    for (let i = 0; i < this.web.size; i++) if (differs(result, seen, i, i)) this.stir(i);
  }

  /**
   * One pass in place over all firms in order (Gauss-Seidel). What rounding would take back of what a
   * firm had `earlier` is kept.
   *
   * @param earlier  the same state as `seen`; stays as it is
   */
  pass(earlier: State, seen: State): void {
    const { stirred, web } = this;
    const round = roundOf(web, this.shocks, seen);
    for (let i = 0; i < web.size; i++) {
      if (!stirred[i]) continue;
      stirred[i] = 0;
      const lost = seen.valueLossUsd[i]!;
      stepFirm(round, seen, i);
      if (seen.valueLossUsd[i]! < lost) seen.valueLossUsd[i] = lost;
      if (differs(seen, earlier, i, i)) this.stir(i);
    }
    keepHigher(earlier, seen, this.stirAround);
  }
}
