import type { Adapter } from '../on-web/adapter.ts';
import { failureCostShare } from '../on-web/failure-cost.ts';
import { moneyLost, periodPayments } from '../on-web/period-payments.ts';
import { eisenbergNoe, MONEY_UNIT, PAYMENTS_MAP } from './eisenberg-noe-on-web.ts';
import { rogersVeraart as model } from './rogers-veraart.ts';

/** Clearing of the period's payments, where failing destroys a part of what the firm has. */
export const rogersVeraart: Adapter = {
  id: model.id,
  model: model.id,
  title: model.title,
  unit: MONEY_UNIT,
  maps: {
    en: `${PAYMENTS_MAP.en}; a firm in default gets 1 − (failure cost share) of both`,
    zh: `${PAYMENTS_MAP.zh}；违约企业的资产与应收款均按（1－失败成本比例）计`,
  },
  loses: {
    en: `${eisenbergNoe.loses.en}; recovery that differs from firm to firm (the mean by value counts)`,
    zh: `${eisenbergNoe.loses.zh}；各企业不同的回收率（按价值加权平均）`,
  },
  monotone: true,
  read: (hit) => {
    const recovery = 1 - failureCostShare(hit.web);
    const parameters = {
      ownRecovery: recovery,
      receivableRecovery: recovery,
      externalSeniority: 'senior',
    };
    return moneyLost(periodPayments(hit, false), periodPayments(hit, true), (problem) =>
      model.solve({ ...problem, parameters }),
    );
  },
};
