import { flowBasis, perGigawattRow, termOf } from '../../../data/order-term.ts';
import type { Order } from '../../../data/schema.ts';
import { windowOf } from '../../../scenario/period.ts';
import { type Facts, floatFacts } from './facts.ts';
import { type DerivationSettings, weightOf } from './settings.ts';

/** As `termOf`; an end that no record states moves with `orderTermYears`. */
const termIn = <Q>({ algebra, parameter, settings }: Facts<Q>, order: Order) => {
  const { start, end } = termOf(order, settings);
  const first = algebra.constant(start);
  const open = order.endYear === undefined;
  return {
    start,
    first,
    end: open ? algebra.add(first, parameter('orderTermYears')) : algebra.constant(end),
  };
};

/** Part of a total that falls in a calendar year: even over the term, or rising evenly as capacity comes on line. */
const shareOfTerm = <Q>(on: Facts<Q>, order: Order): ((year: number) => Q) => {
  const { zero, one, constant, subtract, divide, multiply, min, max } = on.algebra;
  const { first, end } = termIn(on, order);
  const years = subtract(end, first);
  const ramp = on.settings.parameters.gigawattSpread === 'ramp' && order.capacityGw !== undefined;
  const servedBy = (time: number): Q => {
    const share = divide(subtract(constant(time), first), years);
    const elapsed = min(one, max(zero, share, 1), 1);
    return ramp ? multiply(elapsed, elapsed) : elapsed;
  };
  return (year) => subtract(servedBy(year + 1), servedBy(year));
};

/** Part of a calendar year in which an order runs. */
const activeShare = <Q>(on: Facts<Q>, order: Order): ((year: number) => Q) => {
  const { zero, constant, subtract, min, max } = on.algebra;
  const { start, end } = termIn(on, order);
  return (year) =>
    max(zero, subtract(min(end, constant(year + 1), 1), constant(Math.max(start, year))), 1);
};

const scheduledUsd = <Q>(on: Facts<Q>, order: Order): ((year: number) => Q) => {
  const schedule = order.schedule ?? [];
  const sumOf = (entries: typeof schedule) => entries.reduce((sum, { usd }) => sum + usd, 0);
  const totalUsd = sumOf(schedule);
  if (totalUsd === 0) return () => on.algebra.zero;
  return (year) => {
    const usd = sumOf(schedule.filter((entry) => entry.year === year));
    return on.ofSchedule(order, usd, totalUsd);
  };
};

const imputedUsd = <Q>(on: Facts<Q>, order: Order): ((year: number) => Q) => {
  const row = perGigawattRow(order, on.settings.perGigawatt)!;
  const { multiply } = on.algebra;
  const usd = multiply(on.ofRow(row), on.ofDeal(order, 'capacityGw', order.capacityGw!));
  const share = (row.basis === 'per-year' ? activeShare : shareOfTerm)(on, order);
  return (year) => multiply(usd, share(year));
};

const statedUsd = <Q>(on: Facts<Q>, order: Order): ((year: number) => Q) => {
  const { multiply, zero } = on.algebra;
  switch (flowBasis(order, on.settings)) {
    case 'schedule':
      return scheduledUsd(on, order);
    case 'per-year': {
      const [usd, share] = [
        on.ofDeal(order, 'perYearUsd', order.perYearUsd!),
        activeShare(on, order),
      ];
      return (year) => multiply(usd, share(year));
    }
    case 'total': {
      const [usd, share] = [
        on.ofDeal(order, 'amountUsd', order.amountUsd!),
        shareOfTerm(on, order),
      ];
      return (year) => multiply(usd, share(year));
    }
    case 'per-gigawatt':
      return imputedUsd(on, order);
    case 'unknown':
      return () => zero;
  }
};

/**
 * Dollars of an order in a year: schedule, yearly figure, total over its term, or gigawatts times
 * dollars per gigawatt (never two of them), times the share of it that counts, less what another deal
 * already counts. An order that only a condition makes due (a backstop) counts nothing until then.
 */
export const orderUsd = <Q>(on: Facts<Q>, order: Order): ((year: number) => Q) => {
  const { one, zero, multiply, subtract } = on.algebra;
  const { contingent, within, withinShare } = order;
  if (contingent || (within !== undefined && withinShare === undefined)) return () => zero;
  const own =
    within === undefined ? one : subtract(one, on.ofDeal(order, 'withinShare', withinShare!));
  const [stated, counts] = [statedUsd(on, order), on.paidShare(order)];
  return (year) => multiply(multiply(stated(year), counts), own);
};

/** `orderUsd` in one year as a plain number. */
export const orderUsdInYear = (order: Order, year: number, settings: DerivationSettings): number =>
  orderUsd(floatFacts(settings), order)(year);

/**
 * Gigawatts of an order that come on line in a year, times the weight of its status: its capacity
 * spread over its term as its total would be. 0 where none are stated.
 */
export const orderGwInYear = (order: Order, year: number, settings: DerivationSettings): number => {
  if (order.contingent) return 0;
  const on = floatFacts(settings);
  return (order.capacityGw ?? 0) * shareOfTerm(on, order)(year) * on.paidShare(order);
};

/** Whether an order stands in the period at all: a customer doesn't miss what it never awaited. */
export const isAwaited = (order: Order, settings: DerivationSettings): boolean => {
  if (order.contingent || weightOf(order.status, settings) === 0) return false;
  const [first, last] = windowOf(settings.time);
  const { start, end } = termOf(order, settings);
  return start < last + 1 && (order.endYear === undefined || end > first);
};

/** Mean over the period's years. */
export const meanOverPeriod = <Q>(
  { algebra, settings }: Facts<Q>,
  inYear: (year: number) => Q,
): Q => {
  const [first, last] = windowOf(settings.time);
  const years = Array.from({ length: last - first + 1 }, (_, at) => first + at);
  return algebra.divide(algebra.sum(years.map(inYear)), algebra.constant(years.length));
};
