import * as z from 'zod/mini';
import { resolveParameters } from '../../base/parameter.ts';
import { matrixSchema, readEntries } from '../problem/entries.ts';
import { parametersSchema, vectorSchema } from '../problem/problem-fields.ts';
import type { Accuracy, PublishedModel } from '../problem/published-model.ts';
import { readShocks, shocksSchema } from '../problem/shocks.ts';
import { readVector } from '../problem/vector.ts';
import { impactsOf } from './impacts.ts';
import { debtrankParameters } from './parameters.ts';
import { spreading } from './spread.ts';

export const debtrankProblemSchema = z.strictObject({
  /** [lender, borrower, amount] or dense with a row per lender. */
  exposures: matrixSchema,
  /** What each firm can lose before it fails, at least 0. */
  buffers: vectorSchema,
  /** Importance of each firm in the totals, any unit; left away: the buffers. */
  weights: z.optional(vectorSchema),
  shocks: shocksSchema,
  parameters: parametersSchema,
});

export type DebtrankProblem = z.infer<typeof debtrankProblemSchema>;

/** Lists with an item per shock. */
export interface DebtrankAnswer extends Accuracy {
  /** Per firm: share of the buffer that is lost, in [0, 1]. */
  readonly stress: readonly (readonly number[])[];
  /** Weighted mean of the stress that the shock itself is. */
  readonly originalStress: readonly number[];
  /** Weighted mean of what contagion adds. */
  readonly additionalStress: readonly number[];
  /** Firms that contagion wipes out, to within the tolerance. */
  readonly additionalDefaults: readonly number[];
  /** Buffers that contagion destroys, in the currency of the problem. */
  readonly additionalLosses: readonly number[];
}

const dot = (one: Float64Array, other: Float64Array): number => {
  let sum = 0;
  for (let i = 0; i < one.length; i++) sum += one[i]! * other[i]!;
  return sum;
};

const solve = (problem: DebtrankProblem): DebtrankAnswer => {
  const values = resolveParameters(debtrankParameters, problem.parameters);
  const buffers = readVector('buffers', problem.buffers, { min: 0 });
  const size = buffers.length;
  const weights = readVector('weights', problem.weights ?? problem.buffers, { size, min: 0 });
  const totalWeight = weights.reduce((sum, weight) => sum + weight, 0);
  const shares = weights.map((weight) => (totalWeight > 0 ? weight / totalWeight : 0));
  const capped =
    values.capImpacts === 'as-published'
      ? values.variant === 'single-hit'
      : values.capImpacts === 'yes';
  const exposures = readEntries('exposures', problem.exposures, size);
  const impacts = impactsOf(exposures, buffers, capped);
  const wipedOut = 1 - values.tolerance;
  const shocks = readShocks(problem.shocks, size);
  const spread = spreading(impacts, values, shocks.length);
  const answers = shocks.map((shock) => {
    const { stress, ...accuracy } = spread(shock);
    const added = stress.map((share, i) => share - shock[i]!);
    let defaults = 0;
    for (let i = 0; i < size; i++) if (stress[i]! >= wipedOut && shock[i]! < 1) defaults += 1;
    return { stress, shock, added, defaults, accuracy };
  });
  return {
    stress: answers.map(({ stress }) => Array.from(stress)),
    originalStress: answers.map(({ shock }) => dot(shock, shares)),
    additionalStress: answers.map(({ added }) => dot(added, shares)),
    additionalDefaults: answers.map(({ defaults }) => defaults),
    additionalLosses: answers.map(({ added }) => dot(added, buffers)),
    converged: answers.every(({ accuracy }) => accuracy.converged),
    residual: Math.max(0, ...answers.map(({ accuracy }) => accuracy.residual)),
    iterations: Math.max(0, ...answers.map(({ accuracy }) => accuracy.iterations)),
  };
};

/**
 * DebtRank: distress spreads from borrowers to lenders before anybody fails.
 *
 * `linear` (Bardoscia and others 2015): the least h with h_i = min(1, s_i + Σ_j A_ij / E_i h_j): every
 * rise of distress is passed on, also back to where it came from. `nonlinear` (2016): h_j is felt as
 * h_j exp(α(h_j - 1)). `single-hit` (Battiston and others 2012): each firm passes its distress on
 * once, when it is first hit, with impacts min(1, A_ij / E_i). Any variant with or without that cap.
 *
 * Firms 0..n-1, amounts in any one currency. Nobody recovers anything from a wiped-out borrower. A
 * lender without a buffer fails at the first loss, however small; no firms at all: empty lists.
 * Linear answers for many shocks come from one inverse (default sets, exact up to rounding); else
 * answers are raised from below until an upper bound shows them within `tolerance`, and where that
 * can't be shown `converged` is false.
 *
 * @throws DataError, ModelError for a matrix or vector that isn't what it should be
 */
export const debtrank: PublishedModel<DebtrankProblem, DebtrankAnswer, typeof debtrankParameters> =
  {
    id: 'debtrank',
    title: { en: 'DebtRank', zh: 'DebtRank 困境传导' },
    equation:
      'linear: h_i = min(1, s_i + Σ_j (A_ij/E_i) h_j); nonlinear: h_j e^{α(h_j−1)} for h_j; single-hit: h_i(t) = min(1, h_i(t−1) + Σ_{j newly distressed} min(1, A_ij/E_i) h_j(t−1))',
    tells: {
      en: 'how much of every buffer is lost when borrowers weaken, before and beyond outright failure, and which firm in trouble would hurt the others most',
      zh: '借款人走弱时（不必倒下）各方缓冲损失多少，以及哪家企业受困对他人伤害最大',
    },
    blindTo: [
      {
        en: 'what is recovered from a failed borrower, and collateral',
        zh: '从倒下的借款人处收回的款项与抵押品',
      },
      { en: 'repayment, new lending and run-off over time', zh: '随时间的偿还、新增贷款与到期' },
      {
        en: 'that a loan to a weaker but solvent borrower may still be paid in full',
        zh: '走弱但仍有偿付能力的借款人可能全额还款',
      },
    ],
    references: [
      {
        text: 'Battiston, Puliga, Kaushik, Tasca and Caldarelli (2012), DebtRank: too central to fail? Financial networks, the FED and systemic risk, Scientific Reports 2',
        doi: '10.1038/srep00541',
      },
      {
        text: 'Bardoscia, Battiston, Caccioli and Caldarelli (2015), DebtRank: a microscopic foundation for shock propagation, PLOS ONE 10(6)',
        doi: '10.1371/journal.pone.0130406',
      },
      {
        text: 'Bardoscia, Caccioli, Perotti, Vivaldo and Caldarelli (2016), Distress propagation in complex networks: the case of non-linear DebtRank, PLOS ONE 11(10)',
        doi: '10.1371/journal.pone.0163825',
      },
    ],
    parameters: debtrankParameters,
    problemSchema: debtrankProblemSchema,
    solve,
  };
