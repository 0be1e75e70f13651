import type { ChoiceParameter, NumberParameter } from '../../base/parameter.ts';

const rule: ChoiceParameter<'targeting' | 'threshold'> = {
  kind: 'choice',
  default: 'targeting',
  choices: ['targeting', 'threshold'],
  meaning: {
    en: 'when firms sell: always back to the leverage they had, one round (targeting), or only above a limit, round after round (threshold)',
    zh: '何时抛售：总是回到原有杠杆、一轮（targeting），或仅在超过上限时、逐轮进行（threshold）',
  },
};

const impact: ChoiceParameter<'linear' | 'bounded' | 'square-root'> = {
  kind: 'choice',
  default: 'linear',
  choices: ['linear', 'bounded', 'square-root'],
  meaning: {
    en: 'fall of a price by what is sold, q over depth D: q/D; the same at first but never below the floor; or √(q/D)',
    zh: '抛售额q与市场深度D引起的跌幅：q/D；起初相同但不低于底价；或√(q/D)',
  },
};

const share = (value: number, en: string, zh: string): NumberParameter => ({
  kind: 'number',
  default: value,
  min: 0,
  max: 1,
  step: 0.05,
  unit: 'share',
  meaning: { en, zh },
});

const priceFloor: NumberParameter = {
  ...share(
    0.5,
    'lowest price, as a share of the price at the start, in the bounded impact',
    '有界冲击中的底价（占初始价格比例）',
  ),
  max: 0.99,
};

const leverageLimit: NumberParameter = {
  kind: 'number',
  default: 33,
  min: 1,
  max: 1000,
  step: 1,
  unit: '× equity',
  meaning: {
    en: 'assets over equity above which a firm must sell (threshold)',
    zh: '资产与权益之比超过此值时必须抛售（threshold）',
  },
};

const leverageBuffer: NumberParameter = {
  ...share(
    0.95,
    'leverage that a firm sells down to, as a share of the limit (threshold)',
    '抛售后的杠杆（占上限比例，threshold）',
  ),
  min: 0.01,
};

const shortfall = share(
  0.5,
  'part of the fall of a price that its sellers bear on what they sell in that round (threshold)',
  '卖方就当轮所售资产承担的跌幅比例（threshold）',
);

const insolvent: ChoiceParameter<'sell' | 'hold'> = {
  kind: 'choice',
  default: 'sell',
  choices: ['sell', 'hold'],
  meaning: {
    en: 'whether a firm without equity sells all that it holds or is wound up without selling (threshold)',
    zh: '权益耗尽的企业抛售全部持仓，还是不抛售而清盘（threshold）',
  },
};

const maxRounds: NumberParameter = {
  kind: 'number',
  default: 1000,
  min: 1,
  max: 1_000_000,
  step: 1,
  unit: 'rounds',
  meaning: {
    en: 'rounds after which sales are cut off and the answer marked unconverged (threshold)',
    zh: '超过此轮数仍有抛售则中止并标明未收敛（threshold）',
  },
};

export const fireSalesParameters = {
  rule,
  impact,
  priceFloor,
  leverageLimit,
  leverageBuffer,
  shortfall,
  insolvent,
  maxRounds,
};
