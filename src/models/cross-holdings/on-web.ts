import { type Adapter, SHARE_OF_VALUE, shareLost } from '../on-web/adapter.ts';
import { failureCostShare } from '../on-web/failure-cost.ts';
import { firstLossUsd } from '../on-web/first-loss.ts';
import { crossHoldings as model } from './cross-holdings.ts';

/**
 * Stakes as cross-holdings and core values as what firms own. The failure threshold is the largest
 * that the scenario sets for a firm, else the model's own.
 */
export const crossHoldings: Adapter = {
  id: model.id,
  model: model.id,
  title: model.title,
  unit: SHARE_OF_VALUE,
  maps: {
    en: 'stakes and warrants are the holdings; core values (value less stakes, at least 0) are the assets, less what the shock itself takes; threshold of the scenario if it sets one, else the model’s own; failure cost share of the scenario',
    zh: '持股与认股权证为交叉持股；核心价值（价值减持股，不小于0）扣除冲击本身的损失为资产；阈值取情景设定，未设定则取模型默认；失败成本比例取情景设定',
  },
  loses: {
    en: 'orders, loans, cash and promised money beyond the first round; that a warrant lapses with its order; debt of holding companies whose stakes exceed their value; thresholds that differ from firm to firm; firms that others in the web own wholly, which have no outside owners to lose',
    zh: '首轮之后的订单、贷款、现金与承诺资金；认股权证随订单失效；持股超过自身价值的控股公司的债务；各企业不同的阈值；被网络内企业全资持有的公司（无外部所有者）',
  },
  monotone: true,
  read: (hit) => {
    const { web } = hit;
    const { stakes, failureThreshold } = web;
    const baselineAssets = Array.from(web.coreValueUsd, (core) => Math.max(0, core));
    const lossUsd = firstLossUsd(hit);
    const threshold = Math.max(0, ...failureThreshold);
    const answer = model.solve({
      holdings: {
        entries: stakes.deal
          .map((_, leg) => [stakes.holder[leg]!, stakes.issuer[leg]!, stakes.stake[leg]!])
          .filter(([holder, issuer]) => holder !== issuer),
      },
      baselineAssets,
      assets: baselineAssets.map((core, i) => Math.max(0, core - lossUsd[i]!)),
      parameters: {
        failureCostShare: failureCostShare(web),
        ...(threshold > 0 ? { threshold } : {}),
      },
    });
    const fractions = answer.baselineValues.map((value, i) =>
      shareLost(value - answer.values[i]!, value),
    );
    return { fractions, converged: answer.converged, residual: answer.residual };
  },
};
