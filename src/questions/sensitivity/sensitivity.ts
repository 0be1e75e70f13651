import { nineDigits } from '../../base/agreed-digits.ts';
import type { Network } from '../../data/graph.ts';
import { finalState } from '../../models/chained-boats/final-state.ts';
import { inputKey, isOnRecord } from '../../models/chained-boats/inputs/input-ref.ts';
import { compileWeb, fillDefaults } from '../../models/chained-boats/simulate.ts';
import { checkScenario } from '../../scenario/check.ts';
import { receiptFor } from '../../scenario/receipt.ts';
import type { Scenario } from '../../scenario/schema.ts';
import { askedOf } from '../uncertain/asked-of.ts';
import type { DrawWork } from '../uncertain/run-draws.ts';
import { varianceSharePlan, varianceShares } from '../uncertain/variance-shares.ts';
import { type ChangedRun, changedRun } from './changed-run.ts';
import { evidenceShares } from './evidence-shares.ts';
import { inputRanges } from './ranges.ts';
import { replayedRun } from './replayed-run.ts';
import type { Sensitivity, Slope } from './sensitivity-schema.ts';
import { slopesAt } from './slopes.ts';
import { tapedRun } from './taped-run.ts';
import { parseTarget, targetNode, targetText, targetUsd } from './target.ts';
import { tornadoOf } from './tornado.ts';

export interface SensitivityOptions extends DrawWork {
  /**
   * What is asked about: `gross-loss` (default), `owners-loss`, `firm:ID`, `layer:ID`, `gap`, `gap:ID`.
   */
  readonly target?: string | undefined;
  /** False leaves the tornado away: slopes and evidence alone take one solve. Default true. */
  readonly tornado?: boolean | undefined;
  /** Pairs of points for Sobol' indices, a power of two; 0 (default) leaves them away. */
  readonly indices?: number | undefined;
  /** Of the points for indices; the scenario's own by default. */
  readonly seed?: number | undefined;
}

const swayOf = ({ perPercentUsd, slopeBelow, slopeAbove, value }: Slope): number =>
  Math.abs(
    perPercentUsd ?? (Math.max(Math.abs(slopeBelow ?? 0), Math.abs(slopeAbove ?? 0)) * value) / 100,
  );

const largestFirst = (slopes: readonly Slope[]): Slope[] =>
  slopes.toSorted(
    (a, b) => swayOf(b) - swayOf(a) || (inputKey(a.input) < inputKey(b.input) ? -1 : 1),
  );

const figuresOf = ({
  target,
  totalUsd,
  converged,
  slopes,
  tornado,
  indices,
}: Omit<Sensitivity, 'receipt'>) => ({
  target: targetText(target),
  totalUsd: nineDigits(totalUsd),
  converged,
  slopes: slopes
    .map(({ input, slopeBelow, slopeAbove }) => [
      inputKey(input),
      nineDigits(slopeBelow),
      nineDigits(slopeAbove),
    ])
    .sort(([one], [other]) => (one! < other! ? -1 : 1)),
  tornado: tornado.map(({ input, low, high }) => [
    inputKey(input),
    nineDigits(low.totalUsd),
    nineDigits(high.totalUsd),
  ]),
  indices: (indices?.groups ?? []).map(({ row, first, total }) => [
    row,
    nineDigits(first),
    nineDigits(total),
  ]),
});

/**
 * What a total hangs on, in this scenario and under this model: its slope in every figure of the records,
 * every parameter and every shock, from one adjoint solve (`slopesAt`); what it becomes at both ends of
 * every range on record, each solved again (`tornadoOf`); what share of it rests on filed, reported
 * and assumed figures (`evidenceShares`); and, where asked for, what of its spread is due to what
 * (`varianceShares`).
 *
 * @returns a sensitivity document; cut short, it has the slopes and the bars that are done, and
 *          `complete` false. Where the run's limit wasn't reached, `converged` is false and slopes are null.
 * @throws ScenarioError for a target, firm, deal, size or parameter that the web or the model can't take
 * @throws ModelError where the records break the model's order (variable costs above revenue)
 */
export const sensitivity = async (
  network: Network,
  scenario: Scenario,
  options: SensitivityOptions = {},
): Promise<Sensitivity> => {
  const { target: text = 'gross-loss', tornado: withTornado = true, threads, ...rest } = options;
  const { indices: rows = 0, seed = scenario.seed ?? 0, ...follow } = rest;
  checkScenario(network, scenario);
  const target = parseTarget(network, text);
  const plan = rows === 0 ? null : varianceSharePlan(network, rows, seed);
  const full = fillDefaults(scenario);
  const compiled = compileWeb(network, full);
  const limit = finalState(compiled, full.shocks);
  const totalUsd = targetUsd(target, compiled, limit.after);
  const run = tapedRun(network, full, compiled, limit);
  const { slopes, residual } = slopesAt(run, targetNode(target, run));
  const [ofRecords, ofScenario] = [replayedRun(run, target), changedRun(network, full, target)];
  const changed: ChangedRun = (input, value) =>
    isOnRecord(input) ? ofRecords(input, value) : ofScenario(input, value);
  const { bars, complete } = await tornadoOf(
    withTornado ? inputRanges(network, full) : [],
    totalUsd,
    changed,
    follow,
  );
  const indices =
    plan && (await varianceShares(network, scenario, target, plan, { threads, ...follow }));
  const result: Omit<Sensitivity, 'receipt'> = {
    version: 1,
    target,
    totalUsd,
    converged: limit.errorBound !== null,
    adjointResidual: residual,
    atEdge: run.cascade.atEdge.map((i) => compiled.web.firms[i]!),
    complete: complete && indices?.complete !== false,
    slopes: largestFirst(slopes),
    tornado: [...bars],
    evidence: evidenceShares(slopes, totalUsd, compiled.derivation.assumptions),
    indices,
  };
  const asked = indices === null ? full : askedOf(scenario, seed);
  return { ...result, receipt: receiptFor(network, asked, figuresOf(result)) };
};
