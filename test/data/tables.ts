import { readFileSync } from 'node:fs';
import Papa from 'papaparse';

export type Row = Readonly<Record<string, string>>;

export const FOLDER = new URL('../../data/ai-web/', import.meta.url);

const read = new Map<string, readonly Row[]>();

/** The rows of a table of the shipped data, read with nothing of the product. */
export const table = (name: string): readonly Row[] => {
  const before = read.get(name);
  if (before !== undefined) return before;
  const text = readFileSync(new URL(`${name}.csv`, FOLDER), 'utf8');
  const { data, errors } = Papa.parse<Row>(text, { header: true, skipEmptyLines: true });
  if (errors.length > 0) throw new Error(`${name}: ${JSON.stringify(errors[0])}`);
  read.set(name, data);
  return data;
};

export const list = (cell: string | undefined): string[] => (cell ? cell.split(';') : []);

export const ROLES: Readonly<Record<string, readonly [string, string]>> = {
  equity: ['holder', 'issuer'],
  order: ['customer', 'supplier'],
  debt: ['lender', 'borrower'],
};

export const endsOf = (deal: Row): string[] =>
  (ROLES[deal['kind'] ?? ''] ?? []).map((role) => deal[role] ?? '');

/** Deals as they stood on a day: an implementation of its own, on cells. */
export const dealsOn = (day: string): Map<string, Record<string, string>> => {
  const deals = new Map(
    table('deals')
      .filter((deal) => deal['announcedOn']! <= day)
      .map((deal) => [deal['id']!, { ...deal }]),
  );
  for (const { record, on, field, value } of table('history')) {
    const deal = deals.get(record!);
    if (deal && field && on! <= day) deal[field] = value === 'unknown' ? '' : value!;
  }
  for (const [id, deal] of deals) if (deal['status'] === 'cancelled') deals.delete(id);
  return deals;
};
