import { markdownTable } from './markdown-table.ts';
import { type Column, table } from './table.ts';
import { wrap } from './wrap.ts';

/** A piece of an answer: a paragraph, or a table. */
export type Block =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'table';
      readonly columns: readonly Column[];
      readonly rows: readonly (readonly string[])[];
    };

export const paragraph = (text: string): Block => ({ kind: 'text', text });

/** Blocks for a terminal of 80 columns. */
export const asText = (blocks: readonly Block[]): string =>
  blocks
    .map((block) => (block.kind === 'text' ? wrap(block.text) : table(block.columns, block.rows)))
    .join('\n');

/** Blocks as Markdown. */
export const asMarkdown = (blocks: readonly Block[]): string =>
  blocks
    .map((block) =>
      block.kind === 'text' ? `${block.text}\n` : markdownTable(block.columns, block.rows),
    )
    .join('\n');
