import { type Adapter, SHARE_OF_VALUE, shareLost } from '../on-web/adapter.ts';
import { firstLossUsd } from '../on-web/first-loss.ts';
import type { HitWeb } from '../on-web/hit-web.ts';
import { isLoanOfOthers, loanBook } from '../on-web/loan-book.ts';
import { equityDebt as model } from './equity-debt.ts';

const problemOf = (hit: HitWeb, isHit: boolean) => {
  const { web, shocks } = hit;
  const { stakes, loans } = web;
  const { owedUsd, lentUsd } = loanBook(web);
  const lossUsd = firstLossUsd(hit);
  const externalAssets = web.firms.map((_, i) => {
    const assets = Math.max(0, web.coreValueUsd[i]! + owedUsd[i]! - lentUsd[i]!);
    if (!isHit) return assets;
    return Math.max(0, Math.min(assets - lossUsd[i]!, assets * (1 - shocks.default[i]!)));
  });
  return {
    externalAssets,
    debt: [...owedUsd],
    equityHoldings: {
      entries: stakes.deal
        .map((_, leg) => [stakes.holder[leg]!, stakes.issuer[leg]!, stakes.stake[leg]!])
        .filter(([holder, issuer]) => holder !== issuer),
    },
    debtHoldings: {
      entries: [...loans.deal.keys()]
        .filter((leg) => isLoanOfOthers(web, leg))
        .map((leg) => {
          const borrower = loans.borrower[leg]!;
          return [loans.lender[leg]!, borrower, loans.faceUsd[leg]! / owedUsd[borrower]!];
        }),
    },
  };
};

/** Stakes and loans at book: equity before the shock against equity after it, both in liquidation. */
export const equityDebt: Adapter = {
  id: model.id,
  model: model.id,
  title: model.title,
  unit: SHARE_OF_VALUE,
  maps: {
    en: 'stakes and warrants are the holdings of equity, faces of loans the debt; external assets are core values plus debt less loans made (at least 0), less what the shock itself takes; default takes them',
    zh: '持股与认股权证为股权持有，贷款面值为债务；外部资产为核心价值加债务减对外贷款（不小于0），扣除冲击本身的损失；违约冲击直接减少外部资产',
  },
  loses: {
    en: 'orders, cash and promised money beyond the first round; guarantees and debt outside the web; that a warrant lapses with its order; costs of failing',
    zh: '首轮之后的订单、现金与承诺资金；担保与网络外债务；认股权证随订单失效；倒下的成本',
  },
  monotone: true,
  read: (hit) => {
    const before = model.solve(problemOf(hit, false));
    const after = model.solve(problemOf(hit, true));
    const fractions = before.equity.map((equity, i) =>
      shareLost(equity - after.equity[i]!, equity, before.firmValues[i]!),
    );
    const residual = Math.max(before.residual, after.residual);
    return { fractions, converged: before.converged && after.converged, residual };
  },
};
