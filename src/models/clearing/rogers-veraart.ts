import { resolveParameters } from '../../base/parameter.ts';
import type { PublishedModel } from '../problem/published-model.ts';
import { type ClearingProblem, clearingProblemSchema, readClearing } from './book.ts';
import { rogersVeraartParameters } from './parameters.ts';
import { type ClearingAnswer, solveClearing } from './solve-clearing.ts';

/**
 * Clearing with costs of default (Rogers and Veraart 2013): p_i = p̄_i if e_i + Σ Π_ji p_j >= p̄_i,
 * else α e_i + β Σ Π_ji p_j. The greatest clearing vector, or the least; they differ even where all
 * firms have assets. α = β = 1 is Eisenberg and Noe. Assets that reach what is owed up to 1e-12 of
 * it count as reaching. Edge cases as in `eisenbergNoe`; `equity` counts assets without costs.
 */
export const rogersVeraart: PublishedModel<
  ClearingProblem,
  ClearingAnswer,
  typeof rogersVeraartParameters
> = {
  id: 'rogers-veraart',
  title: {
    en: 'Rogers and Veraart: clearing with costs of default',
    zh: 'Rogers–Veraart 含违约成本的清算模型',
  },
  equation: 'p_i = p̄_i if e_i + (Πᵀp)_i ≥ p̄_i, else α·e_i + β·(Πᵀp)_i',
  tells: {
    en: 'who can pay how much when a default destroys part of what the firm has, and whether a rescue would pay for itself',
    zh: '当违约会毁损部分资产时，谁能偿还多少，以及救助是否划算',
  },
  blindTo: [
    {
      en: 'where the costs come from: the recovery rates are given',
      zh: '违约成本的来源：回收率为外生给定',
    },
    {
      en: 'distress before default: a loss below equity stays where it falls',
      zh: '违约之前的困境：小于权益的损失不再传导',
    },
    { en: 'maturities: all is due at once', zh: '债务期限：一切同时到期' },
  ],
  references: [
    {
      text: 'Rogers and Veraart (2013), Failure and rescue in an interbank network, Management Science 59(4)',
      doi: '10.1287/mnsc.1120.1569',
    },
  ],
  parameters: rogersVeraartParameters,
  problemSchema: clearingProblemSchema,
  solve: (problem) => {
    const { ownRecovery, receivableRecovery, externalSeniority, clearing } = resolveParameters(
      rogersVeraartParameters,
      problem.parameters,
    );
    const recovery = { own: ownRecovery, receivable: receivableRecovery };
    return solveClearing(readClearing(problem, externalSeniority), recovery, clearing);
  },
};
