import { resolveParameters } from '../../base/parameter.ts';
import type { Adapter } from '../on-web/adapter.ts';
import { firstOutputLoss, OUTPUT_UNIT } from '../on-web/first-output-loss.ts';
import type { HitWeb } from '../on-web/hit-web.ts';
import { esri as model } from './esri.ts';
import { lossesAtLimit } from './losses.ts';
import { readSupplyWeb } from './supply-web.ts';

/** From this essentiality on, an input of one layer counts as essential to another. */
const ESSENTIAL = 0.5;

const needOf = (essentiality: number): number =>
  essentiality >= ESSENTIAL ? 2 : essentiality > 0 ? 1 : 0;

/** `[input industry, using industry, need]`: the most that any order between two layers states. */
const needs = ({ web }: HitWeb, industry: readonly number[]): number[][] => {
  const count = Math.max(0, ...industry) + 1;
  const table = Array.from({ length: count }, () => new Array<number>(count).fill(0));
  for (const leg of web.orders.deal.keys()) {
    const row = table[industry[web.orders.supplier[leg]!]!]!;
    const user = industry[web.orders.customer[leg]!]!;
    row[user] = Math.max(row[user]!, needOf(web.orders.essentiality[leg]!));
  }
  return table;
};

const supplyWebOf = (hit: HitWeb) => {
  const { web, layers } = hit;
  const { orders } = web;
  const names = [...new Set(layers)];
  const industry = layers.map((layer) => names.indexOf(layer));
  const links = [...orders.deal.keys()]
    .filter((leg) => orders.usd[leg]! > 0 && orders.supplier[leg] !== orders.customer[leg])
    .map((leg) => [orders.supplier[leg]!, orders.customer[leg]!, orders.usd[leg]!]);
  const costs = web.firms.map((_, i) => web.fixedCostUsd[i]! + web.variableCostUsd[i]!);
  for (const [, customer, usd] of links) costs[customer!]! += usd!;
  return readSupplyWeb({
    links: { entries: links },
    industry,
    essentiality: { dense: needs(hit, industry) },
    revenues: [...web.revenueUsd],
    costs,
  });
};

/** Orders as a supply network; each firm by its worse channel. */
export const esri: Adapter = {
  id: model.id,
  model: model.id,
  title: model.title,
  unit: OUTPUT_UNIT,
  maps: {
    en: 'orders of the period are the links, layers the industries; an input is essential between two layers where some order states an essentiality of one half or more, in proportion where any states one; sales and costs outside the web count; each firm keeps the capacity that the shock itself leaves it',
    zh: '当期订单为供应链接，层级为行业；两层之间有订单关键性不低于二分之一则为关键投入，仅有非零关键性则按比例；计入网络外销售与成本；各企业保留冲击后的剩余产能',
  },
  loses: {
    en: 'values, stakes, loans and money: nobody fails for lack of funds; take-or-pay; essentiality of single orders; orders of unknown dollars',
    zh: '估值、持股、贷款与资金（无人因缺钱而倒下）；照付不议；单笔订单的关键性；金额未知的订单',
  },
  monotone: true,
  read: (hit) => {
    const { tolerance, maxSweeps } = resolveParameters(model.parameters);
    const cascade = lossesAtLimit(supplyWebOf(hit), 1, {
      replaceable: false,
      tolerance,
      maxSweeps,
    });
    const { down, up, converged, residual } = cascade(firstOutputLoss(hit));
    const fractions = hit.web.firms.map((_, i) =>
      hit.web.revenueUsd[i]! > 0 ? Math.max(down[i]!, up[i]!) : null,
    );
    return { fractions, converged, residual };
  },
};
