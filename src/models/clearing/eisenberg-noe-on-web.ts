import type { Adapter } from '../on-web/adapter.ts';
import { moneyLost, periodPayments } from '../on-web/period-payments.ts';
import { eisenbergNoe as model } from './eisenberg-noe.ts';

export const MONEY_UNIT = { en: 'share of the period’s money in', zh: '当期资金流入比例' };

export const PAYMENTS_MAP = {
  en: 'orders, loan service and promised money of the period are due between firms; operating cost and outside debt service are due outside, first; outside revenue, funds and funding, less what the shock takes, are the assets',
  zh: '当期的订单、贷款偿付与承诺资金为企业间应付；经营成本与外部偿债优先对外支付；外部收入、自有资金与融资（扣除冲击部分）为资产',
};

/** Clearing of the period's payments. */
export const eisenbergNoe: Adapter = {
  id: model.id,
  model: model.id,
  title: model.title,
  unit: MONEY_UNIT,
  maps: PAYMENTS_MAP,
  loses: {
    en: 'values, stakes and warrants; orders that shrink because a customer needs less; costs that fall with activity; what deliveries are worth to the customer; the order of payment among firms; shocks to value',
    zh: '估值、持股与认股权证；因客户需求减少而缩减的订单；随业务量下降的成本；交付对客户的价值；企业间的偿付顺序；对估值的冲击',
  },
  monotone: true,
  read: (hit) =>
    moneyLost(periodPayments(hit, false), periodPayments(hit, true), (problem) =>
      model.solve({ ...problem, parameters: { externalSeniority: 'senior' } }),
    ),
};
