import { type Adapter, SHARE_OF_VALUE } from '../on-web/adapter.ts';
import { allClaims } from '../on-web/claims.ts';
import { buffersUsd, firstLossShare } from '../on-web/first-loss.ts';
import { debtrank as model } from './debtrank.ts';

type Variant = 'linear' | 'single-hit' | 'nonlinear';

const adapterOf = (variant: Variant, title: Adapter['title'], monotone: boolean): Adapter => ({
  id: `${model.id}-${variant}`,
  model: model.id,
  title,
  unit: SHARE_OF_VALUE,
  maps: {
    en: 'exposures are stakes and warrants at their worth, faces of loans, and for orders the supplier’s core value times its revenue elasticity times the order’s share of its revenue; buffers are the firms’ values; the shock is what it takes in round 1 of chained-boats',
    zh: '敞口为持股与认股权证的价值、贷款面值，以及订单对应的价值（供应商核心价值×收入弹性×订单占收入比例）；缓冲为企业价值；冲击为连舟模型首轮损失',
  },
  loses: {
    en: 'the difference between owning, lending and supplying; cash, take-or-pay and funding; inputs that fail to come; links between deals; recovery from a failed borrower',
    zh: '持股、放贷与供货的区别；现金、照付不议与融资；投入品缺供；交易之间的关联；对倒下借款人的回收',
  },
  monotone,
  read: (hit) => {
    const { stress, converged, residual } = model.solve({
      exposures: { entries: allClaims(hit.web) },
      buffers: buffersUsd(hit),
      shocks: [firstLossShare(hit)],
      parameters: { variant },
    });
    const fractions = stress[0]!.map((share, i) => (hit.web.startValueUsd[i]! > 0 ? share : null));
    return { fractions, converged, residual };
  },
});

/** Every rise of distress is passed on: Bardoscia and others 2015. */
export const debtrankLinear = adapterOf(
  'linear',
  { en: 'DebtRank, linear', zh: 'DebtRank（线性）' },
  true,
);

/**
 * Only the first distress is passed on: Battiston and others 2012. A firm that a larger shock hits
 * early and lightly passes on less than one that is hit late and hard, so more can be less.
 */
export const debtrankSingleHit = adapterOf(
  'single-hit',
  { en: 'DebtRank, single hit', zh: 'DebtRank（单次冲击）' },
  false,
);

/** Little is passed on until a firm is near failure: Bardoscia and others 2016. */
export const debtrankNonlinear = adapterOf(
  'nonlinear',
  { en: 'DebtRank, nonlinear', zh: 'DebtRank（非线性）' },
  true,
);
