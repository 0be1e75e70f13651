import { nineDigits } from '../../base/agreed-digits.ts';
import { ScenarioError } from '../../base/errors.ts';
import { type LongWork, workThrough } from '../../base/long-work.ts';
import type { Network } from '../../data/graph.ts';
import { fillDefaults } from '../../models/chained-boats/simulate.ts';
import { checkScenario } from '../../scenario/check.ts';
import { findFirm } from '../../scenario/find.ts';
import { receiptFor } from '../../scenario/receipt.ts';
import type { Scenario } from '../../scenario/schema.ts';
import { choicesOf, type FirebreakChoice } from './choices.ts';
import type { Firebreak, FirebreakStep, Measure } from './firebreak-schema.ts';
import { measuredRun } from './measured-run.ts';
import { planOf } from './plan.ts';

export interface FirebreakOptions extends LongWork {
  readonly choice?: FirebreakChoice;
  /** How many measures together; for cash: into how many slices the dollars go. 1 by default. */
  readonly count?: number;
  /** Try every pair; needs a count of 2. */
  readonly exhaustive?: boolean;
  /** Try a measure again only while its last saving could still be the best: right where no saving grows. */
  readonly lazy?: boolean;
  /** Whose loss counts; all firms' by default. */
  readonly objective?: string;
}

/** Two savings this close, as a share of the loss, are the same. */
const SAME = 1e-12;

const checkOptions = (count: number, exhaustive: boolean, cash: boolean): void => {
  if (!Number.isInteger(count) || count < 1 || count > 50) {
    throw new ScenarioError({
      where: 'count',
      found: String(count),
      expected: 'a whole number, 1 to 50',
    });
  }
  if (exhaustive && (count !== 2 || cash)) {
    throw new ScenarioError({
      where: 'exhaustive',
      found: cash ? 'cash' : `a count of ${count}`,
      expected: 'two deals: more take too long, and slices of cash are no set',
    });
  }
};

const mostSavedFirst = (one: FirebreakStep, other: FirebreakStep): number =>
  other.savedUsd - one.savedUsd || (nameOf(one.measure) < nameOf(other.measure) ? -1 : 1);

const nameOf = (measure: Measure): string =>
  measure.kind === 'cash' ? measure.firm : measure.deal;

/**
 * Which deals to cut, shrink or backstop, or where to put cash, so that a scenario costs least.
 *
 * One measure: every one is tried. Several: greedily, each the best on top of those before. Where no saving
 * grows by what others save, greedy is near the best and `lazy` evaluation (Minoux 1978) finds the same with
 * few solves; failures make savings grow, how often is told, and then a lazy choice may miss the greedy one
 * and the greedy one the best. `exhaustive` tries every pair.
 *
 * A measure is a change of the web before the shock, its baseline with it: what a torn-up deal would have
 * brought its parties is not in these dollars.
 *
 * @returns ended early, the measures that were tried
 * @throws ScenarioError for an unknown firm or deal, a budget or count of nothing, a share outside 0..1
 * @throws ModelError where a run does not settle
 */
export const firebreak = async (
  network: Network,
  scenario: Scenario,
  options: FirebreakOptions = {},
): Promise<Firebreak> => {
  const {
    choice = { kind: 'cut' },
    count = 1,
    exhaustive = false,
    lazy = false,
    ...follow
  } = options;
  checkOptions(count, exhaustive, choice.kind === 'cash');
  checkScenario(network, scenario);
  const full = fillDefaults(scenario);
  const objective =
    options.objective === undefined
      ? 'gross-loss'
      : findFirm(network, options.objective, 'objective');
  const plan = planOf(network, full);
  const run = measuredRun(plan, full);
  const row = plan.inputs.firms.indexOf(objective);
  let solves = 0;
  const lossOf = (measures: readonly Measure[]): number => {
    solves++;
    const loss = run(measures);
    return objective === 'gross-loss' ? loss.reduce((sum, usd) => sum + usd, 0) : loss[row]!;
  };
  const lossUsd = lossOf([]);
  const measures = choicesOf(network, plan, full, choice, count);
  const single: FirebreakStep[] = [];
  const one = await workThrough(
    measures.length,
    (at) => {
      const after = lossOf([measures[at]!]);
      single.push({ measure: measures[at]!, lossUsd: after, savedUsd: lossUsd - after });
    },
    follow,
  );
  single.sort(mostSavedFirst);
  let steps: FirebreakStep[] = single.slice(0, 1);
  let [complete, gainsThatGrew] = [one.complete, 0];
  if (complete && exhaustive) {
    const pairs = measures.flatMap((first, at) =>
      measures.slice(at + 1).map((second) => [first, second] as const),
    );
    let best = Number.POSITIVE_INFINITY;
    const tried = await workThrough(
      pairs.length,
      (at) => {
        const [first, second] = pairs[at]!;
        const after = lossOf([first, second]);
        if (after >= best - SAME * lossUsd) return;
        best = after;
        const alone = single.find(({ measure }) => measure === first)!;
        steps = [alone, { measure: second, lossUsd: after, savedUsd: alone.lossUsd - after }];
      },
      follow,
    );
    complete = tried.complete;
  } else if (complete && count > 1) {
    /** Upper bounds of what each would save now, if savings only shrink. */
    const bound = new Map(single.map(({ measure, savedUsd }) => [measure, savedUsd]));
    const repeats = choice.kind === 'cash';
    const grown = await workThrough(
      count - 1,
      () => {
        const before = steps.map(({ measure }) => measure);
        const from = steps.at(-1)?.lossUsd ?? lossUsd;
        const queue = measures
          .filter((measure) => repeats || !before.includes(measure))
          .sort((a, b) => bound.get(b)! - bound.get(a)!);
        let best: FirebreakStep | undefined;
        for (const measure of queue) {
          if (lazy && best !== undefined && bound.get(measure)! <= best.savedUsd) break;
          const after = lossOf([...before, measure]);
          const savedUsd = from - after;
          if (savedUsd > bound.get(measure)! + 1e-9 * lossUsd) gainsThatGrew++;
          bound.set(measure, savedUsd);
          if (best === undefined || savedUsd > best.savedUsd)
            best = { measure, lossUsd: after, savedUsd };
        }
        if (best !== undefined) steps.push(best);
      },
      follow,
    );
    complete = grown.complete;
  }
  return {
    version: 1,
    receipt: receiptFor(network, full, [
      objective,
      nineDigits(lossUsd),
      single.map(({ measure, savedUsd }) => [nameOf(measure), Number((savedUsd / 1e3).toFixed(0))]),
      steps.map(({ measure }) => nameOf(measure)),
    ]),
    objective,
    lossUsd,
    single,
    plan: {
      method: count === 1 || exhaustive ? 'exact' : lazy ? 'lazy-greedy' : 'greedy',
      steps,
      savedUsd: lossUsd - (steps.at(-1)?.lossUsd ?? lossUsd),
      gainsThatGrew,
    },
    solves,
    complete,
  };
};
