import type { Order } from '../../data/schema.ts';
import type { OrderedInYear } from './ordered.ts';

/** Orders with what is known of each in each year. */
export interface Line {
  readonly order: Order;
  readonly perYear: readonly OrderedInYear[];
}

/** How many orders have no dollars in any year. */
export const unpriced = (lines: readonly Line[]): number =>
  lines.filter(({ perYear }) => perYear.every(({ usd }) => usd === null)).length;

/** Known dollars of all orders in one year. */
export const usdOf = (lines: readonly Line[], index: number): number =>
  sum(lines.map(({ perYear }) => perYear[index]?.usd ?? 0));

export const sum = (amounts: readonly number[]): number =>
  amounts.reduce((total, amount) => total + amount, 0);

/** A ratio to a base that may be unknown: null then, and where the base is not above zero. */
export const over = (amount: number, base: number | null | undefined): number | null =>
  base === null || base === undefined || base <= 0 ? null : amount / base;
