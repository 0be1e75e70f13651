import type { Settings } from './event-web.ts';
import type { Predictor } from './predictor.ts';
import {
  CASCADE,
  concentration,
  fundingNeed,
  perFirm,
  webRevenue,
  withLeverage,
  withRankOf,
  withRivals,
} from './read-outs.ts';

/** A way of improving the cascade, with the reason that speaks for it. */
export interface Variant extends Predictor {
  readonly settings?: Settings;
}

/** What an order of unknown size counts of its supplier’s revenue: a convention. */
const UNSTATED_SHARE = 0.05;

const readOut = (
  id: string,
  title: Predictor['title'],
  says: Predictor['says'],
  predict: Predictor['predict'],
): Variant => ({ id, kind: 'variant', title, says, predict });

const rerun = (
  id: string,
  title: Predictor['title'],
  says: Predictor['says'],
  settings: Settings,
): Variant => ({ ...readOut(id, title, says, CASCADE.predict), settings });

/** Every improvement that was tried, each for a reason that does not come from these events. */
export const VARIANTS: readonly Variant[] = [
  readOut(
    'rivals-gain',
    { en: 'Rivals gain', zh: '对手得益' },
    {
      en: 'half of what a supplier loses (or wins) is won (or lost) by the other firms of its shelf',
      zh: '供应商所失（得）的一半由同类其他企业所得（失）',
    },
    withRivals,
  ),
  readOut(
    'contract-concentration',
    { en: 'Contract concentration', zh: '合同集中度' },
    {
      en: 'mean of two rankings: the cascade, and the share of a supplier’s orders that the news is about',
      zh: '两种排序取平均：传导模型，以及供应商订单中与新闻相关的比例',
    },
    withRankOf(concentration),
  ),
  readOut(
    'funding-dependence',
    { en: 'Funding dependence', zh: '融资依赖' },
    {
      en: 'mean of two rankings: the cascade, and outside money needed over cash',
      zh: '两种排序取平均：传导模型，以及外部资金需求与现金之比',
    },
    withRankOf(fundingNeed),
  ),
  readOut(
    'common-demand',
    { en: 'Common demand', zh: '共同需求' },
    {
      en: 'mean of two rankings: the cascade, and the share of revenue that comes from orders of the web',
      zh: '两种排序取平均：传导模型，以及来自网络内订单的收入比例',
    },
    withRankOf(webRevenue),
  ),
  readOut(
    'sector-component',
    { en: 'Sector component', zh: '板块成分' },
    {
      en: 'mean of two rankings: the cascade, and the slope on the chip index',
      zh: '两种排序取平均：传导模型，以及对芯片指数的斜率',
    },
    withRankOf((on, { slopes }) => perFirm(on.hit.web, (i) => slopes[i] ?? 0)),
  ),
  readOut(
    'leverage',
    { en: 'Leverage', zh: '杠杆' },
    {
      en: 'the cascade’s loss times equity and debt over equity: shares bear the fall of the whole firm',
      zh: '传导损失乘以（股权＋债务）÷股权：股东承担整个企业的下跌',
    },
    withLeverage,
  ),
  rerun(
    'one-year',
    { en: 'One year instead of five', zh: '单年而非五年' },
    { en: 'the flows of 2026 instead of the mean year of 2026 to 2030', zh: '采用2026年流量' },
    { time: { mode: 'year', year: 2026 } },
  ),
  rerun(
    'small-shocks',
    { en: 'Shocks of a tenth', zh: '冲击一成' },
    { en: 'shocks of 10% instead of 50%', zh: '冲击幅度10%而非50%' },
    { size: 0.1 },
  ),
  rerun(
    'whole-shocks',
    { en: 'Shocks of the whole', zh: '冲击全部' },
    { en: 'shocks of 100% instead of 50%', zh: '冲击幅度100%而非50%' },
    { size: 1 },
  ),
  rerun(
    'unstated-orders',
    { en: 'Unstated orders count', zh: '计入未披露订单' },
    {
      en: 'orders whose dollars nobody stated count 5% of their supplier’s revenue instead of nothing',
      zh: '未披露金额的订单按供应商收入的5%计入，而非不计',
    },
    { unstatedShare: UNSTATED_SHARE },
  ),
  rerun(
    'funding-cuts-orders',
    { en: 'Funding trouble cuts orders', zh: '融资受阻即减订单' },
    {
      en: 'bad news about funding also halves what the firm orders, before its cash is used up',
      zh: '融资坏消息同时使其订单减半，不待现金耗尽',
    },
    { fundingCutsOrders: true },
  ),
  {
    ...readOut(
      'all-together',
      { en: 'Together', zh: '合并' },
      {
        en: 'rivals gain, unstated orders count and funding trouble cuts orders, all three',
        zh: '对手得益、计入未披露订单、融资受阻即减订单，三者合并',
      },
      withRivals,
    ),
    settings: { unstatedShare: UNSTATED_SHARE, fundingCutsOrders: true },
  },
];
