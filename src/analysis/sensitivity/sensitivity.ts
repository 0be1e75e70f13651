import { finalState } from '../../contagion/final-state.ts';
import { compileWeb, fillDefaults } from '../../contagion/simulate.ts';
import type { LongWork } from '../../long-work.ts';
import type { Network } from '../../network/graph.ts';
import { receiptFor } from '../../receipt.ts';
import { checkScenario } from '../../scenario/check.ts';
import type { Scenario } from '../../scenario/schema.ts';
import { changedRun } from './changed-run.ts';
import { evidenceShares } from './evidence-shares.ts';
import { inputKey } from './input-schema.ts';
import { inputRanges } from './ranges.ts';
import type { Sensitivity, Slope } from './sensitivity-schema.ts';
import { slopesAt } from './slopes.ts';
import { tapedRun } from './taped-run.ts';
import { parseTarget, targetNode, targetText, targetUsd } from './target.ts';
import { tornadoOf } from './tornado.ts';

export interface SensitivityOptions extends LongWork {
  /**
   * What is asked about: `gross-loss` (default), `owners-loss`, `firm:ID`, `layer:ID`, `gap`, `gap:ID`.
   */
  readonly target?: string | undefined;
  /** False leaves the tornado away: slopes and evidence alone take one solve. Default true. */
  readonly tornado?: boolean | undefined;
}

const swayOf = ({ perPercentUsd, slopeBelow, slopeAbove, value }: Slope): number =>
  Math.abs(
    perPercentUsd ?? (Math.max(Math.abs(slopeBelow ?? 0), Math.abs(slopeAbove ?? 0)) * value) / 100,
  );

const largestFirst = (slopes: readonly Slope[]): Slope[] =>
  slopes.toSorted(
    (a, b) => swayOf(b) - swayOf(a) || (inputKey(a.input) < inputKey(b.input) ? -1 : 1),
  );

/** Nine digits: what any machine agrees on. */
const rounded = (usd: number | null): number | null =>
  usd === null ? null : Number(usd.toPrecision(9));

const figuresOf = ({
  target,
  totalUsd,
  converged,
  slopes,
  tornado,
}: Omit<Sensitivity, 'receipt'>) => ({
  target: targetText(target),
  totalUsd: rounded(totalUsd),
  converged,
  slopes: slopes
    .map(({ input, slopeBelow, slopeAbove }) => [
      inputKey(input),
      rounded(slopeBelow),
      rounded(slopeAbove),
    ])
    .sort(([one], [other]) => (one! < other! ? -1 : 1)),
  tornado: tornado.map(({ input, low, high }) => [
    inputKey(input),
    rounded(low.totalUsd),
    rounded(high.totalUsd),
  ]),
});

/**
 * What a total hangs on, in this scenario and under this model: its slope in every figure of the records,
 * every parameter and every shock, from one adjoint solve (`slopesAt`); what it becomes at both ends of
 * every range on record, each solved again (`tornadoOf`); and what share of it rests on filed, reported
 * and assumed figures (`evidenceShares`).
 *
 * @returns a sensitivity document; cut short, it has the slopes and the bars that are done, and
 *          `complete` false. Where the run's limit wasn't reached, `converged` is false and slopes are null.
 * @throws ScenarioError for a target, firm, deal, size or parameter that the web or the model can't take
 * @throws ModelError where the records break the model's order (variable costs above revenue)
 */
export const sensitivity = async (
  network: Network,
  scenario: Scenario,
  { target: asked = 'gross-loss', tornado: withTornado = true, ...follow }: SensitivityOptions = {},
): Promise<Sensitivity> => {
  checkScenario(network, scenario);
  const target = parseTarget(network, asked);
  const full = fillDefaults(scenario);
  const compiled = compileWeb(network, full);
  const limit = finalState(compiled, full.shocks);
  const totalUsd = targetUsd(target, compiled, limit.after);
  const run = tapedRun(network, full, compiled, limit);
  const { slopes, residual } = slopesAt(run, targetNode(target, run));
  const { bars, complete } = await tornadoOf(
    withTornado ? inputRanges(network, full) : [],
    totalUsd,
    changedRun(network, full, target),
    follow,
  );
  const result: Omit<Sensitivity, 'receipt'> = {
    version: 1,
    target,
    totalUsd,
    converged: limit.errorBound !== null,
    adjointResidual: residual,
    atEdge: run.cascade.atEdge.map((i) => compiled.web.firms[i]!),
    complete,
    slopes: largestFirst(slopes),
    tornado: [...bars],
    evidence: evidenceShares(slopes, totalUsd, compiled.derivation.assumptions),
  };
  return { ...result, receipt: receiptFor(network, full, figuresOf(result)) };
};
