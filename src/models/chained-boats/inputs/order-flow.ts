import type { Order, PerGigawatt } from '../../../data/schema.ts';
import {
  type DerivationSettings,
  weightOf,
  windowOf,
  yearOf,
  yearWithFraction,
} from './settings.ts';

/** Dollars of one order in one year, and where they come from. */
export type FlowBasis = 'schedule' | 'per-year' | 'total' | 'per-gigawatt' | 'unknown';

/**
 * Time in which an order is served, in years with fractions: from the start of `startYear`, or from
 * its announcement where that is later, to the start of `endYear` (2027..2032 is five years).
 * Where neither is known it starts with the as-of year.
 */
export const termOf = (
  order: Order,
  settings: DerivationSettings,
): { readonly start: number; readonly end: number } => {
  const { startYear, announcedOn } = order;
  const announced = announcedOn === undefined ? undefined : yearWithFraction(announcedOn);
  const begins = startYear ?? announced ?? yearOf(settings.asOf);
  const start = Math.max(begins, announced ?? begins);
  const end = order.endYear ?? start + settings.parameters.orderTermYears;
  return { start, end: end > start ? end : Math.floor(start) + 1 };
};

/** Part of the term before `time`: even, or rising evenly as capacity comes on line. */
const servedBy = (order: Order, time: number, settings: DerivationSettings): number => {
  const { start, end } = termOf(order, settings);
  const elapsed = Math.min(1, Math.max(0, (time - start) / (end - start)));
  const ramp = settings.parameters.gigawattSpread === 'ramp' && order.capacityGw !== undefined;
  return ramp ? elapsed ** 2 : elapsed;
};

/** Part of a total that falls in the calendar year. */
const shareInYear = (order: Order, year: number, settings: DerivationSettings): number =>
  servedBy(order, year + 1, settings) - servedBy(order, year, settings);

/** Part of the calendar year in which the order runs. */
const activeShare = (order: Order, year: number, settings: DerivationSettings): number => {
  const { start, end } = termOf(order, settings);
  return Math.max(0, Math.min(end, year + 1) - Math.max(start, year));
};

/** The row of dollars per gigawatt for an order: its own supplier's first, then any supplier's. */
export const perGigawattRow = (
  order: Order,
  rows: readonly PerGigawatt[],
): PerGigawatt | undefined => {
  const sameKind = rows.filter((row) => row.instrument === order.instrument);
  return (
    sameKind.find((row) => row.supplier === order.supplier) ??
    sameKind.find((row) => row.supplier === undefined)
  );
};

export const flowBasis = (order: Order, settings: DerivationSettings): FlowBasis => {
  if (order.schedule) return 'schedule';
  if (order.perYearUsd !== undefined) return 'per-year';
  if (order.amountUsd !== undefined) return 'total';
  const imputable = order.capacityGw !== undefined && perGigawattRow(order, settings.perGigawatt);
  return imputable ? 'per-gigawatt' : 'unknown';
};

const statedInYear = (order: Order, year: number, settings: DerivationSettings): number => {
  switch (flowBasis(order, settings)) {
    case 'schedule':
      return (order.schedule ?? [])
        .filter((entry) => entry.year === year)
        .reduce((sum, entry) => sum + entry.usd, 0);
    case 'per-year':
      return (order.perYearUsd ?? 0) * activeShare(order, year, settings);
    case 'total':
      return (order.amountUsd ?? 0) * shareInYear(order, year, settings);
    case 'per-gigawatt': {
      const row = perGigawattRow(order, settings.perGigawatt);
      const usd = (row?.usdPerGw ?? 0) * (order.capacityGw ?? 0);
      return row?.basis === 'per-year'
        ? usd * activeShare(order, year, settings)
        : usd * shareInYear(order, year, settings);
    }
    case 'unknown':
      return 0;
  }
};

/**
 * Dollars of an order in a year: schedule, yearly figure, total over its term, or gigawatts times
 * dollars per gigawatt (never two of them), times the weight of its status, less what another deal
 * already counts. An order that only a condition makes due (a backstop) counts nothing until then.
 */
export const orderUsdInYear = (
  order: Order,
  year: number,
  settings: DerivationSettings,
): number => {
  if (order.contingent) return 0;
  const own = order.within === undefined ? 1 : 1 - (order.withinShare ?? 1);
  return statedInYear(order, year, settings) * weightOf(order.status, settings) * own;
};

/**
 * Gigawatts of an order that come on line in a year, times the weight of its status: its capacity
 * spread over its term as its total would be. 0 where none are stated.
 */
export const orderGwInYear = (order: Order, year: number, settings: DerivationSettings): number =>
  order.contingent
    ? 0
    : (order.capacityGw ?? 0) *
      shareInYear(order, year, settings) *
      weightOf(order.status, settings);

/** Whether an order stands in the period at all: a customer doesn't miss what it never awaited. */
export const isAwaited = (order: Order, settings: DerivationSettings): boolean => {
  if (order.contingent || weightOf(order.status, settings) === 0) return false;
  const [first, last] = windowOf(settings.time);
  const { start, end } = termOf(order, settings);
  return start < last + 1 && (order.endYear === undefined || end > first);
};

/** Mean of `usdInYear` over the period. */
export const meanOverPeriod = (
  settings: DerivationSettings,
  usdInYear: (year: number) => number,
): number => {
  const [first, last] = windowOf(settings.time);
  let total = 0;
  for (let year = first; year <= last; year++) total += usdInYear(year);
  return total / (last - first + 1);
};
