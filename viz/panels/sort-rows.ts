export type Direction = 'ascending' | 'descending';

export interface Sorting {
  readonly column: string;
  readonly direction: Direction;
}

export type SortKey = number | string | null;

const compare = (a: number | string, b: number | string, collator: Intl.Collator): number =>
  typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b));

/**
 * Rows in order of `keyOf`; what is unknown (null) comes last in either direction, and rows that
 * tie keep the order they came in.
 */
export const sortRows = <Row>(
  rows: readonly Row[],
  keyOf: (row: Row) => SortKey,
  direction: Direction,
  collator: Intl.Collator,
): readonly Row[] => {
  const sign = direction === 'ascending' ? 1 : -1;
  return rows.toSorted((rowA, rowB) => {
    const [a, b] = [keyOf(rowA), keyOf(rowB)];
    if (a === null || b === null) return (a === null ? 1 : 0) - (b === null ? 1 : 0);
    return sign * compare(a, b, collator);
  });
};

/** What a click on a header does: turn the order round, or start with the column's own first order. */
export const nextSorting = (now: Sorting, column: string, first: Direction): Sorting => {
  if (now.column !== column) return { column, direction: first };
  return { column, direction: now.direction === 'ascending' ? 'descending' : 'ascending' };
};
