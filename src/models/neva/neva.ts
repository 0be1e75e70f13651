import {
  type ChoiceParameter,
  type NumberParameter,
  resolveParameters,
} from '../../base/parameter.ts';
import type { Accuracy, PublishedModel } from '../problem/published-model.ts';
import { type NevaProblem, nevaProblemSchema, readBalance } from './balance.ts';
import { revalue } from './revalue.ts';
import { VALUATIONS, type ValuationId } from './valuations.ts';

const share = (defaultValue: number, en: string, zh: string): NumberParameter => ({
  kind: 'number',
  default: defaultValue,
  min: 0,
  max: 1,
  step: 0.05,
  unit: 'share',
  meaning: { en, zh },
});

const valuation: ChoiceParameter<ValuationId> = {
  kind: 'choice',
  default: 'merton',
  choices: Object.keys(VALUATIONS) as ValuationId[],
  meaning: {
    en: 'how a claim is valued, given the equity of who owes it',
    zh: '在已知债务方权益时，债权的估值方式',
  },
};

const equityVolatility: NumberParameter = {
  kind: 'number',
  default: 0.2,
  min: 0.001,
  max: 5,
  step: 0.01,
  unit: 'standard deviation of the log over the time to maturity',
  meaning: {
    en: 'volatility of equity; that of external assets is this times face equity over external assets (merton, black-cox, furfine-merton)',
    zh: '权益波动率；外部资产波动率等于其乘以账面权益与外部资产之比（merton、black-cox、furfine-merton）',
  },
};

const nevaParameters = {
  valuation,
  recovery: share(
    0.4,
    'recovered in default (furfine, black-cox, furfine-merton), or the share of what is expected to be left that creditors get (merton, linear-debtrank-ex-ante)',
    '违约时的回收率（furfine、black-cox、furfine-merton），或债权人可得的预期剩余资产比例（merton、linear-debtrank-ex-ante）',
  ),
  ownRecovery: share(
    1,
    'rogers-veraart: what a firm in default gets for its external assets (alpha)',
    'rogers-veraart：违约企业外部资产的变现比例（alpha）',
  ),
  receivableRecovery: share(
    1,
    'rogers-veraart: what a firm in default gets of what it is owed (beta)',
    'rogers-veraart：违约企业应收款的到手比例（beta）',
  ),
  equityVolatility,
};

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
