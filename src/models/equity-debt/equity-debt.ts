import { resolveParameters } from '../../base/parameter.ts';
import type { Accuracy, PublishedModel } from '../problem/published-model.ts';
import { type EquityDebtProblem, equityDebtProblemSchema, readCapital } from './capital.ts';
import { liquidate } from './liquidate.ts';

/** Money in the currency of the problem, one figure per firm. */
export interface EquityDebtAnswer extends Accuracy {
  /** What is left to the owners, 0 or more. */
  readonly equity: readonly number[];
  /** What is paid on all debt. */
  readonly debtPaid: readonly number[];
  /** The same per class, the most senior first. */
  readonly debtPaidByClass: readonly (readonly number[])[];
  /** All that the firm owns; less its debt where that isn't paid: the shortfall. */
  readonly firmValues: readonly number[];
  readonly defaulted: readonly boolean[];
}

/** A firm whose assets reach its debt up to this relative gap pays in full: ties count as solvent. */
const TIE = 1e-12;

const parameters = {};

/**
 * Equity and debt of firms that hold both of each other (Suzuki 2002; Gourieroux, Heam and Monfort
 * 2012; debts of several seniorities as in Elsinger 2009, OeNB working paper 156, and Fischer 2014):
 * t = a + M_s s + Σ_k M_k r_k, r_k = min(d_k, max(0, t - Σ_{l<k} d_l)), s = max(0, t - Σ d).
 *
 * Holdings are shares [holder, issuer, share]. Found by sets of firms in default, from above, exact up
 * to rounding; the solution is unique where less than all of every firm's equity and debt is held in
 * the network, and the greatest one otherwise. Groups that own each other wholly are refused. A firm
 * without debt never defaults; one with debt and no assets pays 0. No firms: empty lists.
 */
export const equityDebt: PublishedModel<EquityDebtProblem, EquityDebtAnswer, typeof parameters> = {
  id: 'equity-debt',
  title: {
    en: 'Suzuki; Gourieroux, Heam and Monfort: stakes and loans',
    zh: 'Suzuki；Gourieroux–Heam–Monfort 股权与债务交叉持有模型',
  },
  equation: 't = a + M_s·s + M_d·r, r = min(d, t), s = max(0, t − d)',
  tells: {
    en: 'what equity and debt of every firm are worth in liquidation when firms hold both of each other',
    zh: '当企业相互持有股权与债务时，清算状态下各企业的股权与债务价值几何',
  },
  blindTo: [
    { en: 'costs of default, fire sales and panic', zh: '违约成本、抛售与恐慌' },
    {
      en: 'prices before liquidation: a claim is worth what it would pay today',
      zh: '清算之前的价格：债权只值今日可得的偿付',
    },
    { en: 'orders between firms', zh: '企业之间的订单' },
  ],
  references: [
    {
      text: 'Suzuki (2002), Valuing corporate debt: the effect of cross-holdings of stock and debt, Journal of the Operations Research Society of Japan 45(2)',
      doi: '10.15807/jorsj.45.123',
    },
    {
      text: 'Gourieroux, Heam and Monfort (2012), Bilateral exposures and systemic solvency risk, Canadian Journal of Economics 45(4)',
      doi: '10.1111/j.1540-5982.2012.01750.x',
    },
    {
      text: 'Fischer (2014), No-arbitrage pricing under systemic risk: accounting for cross-ownership, Mathematical Finance 24(1)',
      doi: '10.1111/j.1467-9965.2012.00526.x',
    },
  ],
  parameters,
  problemSchema: equityDebtProblemSchema,
  solve: (problem) => {
    resolveParameters(parameters, problem.parameters);
    const capital = readCapital(problem);
    const { size, classes } = capital;
    const { claims, ...accuracy } = liquidate(capital);
    const claim = (k: number) => Array.from(claims.subarray(k * size, (k + 1) * size));
    const debtPaidByClass = classes.map((_, k) => claim(k));
    const equity = claim(classes.length);
    const perFirm = Array.from({ length: size }, (_, i) => ({
      due: classes.reduce((sum, debt) => sum + debt[i]!, 0),
      paid: debtPaidByClass.reduce((sum, paid) => sum + paid[i]!, 0),
    }));
    return {
      equity,
      debtPaid: perFirm.map(({ paid }) => paid),
      debtPaidByClass,
      firmValues: perFirm.map(({ paid }, i) => paid + equity[i]!),
      defaulted: perFirm.map(({ due, paid }) => paid < due * (1 - TIE)),
      ...accuracy,
    };
  },
};
