import { nineDigits } from '../../base/agreed-digits.ts';
import { ScenarioError } from '../../base/errors.ts';
import type { Network } from '../../data/graph.ts';
import { heldInsideOf } from '../../models/chained-boats/outcome.ts';
import { fillDefaults, settingsOf } from '../../models/chained-boats/simulate.ts';
import { checkScenario } from '../../scenario/check.ts';
import { receiptFor } from '../../scenario/receipt.ts';
import type { Scenario } from '../../scenario/schema.ts';
import type { PathFirm, PathRun, PathYear } from './path-schema.ts';
import { planYears } from './plan-years.ts';
import { type WalkedYear, walkYears } from './walk-years.ts';

const LONGEST = 50;

const windowOfPath = ({ time }: Scenario): readonly [number, number] => {
  if (time?.mode !== 'path') {
    throw new ScenarioError({
      where: 'time.mode',
      found: JSON.stringify(time?.mode ?? 'nothing'),
      expected: '"path", with a window of years',
    });
  }
  const [first, last] = time.window;
  if (last - first < LONGEST) return time.window;
  const found = `${last - first + 1} years`;
  throw new ScenarioError({ where: 'time.window', found, expected: `at most ${LONGEST} years` });
};

const sum = (values: Iterable<number>): number => {
  let total = 0;
  for (const value of values) total += value;
  return total;
};

const firmsOf = ({ plan, web, before, after, state, accounts }: WalkedYear): PathFirm[] => {
  const arrears = after.outsideArrearsUsd.slice();
  after.arrearsUsd.forEach((usd, leg) => {
    arrears[web.loans.borrower[leg]!]! += usd;
  });
  return web.firms.map((id, i) => {
    const startValueUsd = web.startValueUsd[i]!;
    const lossUsd = state.valueLossUsd[i]!;
    return {
      id,
      lossUsd,
      startValueUsd,
      valueKnown: !Number.isNaN(web.valueUsd[i]!),
      newLossUsd: lossUsd - before.lostShare[i]! * Math.max(0, startValueUsd),
      failed: state.failed[i] === 1,
      activity: 1 - state.activityLoss[i]!,
      debtPaid: 1 - state.debtUnpaid[i]!,
      bindingPaid: 1 - state.bindingUnpaid[i]!,
      discretionaryPaid: 1 - state.discretionaryUnpaid[i]!,
      tranchePaid: 1 - state.promisedUnpaid[i]!,
      gapUsd: plan.web.gapUsd[i]!,
      arrearsUsd: arrears[i]!,
      account: accounts[i]!,
    };
  });
};

const yearOf = (walked: WalkedYear): PathYear => {
  const { plan, web, before, state, limit } = walked;
  const firms = firmsOf(walked);
  const heldInside = heldInsideOf(web);
  return {
    year: plan.year,
    converged: limit.errorBound !== null,
    errorBound: limit.errorBound,
    grossLossUsd: sum(state.valueLossUsd),
    newLossUsd: sum(firms.map(({ newLossUsd }) => newLossUsd)),
    ownersLossUsd: sum(state.valueLossUsd.map((usd, i) => (1 - heldInside[i]!) * usd)),
    failed: web.firms.filter((_, i) => state.failed[i]! > before.failed[i]!),
    gapUsd: sum(plan.web.gapUsd),
    notRaisedUsd: sum(
      firms.map(({ gapUsd, account }) => Math.max(0, gapUsd - account.in.raisedUsd)),
    ),
    arrearsUsd: sum(firms.map(({ arrearsUsd }) => arrearsUsd)),
    firms,
  };
};

/**
 * A shock year by year over the deals' schedules, in this scenario and under this model. The shock holds
 * in every year. Each year is solved as in the mode `year`, from what the year before left:
 *
 * - cash: what came in less what went out, as `account` lists it; what the plan still has and the firm
 *   has not is missing from its means, and no outside money makes up for it. Assumed cash and stakes
 *   sold are used once.
 * - debt: service that went unpaid is due again the next year, before all but operating cost, and reaches
 *   its lender when it is paid;
 * - failures: a firm that failed is in default from the next year on: it pays, orders and delivers nothing;
 * - values: the share of its value that a firm has lost stays lost; a later year can only add to it. A shock
 *   that goes on takes the same value once, not again every year.
 *
 * One year alone is the mode `year`. Without a shock nothing is lost in any year. A larger shock never
 * helps anyone in the first year, nor, where no firm has stakes to sell, in any later one; what is sold
 * in one year no longer presses on its price in the next, and can leave the issuer a little better off
 * (3 of 400 random webs, by at most 0.4 % of its value).
 *
 * @param network   the web as known on a day
 * @param scenario  with `time: { mode: 'path', window }`, both years counted, at most 50
 * @returns a path document: per year losses so far, failures, the gap of the plan, and every firm's money
 * @throws ScenarioError for another mode, book valuation, a reversed or too long window, and as `simulate`
 */
export const simulatePath = (network: Network, scenario: Scenario): PathRun => {
  const window = windowOfPath(scenario);
  checkScenario(network, scenario);
  const full = fillDefaults(scenario);
  if (full.parameters['valuation'] === 'book') {
    const expected = '"market": over years, book values and cash would count the same dollar twice';
    throw new ScenarioError({ where: 'parameters.valuation', found: '"book"', expected });
  }
  const { time: _path, ...settings } = settingsOf(network, {
    ...full,
    time: { mode: 'horizon', window: [...window] },
  });
  const years = walkYears(
    planYears(network, settings, window, new Set(full.cuts)),
    full.shocks,
  ).map(yearOf);
  const digest = years.map(({ year, grossLossUsd, failed, firms }) => [
    year,
    nineDigits(grossLossUsd),
    failed,
    firms.map(({ lossUsd, account }) => [nineDigits(lossUsd), nineDigits(account.cashEndUsd)]),
  ]);
  return {
    version: 1,
    receipt: receiptFor(network, full, digest),
    model: full.model,
    converged: years.every(({ converged }) => converged),
    years,
  };
};
