import type { ChoiceParameter, NumberParameter } from '../../base/parameter.ts';

const recovery = (en: string, zh: string): NumberParameter => ({
  kind: 'number',
  default: 1,
  min: 0,
  max: 1,
  step: 0.05,
  unit: 'share',
  meaning: { en, zh },
});

const externalSeniority: ChoiceParameter<'pari-passu' | 'senior'> = {
  kind: 'choice',
  default: 'pari-passu',
  choices: ['pari-passu', 'senior'],
  meaning: {
    en: 'whether creditors outside the network share with the firms in it or are paid before them',
    zh: '网络外债权人与网络内企业同等受偿，还是优先受偿',
  },
};

const clearing: ChoiceParameter<'greatest' | 'least'> = {
  kind: 'choice',
  default: 'greatest',
  choices: ['greatest', 'least'],
  meaning: {
    en: 'which clearing vector, where there are several: the best for everybody or the worst',
    zh: '存在多个清算向量时取哪一个：对各方最好的，还是最差的',
  },
};

export const eisenbergNoeParameters = { externalSeniority, clearing };

export const rogersVeraartParameters = {
  ownRecovery: recovery(
    'what a firm in default gets for its assets outside the network (alpha)',
    '违约企业的网络外资产能变现的比例（alpha）',
  ),
  receivableRecovery: recovery(
    'what a firm in default gets of the payments that it receives (beta)',
    '违约企业实际到手的应收款比例（beta）',
  ),
  externalSeniority,
  clearing,
};
