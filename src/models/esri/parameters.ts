import type { ChoiceParameter, NumberParameter } from '../../base/parameter.ts';

const replaceability: ChoiceParameter<'yes' | 'no'> = {
  kind: 'choice',
  default: 'no',
  choices: ['yes', 'no'],
  meaning: {
    en: 'whether customers of a firm that delivers less turn to others of its industry, as far as those can deliver',
    zh: '供货减少时客户是否可转向同行业其他企业（以其产能为限）',
  },
};

const stopping: ChoiceParameter<'error' | 'step' | 'ratio'> = {
  kind: 'choice',
  default: 'error',
  choices: ['error', 'step', 'ratio'],
  meaning: {
    en: 'what the tolerance is for: the error of a loss (error), or, as in published codes, the last step of any loss (step) or of the score (ratio)',
    zh: '容差所指：损失的误差（error），或如已发表代码所用，末步损失变化（step）或得分变化（ratio）',
  },
};

const tolerance: NumberParameter = {
  kind: 'number',
  default: 1e-10,
  min: 1e-14,
  max: 0.5,
  step: 1e-10,
  unit: 'share of output',
  meaning: {
    en: 'when a cascade has come to rest; published codes stop at steps of 0.01, which can be far from the limit',
    zh: '级联视为静止的容差；已发表代码以0.01步长停止，可能离极限尚远',
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
    en: 'sweeps after which a scenario is given up as not converged',
    zh: '超过此次数仍未收敛则放弃并标明',
  },
};

export const esriParameters = { replaceability, stopping, tolerance, maxSweeps };
