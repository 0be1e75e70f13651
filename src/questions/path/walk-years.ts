import { findLimit, type Limit } from '../../models/chained-boats/limit.ts';
import { shockArrays } from '../../models/chained-boats/shocks.ts';
import { defaultSolveOptions } from '../../models/chained-boats/solve.ts';
import { keepHigher, type State } from '../../models/chained-boats/state.ts';
import type { Web } from '../../models/chained-boats/web.ts';
import type { Shock } from '../../scenario/schema.ts';
import { accountsOf } from './accounts.ts';
import { type Carry, calmCarry, carryOn, startState, webAfter } from './carry.ts';
import type { PathAccount } from './path-schema.ts';
import type { PlanYear } from './plan-years.ts';

/** A shocked year: the web as it was met, where it ended, and its money. */
export interface WalkedYear {
  readonly plan: PlanYear;
  readonly web: Web;
  readonly before: Carry;
  readonly after: Carry;
  readonly state: State;
  readonly limit: Pick<Limit, 'errorBound'>;
  readonly accounts: readonly PathAccount[];
}

/** Firms that failed in an earlier year are in default: they pay, order and deliver nothing more. */
const stillFailed = (web: Web, { failed }: Carry): Shock[] =>
  web.firms.filter((_, i) => failed[i] === 1).map((firm) => ({ kind: 'default', firm, size: 1 }));

/** Walk through the years of a plan under shocks that hold in every one of them. */
export const walkYears = (
  plans: readonly PlanYear[],
  shocks: readonly Shock[],
): readonly WalkedYear[] => {
  const walked: WalkedYear[] = [];
  let carry = calmCarry(plans[0]!.web);
  for (const plan of plans) {
    const web = webAfter(plan.web, carry);
    const arrays = shockArrays(web, [...shocks, ...stillFailed(web, carry)], plan.layers);
    const start = startState(web, carry);
    const limit = findLimit(web, arrays, start, defaultSolveOptions);
    const state = limit.after;
    keepHigher(start, state);
    const accounts = accountsOf(web, arrays, state);
    const after = carryOn(web, arrays, state, carry, accounts, plan.accounts);
    walked.push({ plan, web, before: carry, after, state, limit, accounts });
    carry = after;
  }
  return walked;
};
