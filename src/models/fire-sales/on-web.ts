import { type Adapter, SHARE_OF_VALUE, shareLost } from '../on-web/adapter.ts';
import { buffersUsd, firstLossShare, firstLossUsd } from '../on-web/first-loss.ts';
import type { HitWeb } from '../on-web/hit-web.ts';
import { loanBook } from '../on-web/loan-book.ts';
import { fireSales as model } from './fire-sales.ts';

/** Of what has a price that sales can't move: this many times its own size must be sold to halve it. */
const DEEP = 1e12;

/**
 * Assets 0..n-1 are the firms' shares, n..2n-1 what each firm owns besides. Warrants aren't owned yet,
 * so nobody can sell them.
 */
const marketOf = (hit: HitWeb) => {
  const { web } = hit;
  const { stakes } = web;
  const value = buffersUsd(hit);
  const { owedUsd } = loanBook(web);
  const besides = value.map((usd, i) =>
    usd > 0 ? Math.max(0, web.coreValueUsd[i]! + owedUsd[i]!) : 0,
  );
  const shares = [...stakes.deal.keys()]
    .filter((leg) => stakes.contingent[leg] === 0 && stakes.holder[leg] !== stakes.issuer[leg])
    .map((leg) => {
      const issuer = stakes.issuer[leg]!;
      return [stakes.holder[leg]!, issuer, stakes.stake[leg]! * value[issuer]!] as const;
    })
    .filter(([holder, , usd]) => usd > 0 && value[holder]! > 0);
  const own = besides
    .map((usd, i) => [i, web.size + i, usd] as const)
    .filter(([, , usd]) => usd > 0);
  const depthOf = (usd: number, impact: number) => (usd > 0 ? usd / Math.max(impact, 1 / DEEP) : 1);
  return {
    besides,
    holdings: { entries: [...shares, ...own] },
    equity: value,
    depths: [
      ...value.map((usd, i) => depthOf(usd, web.priceImpact[i]!)),
      ...besides.map((usd) => depthOf(usd, 0)),
    ],
  };
};

/**
 * Sales of shares by indebted holders who lose, back to the leverage that they had. A holder who must
 * sell all that is left sells the less the more it has lost, so a larger shock can spare others.
 */
export const fireSales: Adapter = {
  id: model.id,
  model: model.id,
  title: model.title,
  unit: SHARE_OF_VALUE,
  maps: {
    en: 'stakes are the common holdings, values the equity, loans of the web the debt; what a firm owns besides is an asset of its own with a price that sales don’t move; a whole firm put up for sale costs its price impact; prices and own assets fall by what the shock itself takes; a firm loses the larger of the fall of its price and what it loses on its assets',
    zh: '持股为共同持仓，企业价值为权益，网络内贷款为债务；企业其余资产为自有资产，其价格不受抛售影响；出售整家企业的跌幅取其价格冲击参数；股价与自有资产按冲击本身的损失下跌；企业损失取股价跌幅与资产损失中的较大者',
  },
  loses: {
    en: 'orders, cash and promised money beyond the first round; losses on loans; debt outside the web, so that most firms never sell; that a holder’s own value falls with its stakes in further rounds',
    zh: '首轮之后的订单、现金与承诺资金；贷款损失；网络外债务（故多数企业从不抛售）；持有人自身价值随持股在后续轮次的下跌',
  },
  monotone: false,
  read: (hit) => {
    const { besides, ...market } = marketOf(hit);
    const lossUsd = firstLossUsd(hit);
    const priceFall = firstLossShare(hit);
    const ownFall = besides.map((usd, i) => (usd > 0 ? Math.min(1, lossUsd[i]! / usd) : 0));
    const { directLosses, saleLosses, prices, converged, residual } = model.solve({
      ...market,
      shocks: [[...priceFall, ...ownFall]],
    });
    const fractions = market.equity.map((usd, i) => {
      const fall = Math.max(priceFall[i]!, 1 - prices[0]![i]!) * usd;
      return shareLost(Math.max(fall, directLosses[0]![i]! + saleLosses[0]![i]!), usd);
    });
    return { fractions, converged, residual };
  },
};
