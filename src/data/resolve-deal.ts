import type { Deal } from './schema.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Fields of a history entry that describe the entry, not the deal. */
const ABOUT_ENTRY = new Set(['on', 'note', 'sources']);

const changedBy = (entry: Fields): string[] =>
  Object.keys(entry).filter((key) => !ABOUT_ENTRY.has(key) && entry[key] !== undefined);

const entriesOf = (deal: Deal): readonly Fields[] =>
  (deal.history ?? []).toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));

const apply = (deal: Fields, entry: Fields): Fields => {
  const next: Record<string, unknown> = { ...deal };
  for (const key of changedBy(entry)) {
    if (entry[key] === null) delete next[key];
    else next[key] = entry[key];
  }
  const sources = [
    ...((deal['sources'] ?? []) as string[]),
    ...((entry['sources'] ?? []) as string[]),
  ];
  if (sources.length > 0) next['sources'] = [...new Set(sources)];
  return next;
};

const isBy = (day: string) => (entry: Fields) => (entry['on'] as string) <= day;

/** The deal with every change up to `day` made: an entry changes what it names, null = unknown. */
export const dealOn = (deal: Deal, day: string): Deal =>
  entriesOf(deal).filter(isBy(day)).reduce<Fields>(apply, deal) as Deal;

/** What later entries changed, as it stood at the start: keeps the past readable once applied. */
const opening = (deal: Deal, past: readonly Fields[]): Fields[] => {
  const start = deal.announcedOn;
  if (start === undefined) return [];
  const stated = new Set([
    'confidence',
    ...past.filter((entry) => entry['on'] === start).flatMap(changedBy),
  ]);
  const changed = past.flatMap(changedBy).filter((key) => !stated.has(key));
  if (changed.length === 0) return [];
  const before = deal as Fields;
  return [{ on: start, ...Object.fromEntries(changed.map((key) => [key, before[key] ?? null])) }];
};

/**
 * A deal as it was known on `day`, or undefined if it wasn't announced yet or was cancelled by then.
 *
 * The history keeps the past only, and gains an opening entry with what has changed since, so that
 * resolving the answer again gives the same deal, and an earlier day still gives the earlier one
 * (with the sources and the confidence of later entries).
 */
export const resolveDeal = (deal: Deal, day: string): Deal | undefined => {
  if (deal.announcedOn !== undefined && deal.announcedOn > day) return undefined;
  const { history: _whole, ...state } = dealOn(deal, day);
  if (state.status === 'cancelled') return undefined;
  const past = entriesOf(deal).filter(isBy(day));
  const history = [...opening(deal, past), ...past];
  return (history.length > 0 ? { ...state, history } : state) as Deal;
};
