import { type Adapter, SHARE_OF_VALUE, shareLost } from '../on-web/adapter.ts';
import { allClaims } from '../on-web/claims.ts';
import { buffersUsd, firstLossUsd } from '../on-web/first-loss.ts';
import { threshold as model } from './threshold.ts';

/**
 * Failure alone is passed on. What a firm loses is what the shock itself takes and its claims on
 * firms that failed; a firm that fails loses all.
 */
export const threshold: Adapter = {
  id: model.id,
  model: model.id,
  title: model.title,
  unit: SHARE_OF_VALUE,
  maps: {
    en: 'exposures as for DebtRank (stakes, loans, value behind orders), nothing recovered; buffers are values less the scenario’s failure thresholds; firms that fail in round 1 of chained-boats fail at the start',
    zh: '敞口同 DebtRank（持股、贷款、订单对应的价值），无回收；缓冲为价值减情景设定的失败阈值；连舟模型首轮倒下的企业为初始倒下',
  },
  loses: {
    en: 'every loss short of failure but the first; the difference between owning, lending and supplying; cash, take-or-pay and funding; links between deals',
    zh: '除首轮外未致倒下的一切损失；持股、放贷与供货的区别；现金、照付不议与融资；交易之间的关联',
  },
  monotone: true,
  read: (hit) => {
    const { web, first } = hit;
    const claims = allClaims(web);
    const value = buffersUsd(hit);
    const lossUsd = firstLossUsd(hit);
    const buffers = value.map((usd, i) => (1 - web.failureThreshold[i]!) * usd);
    const shock = buffers.map((buffer, i) => {
      if (first.failed[i] === 1) return 1;
      return buffer > 0 ? Math.min(1, lossUsd[i]! / buffer) : 0;
    });
    const { defaulted, converged, residual } = model.solve({
      exposures: { entries: claims },
      buffers,
      shocks: [shock],
    });
    const failed = defaulted[0]!;
    const lost = lossUsd.slice();
    for (const [holder, issuer, usd] of claims) if (failed[issuer]) lost[holder]! += usd;
    const fractions = lost.map((usd, i) => shareLost(failed[i] ? value[i]! : usd, value[i]!));
    return { fractions, converged, residual };
  },
};
