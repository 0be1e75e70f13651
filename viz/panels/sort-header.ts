import { html, type TemplateResult } from 'lit';
import type { Sorting } from './sort-rows.ts';

/** A column header that sorts: a button in a cell that says how it is sorted. */
export const sortHeader = (
  column: string,
  label: string,
  sorting: Sorting,
  onSort: (column: string) => void,
  { numeric = false, title = '' }: { numeric?: boolean; title?: string } = {},
): TemplateResult => {
  const sorted = sorting.column === column;
  const mark = sorted ? (sorting.direction === 'ascending' ? '▲' : '▼') : '';
  return html`<th scope="col" class=${numeric ? 'numeric' : ''} data-column=${column}
    aria-sort=${sorted ? sorting.direction : 'none'}
  ><button title=${title} @click=${() => onSort(column)}>${label}<span class="mark" aria-hidden="true">${mark}</span></button></th>`;
};
