import { type Adapter, SHARE_OF_VALUE, shareLost } from '../on-web/adapter.ts';
import { buffersUsd, firstLossShare } from '../on-web/first-loss.ts';
import type { HitWeb } from '../on-web/hit-web.ts';
import { isLoanOfOthers } from '../on-web/loan-book.ts';
import { neva as model } from './neva.ts';

/** A firm that owns nothing but loans counts this share of its value as external assets. */
const LEAST_ASSETS = 0.01;
/** What is left of external assets that a shock wipes out: a logarithm needs more than 0. */
const REMNANT = 1e-6;

interface Balance {
  /** Indices in the web of the firms that have value: the only ones with a balance sheet. */
  readonly firms: readonly number[];
  readonly exposures: { readonly entries: readonly (readonly [number, number, number])[] };
  readonly externalAssets: readonly number[];
}

const balanceOf = (hit: HitWeb): Balance => {
  const { loans } = hit.web;
  const value = buffersUsd(hit);
  const firms = [...value.keys()].filter((i) => value[i]! > 0);
  const place = new Map(firms.map((firm, at) => [firm, at]));
  const externalAssets = firms.map((i) => value[i]!);
  const entries: (readonly [number, number, number])[] = [];
  for (const leg of loans.deal.keys()) {
    const lender = place.get(loans.lender[leg]!);
    const borrower = place.get(loans.borrower[leg]!);
    if (!isLoanOfOthers(hit.web, leg) || lender === undefined || borrower === undefined) continue;
    const usd = loans.faceUsd[leg]!;
    entries.push([lender, borrower, usd]);
    externalAssets[lender]! -= usd;
    externalAssets[borrower]! += usd;
  }
  return {
    firms,
    exposures: { entries },
    externalAssets: externalAssets.map((usd, at) =>
      Math.max(usd, LEAST_ASSETS * value[firms[at]!]!),
    ),
  };
};

/** Shocks in units of face equity, which the floor of external assets may have raised. */
const shocksOf = (
  hit: HitWeb,
  { firms, exposures, externalAssets }: Balance,
): readonly number[] => {
  const lossShare = firstLossShare(hit);
  const value = buffersUsd(hit);
  const faceEquity = externalAssets.slice();
  for (const [lender, borrower, usd] of exposures.entries) {
    faceEquity[lender]! += usd;
    faceEquity[borrower]! -= usd;
  }
  return firms.map((firm, at) => {
    const most = externalAssets[at]! * (1 - REMNANT);
    const defaulted = hit.shocks.default[firm]! * most;
    const lost = Math.max(lossShare[firm]! * value[firm]!, defaulted);
    return Math.min(lost, most) / faceEquity[at]!;
  });
};

/** Loans valued before they are due, the trouble of each borrower making its debt worth less at once. */
export const neva: Adapter = {
  id: model.id,
  model: model.id,
  title: model.title,
  unit: SHARE_OF_VALUE,
  maps: {
    en: 'faces of loans are the exposures; external assets are value plus loans owed less loans made (at least a hundredth of value), less what the shock itself takes; default takes them; valuation by Merton with the model’s own volatility and recovery',
    zh: '贷款面值为敞口；外部资产为价值加所欠贷款减对外贷款（不小于价值的百分之一），扣除冲击本身的损失；违约冲击直接减少外部资产；按默顿法估值，波动率与回收率取模型默认',
  },
  loses: {
    en: 'stakes, warrants and orders beyond the first round; guarantees and debt outside the web; firms without known worth; volatility that differs from firm to firm',
    zh: '首轮之后的持股、认股权证与订单；担保与网络外债务；价值未知的企业；各企业不同的波动率',
  },
  monotone: true,
  read: (hit) => {
    const balance = balanceOf(hit);
    const { firms, exposures, externalAssets } = balance;
    const problem = { exposures, externalAssets, externalLiabilities: firms.map(() => 0) };
    const before = model.solve(problem);
    const after = model.solve({ ...problem, shocks: shocksOf(hit, balance) });
    const fractions = new Array<number | null>(hit.web.size).fill(null);
    firms.forEach((firm, at) => {
      const equity = before.equity[at]!;
      fractions[firm] = shareLost(equity - after.equity[at]!, equity);
    });
    const residual = Math.max(before.residual, after.residual);
    return { fractions, converged: before.converged && after.converged, residual };
  },
};
