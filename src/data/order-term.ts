import type { Order, PerGigawatt } from './schema.ts';

export const yearOf = (day: string): number => Number(day.slice(0, 4));

/** A day as a point in time: 2025-07-02 is about 2025.5. */
export const yearWithFraction = (day: string): number => {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const [start, end] = [Date.UTC(year, 0, 1), Date.UTC(year + 1, 0, 1)];
  return year + (Date.UTC(year, month - 1, date) - start) / (end - start);
};

/** What says when an order whose record is silent begins and ends. */
export interface TermSettings {
  readonly asOf: string;
  readonly parameters: { readonly orderTermYears: number };
}

/** Term of an order whose end isn't known, unless somebody says otherwise. */
export const USUAL_TERM_YEARS = 5;

/**
 * Time in which an order is served, in years with fractions: from the start of `startYear`, or from
 * its announcement where that is later, to the start of `endYear` (2027..2032 is five years).
 * Where neither is known it starts with the as-of year.
 */
export const termOf = (
  order: Order,
  settings: TermSettings,
): { readonly start: number; readonly end: number } => {
  const { startYear, announcedOn } = order;
  const announced = announcedOn === undefined ? undefined : yearWithFraction(announcedOn);
  const begins = startYear ?? announced ?? yearOf(settings.asOf);
  const start = Math.max(begins, announced ?? begins);
  const end = order.endYear ?? start + settings.parameters.orderTermYears;
  return { start, end: end > start ? end : Math.floor(start) + 1 };
};

/** Dollars of one order in one year, and where they come from. */
export type FlowBasis = 'schedule' | 'per-year' | 'total' | 'per-gigawatt' | 'unknown';

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

export const flowBasis = (
  order: Order,
  { perGigawatt }: { readonly perGigawatt: readonly PerGigawatt[] },
): FlowBasis => {
  if (order.schedule) return 'schedule';
  if (order.perYearUsd !== undefined) return 'per-year';
  if (order.amountUsd !== undefined) return 'total';
  const imputable = order.capacityGw !== undefined && perGigawattRow(order, perGigawatt);
  return imputable ? 'per-gigawatt' : 'unknown';
};
