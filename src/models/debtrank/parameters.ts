import type { ChoiceParameter, NumberParameter } from '../../base/parameter.ts';

const variant: ChoiceParameter<'linear' | 'single-hit' | 'nonlinear'> = {
  kind: 'choice',
  default: 'linear',
  choices: ['linear', 'single-hit', 'nonlinear'],
  meaning: {
    en: 'what a firm passes on: every rise of its distress (linear), its first distress only (single-hit), or little until it is near failure (nonlinear)',
    zh: '企业传导什么：困境的每次上升（线性），仅首次困境（单次冲击），或临近倒下前传导甚少（非线性）',
  },
};

const capImpacts: ChoiceParameter<'as-published' | 'yes' | 'no'> = {
  kind: 'choice',
  default: 'as-published',
  choices: ['as-published', 'yes', 'no'],
  meaning: {
    en: 'whether one borrower can take at most the whole buffer of a lender per unit of distress; as published: yes for single-hit, no for the others',
    zh: '单个借款人的单位困境是否至多耗尽贷款人的全部缓冲；按原文：单次冲击为是，其余为否',
  },
};

const alpha: NumberParameter = {
  kind: 'number',
  default: 1,
  min: 0,
  max: 1000,
  step: 0.5,
  unit: 'exponent',
  meaning: {
    en: 'of the nonlinear variant: 0 is linear, large values pass on hardly anything before failure',
    zh: '非线性变体的指数：0为线性，取值大则倒下之前几乎不传导',
  },
};

const tolerance: NumberParameter = {
  kind: 'number',
  default: 1e-11,
  min: 1e-14,
  max: 0.1,
  step: 1e-11,
  unit: 'share of buffer',
  meaning: {
    en: 'largest error of a stress that counts as converged',
    zh: '视为收敛的最大误差（占缓冲比例）',
  },
};

const maxSweeps: NumberParameter = {
  kind: 'number',
  default: 100_000,
  min: 1,
  max: 10_000_000,
  step: 1,
  unit: 'sweeps',
  meaning: {
    en: 'sweeps after which a shock is given up as not converged',
    zh: '超过此次数仍未收敛则放弃并标明',
  },
};

export const debtrankParameters = { variant, capImpacts, alpha, tolerance, maxSweeps };
