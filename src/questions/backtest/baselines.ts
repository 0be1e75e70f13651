import type { EventWeb } from './event-web.ts';
import { directDollars, firstStep } from './exposure.ts';
import type { Predictor } from './predictor.ts';

const perFirm = ({ hit: { web } }: EventWeb, of: (firm: string, index: number) => number) =>
  web.firms.map(of);

/** What a model must be shown against. */
export const BASELINES: readonly Predictor[] = [
  {
    id: 'no-move',
    kind: 'baseline',
    title: { en: 'No move', zh: '不动' },
    says: { en: 'no firm moves', zh: '所有企业不变' },
    predict: (on) => perFirm(on, () => 0),
  },
  {
    id: 'sector-slope',
    kind: 'baseline',
    title: { en: 'Sector slope', zh: '板块斜率' },
    says: {
      en: 'the firm’s slope on the chip index times the index’s move of the day; it knows that move',
      zh: '企业对芯片指数的斜率乘以当日指数涨跌（已知当日指数）',
    },
    predict: (on, { slopes, soxPercent }) => perFirm(on, (_, i) => (slopes[i] ?? 0) * soxPercent),
  },
  {
    id: 'direct-exposure',
    kind: 'baseline',
    title: { en: 'Direct exposure', zh: '直接敞口' },
    says: {
      en: 'dollars at stake with the origin, or in the deals of the news, over market value; no model, no cascade',
      zh: '与新闻主体（或新闻中的交易）相关的美元金额除以市值；无模型、无传导',
    },
    predict: (on) => directDollars(on).map((share) => on.sign * share),
  },
  {
    id: 'first-step',
    kind: 'baseline',
    title: { en: 'First step of the cascade', zh: '传导第一步' },
    says: {
      en: 'value at stake with the origin as the model values it, one step, no cascade',
      zh: '按模型估值的与主体直接相关的价值，仅一步、无传导',
    },
    predict: (on) => firstStep(on).map((share) => on.sign * share),
  },
  {
    id: 'degree',
    kind: 'baseline',
    title: { en: 'Number of deals', zh: '交易数' },
    says: { en: 'firms with more deals move more', zh: '交易越多涨跌越大' },
    predict: (on) => perFirm(on, (firm) => on.sign * on.network.degree(firm)),
  },
  {
    id: 'small-size',
    kind: 'baseline',
    title: { en: 'Small size', zh: '市值小' },
    says: { en: 'firms of less value move more', zh: '市值越小涨跌越大' },
    predict: (on) =>
      perFirm(on, (_, i) => {
        const usd = on.hit.web.startValueUsd[i]!;
        return usd > 0 ? on.sign / usd : 0;
      }),
  },
];
