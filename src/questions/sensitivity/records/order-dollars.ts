import type { Order } from '../../../data/schema.ts';
import {
  flowBasis,
  perGigawattRow,
  termOf,
} from '../../../models/chained-boats/inputs/order-flow.ts';
import { windowOf } from '../../../models/chained-boats/inputs/settings.ts';
import type { Node } from '../../../numerics/program/tape.ts';
import type { TapedRecords } from './taped-records.ts';

/** As `termOf`: the end moves with `orderTermYears` where the record has none. */
const tapedTerm = (on: TapedRecords, order: Order): { start: Node; end: Node } => {
  const { tape, settings } = on;
  const { start, end } = termOf(order, settings);
  const startNode = tape.constant(start);
  const open = order.endYear === undefined;
  const endNode = open ? tape.add(startNode, on.parameter('orderTermYears')) : tape.constant(end);
  return { start: startNode, end: endNode };
};

const servedBy = (on: TapedRecords, order: Order, time: number): Node => {
  const { tape, settings } = on;
  const { zero, one, constant, subtract, divide, min, max, multiply } = tape;
  const { start, end } = tapedTerm(on, order);
  const share = divide(subtract(constant(time), start), subtract(end, start));
  const elapsed = min(one, max(zero, share, 1), 1);
  const ramp = settings.parameters.gigawattSpread === 'ramp' && order.capacityGw !== undefined;
  return ramp ? multiply(elapsed, elapsed) : elapsed;
};

const shareInYear = (on: TapedRecords, order: Order, year: number): Node =>
  on.tape.subtract(servedBy(on, order, year + 1), servedBy(on, order, year));

const activeShare = (on: TapedRecords, order: Order, year: number): Node => {
  const { tape } = on;
  const { start, end } = tapedTerm(on, order);
  const last = tape.min(end, tape.constant(year + 1), 1);
  const first = tape.constant(Math.max(tape.value[start]!, year));
  return tape.max(tape.zero, tape.subtract(last, first), 1);
};

const scheduledInYear = (on: TapedRecords, order: Order, year: number): Node => {
  const { tape } = on;
  const schedule = order.schedule ?? [];
  const sumOf = (entries: typeof schedule) => entries.reduce((sum, { usd }) => sum + usd, 0);
  const total = sumOf(schedule);
  if (total === 0) return tape.zero;
  const share = sumOf(schedule.filter((entry) => entry.year === year)) / total;
  return tape.multiply(on.ofDeal(order, 'scheduleUsd', total), tape.constant(share));
};

const imputedInYear = (on: TapedRecords, order: Order, year: number): Node => {
  const { tape, settings } = on;
  const row = perGigawattRow(order, settings.perGigawatt)!;
  const usd = tape.multiply(on.ofRow(row), on.ofDeal(order, 'capacityGw', order.capacityGw!));
  const share = row.basis === 'per-year' ? activeShare : shareInYear;
  return tape.multiply(usd, share(on, order, year));
};

const statedInYear = (on: TapedRecords, order: Order, year: number): Node => {
  const { multiply, zero } = on.tape;
  switch (flowBasis(order, on.settings)) {
    case 'schedule':
      return scheduledInYear(on, order, year);
    case 'per-year':
      return multiply(
        on.ofDeal(order, 'perYearUsd', order.perYearUsd!),
        activeShare(on, order, year),
      );
    case 'total':
      return multiply(
        on.ofDeal(order, 'amountUsd', order.amountUsd!),
        shareInYear(on, order, year),
      );
    case 'per-gigawatt':
      return imputedInYear(on, order, year);
    case 'unknown':
      return zero;
  }
};

/** `orderUsdInYear` on a tape. */
export const tapedOrderUsdInYear = (on: TapedRecords, order: Order, year: number): Node => {
  const { tape } = on;
  if (order.contingent) return tape.zero;
  const { within, withinShare } = order;
  if (within !== undefined && withinShare === undefined) return tape.zero;
  const own =
    within === undefined
      ? tape.one
      : tape.subtract(tape.one, on.ofDeal(order, 'withinShare', withinShare!));
  return tape.multiply(tape.multiply(statedInYear(on, order, year), on.paidShare(order)), own);
};

/** `meanOverPeriod` on a tape. */
export const tapedMean = (
  { tape, settings }: TapedRecords,
  inYear: (year: number) => Node,
): Node => {
  const [first, last] = windowOf(settings.time);
  const years = Array.from({ length: last - first + 1 }, (_, at) => first + at);
  return tape.divide(tape.sum(years.map(inYear)), tape.constant(years.length));
};
