import { resolveParameters } from '../../base/parameter.ts';
import type { Accuracy, PublishedModel } from '../problem/published-model.ts';
import { type NevaProblem, nevaProblemSchema, readBalance } from './balance.ts';
import { nevaParameters } from './parameters.ts';
import { revalue } from './revalue.ts';
import { VALUATIONS } from './valuations.ts';

/** One figure per firm. */
export interface NevaAnswer extends Accuracy {
  /** In the currency of the problem; below 0 where debts exceed what the firm has. */
  readonly equity: readonly number[];
  /** Worth of one unit of claim on the firm. */
  readonly valuations: readonly number[];
}

/**
 * Network valuation (Barucca et al. 2020): E_i = A^e_i - L^e_i + Σ_j A_ij V_j(E_j) - Σ_j A_ji, the
 * greatest solution. V values a claim before maturity, given the equity of who owes it: with lognormal
 * external assets and default at maturity (Merton) or at any time (Black and Cox), or by the rules of
 * Eisenberg and Noe, Rogers and Veraart, Furfine and linear DebtRank. Volatilities and face equity
 * are those before the shock, external assets those after it; equity isn't floored.
 *
 * Every firm is valued by its own face equity. The authors' program values all firms by that of the
 * last one when called by the name of linear DebtRank, and stops at a step of 1e-3: figures made
 * that way differ from these. Equity of 1e-12 of the balance sheet or less counts as none.
 * A firm that owes nothing has claims worth 1 under clearing rules. No firms: empty lists.
 */
export const neva: PublishedModel<NevaProblem, NevaAnswer, typeof nevaParameters> = {
  id: 'neva',
  title: { en: 'NEVA: network valuation', zh: 'NEVA 网络估值模型' },
  equation: 'E_i = A_i − L_i + Σ_j A_ij·V_j(E_j) − Σ_j A_ji',
  tells: {
    en: 'what claims and equities are worth before anything is due, when each firm’s trouble makes claims on it worth less at once',
    zh: '在债务到期之前，当一家企业的困境立即令对其债权贬值时，各项债权与权益价值几何',
  },
  blindTo: [
    { en: 'stakes, orders and fire sales', zh: '股权、订单与抛售' },
    {
      en: 'shocks that hit several firms together: valuations treat them one by one',
      zh: '同时打击多家企业的冲击：估值对各企业逐一处理',
    },
    {
      en: 'what volatility and recovery really are: both are given',
      zh: '波动率与回收率的真实水平：均为外生给定',
    },
  ],
  references: [
    {
      text: 'Barucca, Bardoscia, Caccioli, D’Errico, Visentin, Caldarelli and Battiston (2020), Network valuation in financial systems, Mathematical Finance 30(4)',
      doi: '10.1111/mafi.12272',
    },
  ],
  parameters: nevaParameters,
  problemSchema: nevaProblemSchema,
  solve: (problem) => {
    const { valuation, recovery, ownRecovery, receivableRecovery, equityVolatility } =
      resolveParameters(nevaParameters, problem.parameters);
    const balance = readBalance(problem, valuation, equityVolatility);
    const recoveries = { recovery, own: ownRecovery, receivable: receivableRecovery };
    const { equity, worth, ...accuracy } = revalue(balance, VALUATIONS[valuation], recoveries);
    return { equity: [...equity], valuations: [...worth], ...accuracy };
  },
};
