import { resolveParameters } from '../../base/parameter.ts';
import type { PublishedModel } from '../problem/published-model.ts';
import { type ClearingProblem, clearingProblemSchema, readClearing } from './book.ts';
import { eisenbergNoeParameters } from './parameters.ts';
import { type ClearingAnswer, solveClearing } from './solve-clearing.ts';

/**
 * Clearing payments p = min(p̄, e + Πᵀ p): limited liability, absolute priority, pro rata
 * (Eisenberg and Noe 2001). Firms 0..n-1; amounts in any one currency; external liabilities share
 * pro rata, or come first. Found by default sets, from above (least: from below); exact up to rounding.
 *
 * A firm that owes nothing pays nothing; one that owes and has nothing pays 0 and is in default; no
 * firms at all: empty lists. Where nothing flows in from outside there are many clearing vectors, of
 * which `clearing` picks the greatest or the least.
 */
export const eisenbergNoe: PublishedModel<
  ClearingProblem,
  ClearingAnswer,
  typeof eisenbergNoeParameters
> = {
  id: 'eisenberg-noe',
  title: { en: 'Eisenberg and Noe: clearing', zh: 'Eisenberg–Noe 清算模型' },
  equation: 'p = min(p̄, e + Πᵀp), Π_ij = L_ij / p̄_i',
  tells: {
    en: 'who can pay how much of its debt when everybody pays what it can, and who defaults because others do',
    zh: '当各方尽其所能偿付时，谁能偿还多少债务，谁因他人违约而违约',
  },
  blindTo: [
    { en: 'costs of default, fire sales and panic', zh: '违约成本、抛售与恐慌' },
    {
      en: 'distress before default: a loss below equity stays where it falls',
      zh: '违约之前的困境：小于权益的损失不再传导',
    },
    { en: 'maturities: all is due at once', zh: '债务期限：一切同时到期' },
  ],
  references: [
    {
      text: 'Eisenberg and Noe (2001), Systemic risk in financial systems, Management Science 47(2)',
      doi: '10.1287/mnsc.47.2.236.9835',
    },
  ],
  parameters: eisenbergNoeParameters,
  problemSchema: clearingProblemSchema,
  solve: (problem) => {
    const { externalSeniority, clearing } = resolveParameters(
      eisenbergNoeParameters,
      problem.parameters,
    );
    return solveClearing(
      readClearing(problem, externalSeniority),
      { own: 1, receivable: 1 },
      clearing,
    );
  },
};
