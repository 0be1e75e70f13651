/** A column of a Markdown table; figures stand to the right. */
export interface MarkdownColumn {
  readonly header: string;
  readonly align: 'left' | 'right';
}

const cellText = (text: string): string =>
  text.replaceAll('\\', '\\\\').replaceAll('|', '\\|').replace(/\s+/g, ' ');

const line = (cells: readonly string[]): string => `| ${cells.map(cellText).join(' | ')} |\n`;

/** A table in GitHub's Markdown; line breaks become blanks. */
export const markdownTable = (
  columns: readonly MarkdownColumn[],
  rows: readonly (readonly string[])[],
): string =>
  [
    line(columns.map(({ header }) => header)),
    line(columns.map(({ align }) => (align === 'right' ? '---:' : '---'))),
    ...rows.map(line),
  ].join('');
