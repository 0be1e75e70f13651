import type { ChoiceParameter, NumberParameter } from '../../base/parameter.ts';
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

export const nevaParameters = {
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
