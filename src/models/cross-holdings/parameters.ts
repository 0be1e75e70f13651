import type { ChoiceParameter, NumberParameter } from '../../base/parameter.ts';

const threshold: NumberParameter = {
  kind: 'number',
  default: 0.9,
  min: 0,
  max: 1,
  step: 0.01,
  unit: 'share of the value before the shock',
  meaning: {
    en: 'a firm whose value falls below this share of its value before the shock fails (theta)',
    zh: '企业价值跌破冲击前价值的这一比例即告失败（theta）',
  },
};

const failureCostShare: NumberParameter = {
  kind: 'number',
  default: 0.5,
  min: 0,
  max: 1,
  step: 0.05,
  unit: 'share of the failure value',
  meaning: {
    en: 'what a failure costs, as a share of the value at which the firm fails (beta)',
    zh: '失败成本占失败阈值的比例（beta）',
  },
};

const equilibrium: ChoiceParameter<'best' | 'worst'> = {
  kind: 'choice',
  default: 'best',
  choices: ['best', 'worst'],
  meaning: {
    en: 'which set of failures, where several are consistent: the fewest or the most',
    zh: '存在多个自洽的失败集合时取哪一个：最少的，还是最多的',
  },
};

export const crossHoldingsParameters = { threshold, failureCostShare, equilibrium };
