import { ScenarioError } from '../../base/errors.ts';
import { found } from '../../base/found.ts';
import { checkDay } from '../../data/resolve.ts';
import type { NetworkDocument } from '../../data/schema.ts';

/** Which days are asked about: a list, or all days of the book within bounds. */
export interface DaysAsked {
  readonly dates?: readonly string[] | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

const MOST = 1000;

const refuse = (where: string, what: string, expected: string, hint?: string): ScenarioError =>
  new ScenarioError({ where, found: what, expected, ...(hint === undefined ? {} : { hint }) });

/**
 * The days asked about, each once, in order.
 *
 * @param known  the days on which the book changed, in order
 * @throws ScenarioError for days before the first record or after the book's own, bounds that are
 *         reversed or hold no day, an empty list, more than 1000 days; DataError for what is no day
 */
export const daysAsked = (
  { asOf }: NetworkDocument,
  known: readonly string[],
  { dates, from, to }: DaysAsked,
): readonly string[] => {
  const first = known[0] ?? asOf;
  const checked = (day: string, where: string): string => {
    checkDay(day, where);
    if (day >= first && day <= asOf) return day;
    throw refuse(where, found(day), `a day of the book, ${first} to ${asOf}`);
  };
  if (dates !== undefined) {
    if (dates.length === 0) throw refuse('dates', 'none', 'at least one day');
    if (dates.length > MOST) throw refuse('dates', `${dates.length} days`, `at most ${MOST}`);
    return [...new Set(dates.map((day) => checked(day, 'dates')))].sort();
  }
  const start = from === undefined ? first : checked(from, 'from');
  const end = to === undefined ? asOf : checked(to, 'to');
  if (start > end) throw refuse('from', found(start), `a day up to ${end}`);
  const days = known.filter((day) => day >= start && day <= end);
  if (days.length > MOST) {
    const hint = 'Ask for fewer years, or for single dates.';
    throw refuse('from', `${days.length} days on which records changed`, `at most ${MOST}`, hint);
  }
  if (days.length > 0) return days;
  const hint = 'Widen it, or name single dates.';
  throw refuse('from', `no change of any record up to ${end}`, 'a day on which one changed', hint);
};
