import * as z from 'zod/mini';
import {
  type ChoiceParameter,
  type NumberParameter,
  resolveParameters,
} from '../../base/parameter.ts';
import { type Csr, compressRows } from '../../numerics/sparse/csr.ts';
import { matrixSchema, readEntries } from '../problem/entries.ts';
import { parametersSchema, vectorSchema } from '../problem/problem-fields.ts';
import type { Accuracy, PublishedModel } from '../problem/published-model.ts';
import { readShocks, shocksSchema } from '../problem/shocks.ts';
import { readVector } from '../problem/vector.ts';

export const thresholdProblemSchema = z.strictObject({
  /** [lender, borrower, amount] or dense with a row per lender. */
  exposures: matrixSchema,
  /** Net worth of each firm: what it can lose before it fails; below 0: it has failed already. */
  buffers: vectorSchema,
  shocks: shocksSchema,
  parameters: parametersSchema,
});

export type ThresholdProblem = z.infer<typeof thresholdProblemSchema>;

/** Lists with an item per shock. */
export interface ThresholdAnswer extends Accuracy {
  /** Per firm: whether it fails in the end. */
  readonly defaulted: readonly (readonly boolean[])[];
  /** Firms that fail at the start, then those that fail because of them, and so on. */
  readonly waves: readonly (readonly (readonly number[])[])[];
}

const recovery: NumberParameter = {
  kind: 'number',
  default: 0,
  min: 0,
  max: 1,
  step: 0.05,
  unit: 'share',
  meaning: {
    en: 'part of a loan that is got back from a failed borrower',
    zh: '从倒下的借款人处收回的贷款比例',
  },
};

const ties: ChoiceParameter<'survive' | 'fail'> = {
  kind: 'choice',
  default: 'survive',
  choices: ['survive', 'fail'],
  meaning: {
    en: 'what becomes of a firm whose loss equals its buffer, to within 1e-12 of it',
    zh: '损失恰等于缓冲（误差1e-12以内）的企业存活还是倒下',
  },
};

export const thresholdParameters = { recovery, ties };

/** Amounts nearer to each other than this share of the larger are equal. */
const TIE = 1e-12;

const fails = (loss: number, buffer: number, tiesFail: boolean): boolean => {
  if (buffer < 0) return true;
  if (loss === 0) return false;
  if (Math.abs(loss - buffer) <= TIE * Math.max(loss, buffer)) return tiesFail;
  return loss > buffer;
};

interface Failures {
  readonly defaulted: readonly boolean[];
  readonly waves: readonly (readonly number[])[];
}

const cascade = (
  lenders: Csr,
  buffers: Float64Array,
  shock: Float64Array,
  { lossGivenDefault, tiesFail }: { readonly lossGivenDefault: number; readonly tiesFail: boolean },
): Failures => {
  const lost = new Float64Array(buffers.length);
  const left = buffers.map((buffer, i) => buffer * (1 - shock[i]!));
  const defaulted = new Array<boolean>(buffers.length).fill(false);
  const waves: number[][] = [];
  let wave = Array.from(buffers.keys()).filter((i) => shock[i] === 1 || left[i]! < 0);
  while (wave.length > 0) {
    waves.push(wave);
    for (const i of wave) defaulted[i] = true;
    const touched = new Set<number>();
    for (const borrower of wave) {
      for (let at = lenders.start[borrower]!; at < lenders.start[borrower + 1]!; at++) {
        lost[lenders.column[at]!]! += lossGivenDefault * lenders.weight[at]!;
        touched.add(lenders.column[at]!);
      }
    }
    const next = [...touched].filter((i) => !defaulted[i] && fails(lost[i]!, left[i]!, tiesFail));
    wave = next.sort((one, other) => one - other);
  }
  return { defaulted, waves };
};

/**
 * Failures by threshold: a firm fails when what it lent to failed firms, less what is recovered, is
 * more than its buffer; waves go on until nobody else fails (Furfine 2003; Gai and Kapadia 2010 with
 * equal loans and no recovery). i fails when (1 - R) Σ_{j failed} A_ij > E_i (1 - s_i).
 *
 * Firms 0..n-1, amounts in any one currency. A shock of 1 fails a firm whatever its buffer; so does a
 * buffer below 0, with or without a shock. A firm that loses nothing stands, even with a buffer of 0.
 * No firms at all: empty lists. Finite: at most n waves, no approximation.
 *
 * @throws DataError, ModelError for a matrix or vector that isn't what it should be
 */
export const threshold: PublishedModel<
  ThresholdProblem,
  ThresholdAnswer,
  typeof thresholdParameters
> = {
  id: 'threshold',
  title: { en: 'Threshold cascade', zh: '阈值级联' },
  equation: 'i fails when (1−R)·Σ_{j failed} A_ij > E_i·(1−s_i), wave after wave',
  tells: {
    en: 'which firms fail because others failed, and in which wave, when only failure itself is passed on',
    zh: '只有倒下本身会传导时，哪些企业因他人倒下而倒下、在第几波',
  },
  blindTo: [
    { en: 'distress short of failure', zh: '倒下之前的困境' },
    {
      en: 'that recovery depends on what the failed firm still has',
      zh: '回收率取决于倒下企业的剩余资产',
    },
    { en: 'liquidity, fire sales and panic', zh: '流动性、抛售与恐慌' },
  ],
  references: [
    {
      text: 'Furfine (2003), Interbank exposures: quantifying the risk of contagion, Journal of Money, Credit and Banking 35(1)',
      doi: '10.1353/mcb.2003.0004',
    },
    {
      text: 'Gai and Kapadia (2010), Contagion in financial networks, Proceedings of the Royal Society A 466',
      doi: '10.1098/rspa.2009.0410',
    },
  ],
  parameters: thresholdParameters,
  problemSchema: thresholdProblemSchema,
  solve: (problem) => {
    const values = resolveParameters(thresholdParameters, problem.parameters);
    const buffers = readVector('buffers', problem.buffers);
    const size = buffers.length;
    const exposures = readEntries('exposures', problem.exposures, size);
    const lenders = compressRows(exposures.column, exposures.row, exposures.amount, size);
    const rule = { lossGivenDefault: 1 - values.recovery, tiesFail: values.ties === 'fail' };
    const answers = readShocks(problem.shocks, size).map((shock) =>
      cascade(lenders, buffers, shock, rule),
    );
    return {
      defaulted: answers.map(({ defaulted }) => defaulted),
      waves: answers.map(({ waves }) => waves),
      converged: true,
      residual: 0,
      iterations: Math.max(0, ...answers.map(({ waves }) => waves.length)),
    };
  },
};
