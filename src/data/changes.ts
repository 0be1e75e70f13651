import { figureDay } from './figures.ts';
import { FIGURES, type NetworkDocument } from './schema.ts';

/** One record that became known, or other than it was, on some day. */
export interface RecordChange {
  readonly kind: 'firm' | 'deal';
  readonly id: string;
  readonly change: 'announced' | 'changed' | 'cancelled';
  /** Fields that the day's entries state; empty where a deal was announced. */
  readonly fields: readonly string[];
}

/** Fields of a history entry that describe the entry, not the record. */
const ABOUT_ENTRY: ReadonlySet<string> = new Set(['on', 'note', 'sources', 'confidence']);

const fieldsOf = (entry: object): string[] =>
  Object.entries(entry)
    .filter(([name, value]) => !ABOUT_ENTRY.has(name) && value !== undefined)
    .map(([name]) => name);

/**
 * What changed in a book on each of its days, in the order of days: deals announced, changed and
 * cancelled, figures of firms observed. Days after the book's own are left out.
 */
export const changesByDay = (
  document: NetworkDocument,
): ReadonlyMap<string, readonly RecordChange[]> => {
  const days = new Map<string, Map<string, RecordChange>>();
  const add = (day: string | undefined, one: RecordChange): void => {
    if (day === undefined || day > document.asOf) return;
    const changes = days.get(day) ?? new Map<string, RecordChange>();
    days.set(day, changes);
    const known = changes.get(one.id);
    if (known === undefined) changes.set(one.id, one);
    else if (known.change === 'changed') {
      const fields = [...new Set([...known.fields, ...one.fields])];
      changes.set(one.id, { ...known, change: one.change, fields });
    }
  };
  for (const { id, announcedOn, history = [] } of document.deals) {
    add(announcedOn, { kind: 'deal', id, change: 'announced', fields: [] });
    for (const entry of history) {
      const change = entry.status === 'cancelled' ? 'cancelled' : 'changed';
      add(entry.on, { kind: 'deal', id, change, fields: fieldsOf(entry) });
    }
  }
  for (const firm of document.firms) {
    const { id, history = [] } = firm;
    for (const figure of FIGURES) {
      add(figureDay(firm, figure), { kind: 'firm', id, change: 'changed', fields: [figure] });
    }
    for (const entry of history) {
      add(entry.on, { kind: 'firm', id, change: 'changed', fields: fieldsOf(entry) });
    }
  }
  return new Map(
    [...days]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([day, changes]) => [day, [...changes.values()]]),
  );
};
