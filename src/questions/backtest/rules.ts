import type { Web } from '../../models/chained-boats/web.ts';
import type { Shock } from '../../scenario/schema.ts';
import type { MarketEvent } from './event-schema.ts';

/** Those of `deals` of which the web has something to tear up: an order, a promise or a warrant. */
const compiledDeals = (
  { orders, promises, stakes }: Web,
  deals: readonly string[],
): readonly string[] =>
  deals.filter(
    (id) =>
      orders.deal.includes(id) ||
      promises.deal.includes(id) ||
      stakes.deal.some((deal, leg) => deal === id && stakes.contingent[leg] === 1),
  );

/**
 * Size of every shock on a firm, and of every order cut: a convention. What the news was worth is not
 * published, and only the order of firms is scored.
 */
export const SHOCK_SIZE = 0.5;

/** Dollars a year of an order of the news whose dollars nobody stated: a convention, as above. */
export const UNSTATED_ORDER_USD = 10e9;

/** How a kind of news becomes a shock: one line each, the same for all events of the kind. */
export interface Rule {
  readonly kind: MarketEvent['kind'];
  readonly direction: MarketEvent['direction'];
  /** What the shock is, in words. */
  readonly says: { readonly en: string; readonly zh: string };
  /**
   * `deals`: the event's deals are put into the web of the day before and then undone in full: what a
   * firm would lose without them is what it gains by them. `origin`: the web of the day before, hit.
   * `none`: there is no scenario for such news, and the event is not scored.
   */
  readonly by: 'deals' | 'origin' | 'none';
  readonly shocks: (event: MarketEvent, web: Web, size: number) => readonly Shock[];
}

const UNDO: Omit<Rule, 'kind' | 'direction'> = {
  says: {
    en: 'the deals of the news are added to the web of the day before; what a firm would lose if they were undone is what it gains',
    zh: '将新闻中的交易加入前一日的网络；企业在其撤销时的损失即为其收益',
  },
  by: 'deals',
  shocks: ({ deals = [] }, web) =>
    compiledDeals(web, deals).map((deal) => ({ kind: 'cancel', deal, size: 1 })),
};

const hitOrigin = (
  kind: 'revenue' | 'value' | 'funding',
  what: Rule['says'],
): Omit<Rule, 'kind' | 'direction'> => ({
  says: {
    en: `the origin’s ${what.en} falls by half`,
    zh: `新闻主体的${what.zh}减半`,
  },
  by: 'origin',
  shocks: ({ origin }, _, size) => (origin === undefined ? [] : [{ kind, firm: origin, size }]),
});

/** Every order that the origin places, cut by `size`. */
export const ordersOfOrigin = (
  { origin }: MarketEvent,
  { orders, firms }: Web,
  size: number,
): readonly Shock[] =>
  orders.deal.flatMap((deal, leg): Shock[] =>
    firms[orders.customer[leg]!] === origin ? [{ kind: 'cancel', deal, size }] : [],
  );

const CUT_ORDERS: Omit<Rule, 'kind' | 'direction'> = {
  says: {
    en: 'the origin halves every order that it places: it plans or needs less computing power',
    zh: '新闻主体将其下达的每一订单减半（所需算力减少）',
  },
  by: 'origin',
  shocks: ordersOfOrigin,
};

const CUT_DEALS: Omit<Rule, 'kind' | 'direction'> = {
  says: {
    en: 'the deals of the news are cut by half',
    zh: '新闻中的交易减半',
  },
  by: 'origin',
  shocks: ({ deals = [] }, web, size) =>
    compiledDeals(web, deals).map((deal) => ({ kind: 'cancel', deal, size })),
};

const none = (en: string, zh: string): Omit<Rule, 'kind' | 'direction'> => ({
  says: { en, zh },
  by: 'none',
  shocks: () => [],
});

const REVENUE = hitOrigin('revenue', { en: 'revenue from outside the web', zh: '网络外收入' });
const VALUE = hitOrigin('value', { en: 'value', zh: '估值' });
const FUNDING = hitOrigin('funding', { en: 'outside funding', zh: '外部融资' });
const SECTOR = none(
  'no firm of the web is the origin: fits the sector slopes only',
  '无网络内主体：仅用于拟合板块斜率',
);

/**
 * Every kind of news, once, written before any score was seen. Good news of a kind that has a bad
 * mirror is predicted as the mirror with its sign turned.
 */
export const RULES: readonly Rule[] = [
  { kind: 'new-deal', direction: 'good', ...UNDO },
  {
    kind: 'new-deal',
    direction: 'bad',
    ...none('a deal that is bad news has no scenario', '签约为坏消息的情形无对应情景'),
  },
  { kind: 'revenue', direction: 'bad', ...REVENUE },
  { kind: 'revenue', direction: 'good', ...REVENUE },
  { kind: 'value', direction: 'bad', ...VALUE },
  { kind: 'value', direction: 'good', ...VALUE },
  { kind: 'funding', direction: 'bad', ...FUNDING },
  { kind: 'funding', direction: 'good', ...UNDO },
  { kind: 'capacity', direction: 'bad', ...CUT_ORDERS },
  { kind: 'capacity', direction: 'good', ...CUT_ORDERS },
  { kind: 'cancel', direction: 'bad', ...CUT_DEALS },
  { kind: 'cancel', direction: 'good', ...CUT_DEALS },
  { kind: 'sector', direction: 'bad', ...SECTOR },
  { kind: 'sector', direction: 'good', ...SECTOR },
];

export const ruleOf = ({ kind, direction }: MarketEvent): Rule =>
  RULES.find((rule) => rule.kind === kind && rule.direction === direction)!;
