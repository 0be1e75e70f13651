import Papa from 'papaparse';
import { csvText, unguardCell } from '../../base/csv-text.ts';
import { DataError } from '../../base/errors.ts';
import { found } from '../../base/found.ts';
import { meantHint, nearestIds } from '../../base/nearest.ts';
import type { Column } from './columns.ts';

/** A row of a table: its line in the file (the header is line 1) and its cells by column name. */
export interface Row {
  readonly line: number;
  readonly cells: ReadonlyMap<string, string>;
}

export interface Table {
  readonly rows: readonly Row[];
  readonly problems: readonly DataError[];
}

export interface TableFormat {
  readonly file: string;
  readonly columns: readonly Column[];
  /** Short forms of column names: `name` for `name.en`. */
  readonly aliases?: Readonly<Record<string, string>>;
}

interface Line {
  readonly line: number;
  readonly cells: readonly string[];
}

const linesOf = (text: string): { lines: Line[]; broken: Papa.ParseError[] } => {
  const parsed = Papa.parse<string[]>(text, { delimiter: ',' });
  let line = 1;
  const lines = parsed.data.map((cells) => {
    const at = line;
    line += 1 + cells.reduce((sum, cell) => sum + (cell.match(/\r\n|\r|\n/g)?.length ?? 0), 0);
    return { line: at, cells };
  });
  return { lines, broken: parsed.errors };
};

const isEmpty = ({ cells }: Line): boolean => cells.every((cell) => cell.trim() === '');

const headerProblems = (names: readonly string[], { file, columns }: TableFormat): DataError[] => {
  const known = columns.map(({ name }) => name);
  const where = (name: string) => `${file} row 1 (header), ${name}`;
  const unknown = names.flatMap((name, index) => {
    if (name === '') return [];
    if (names.indexOf(name) !== index) {
      const expected = 'each column once';
      return [
        new DataError({ where: where(name), found: 'a second column of that name', expected }),
      ];
    }
    if (known.includes(name)) return [];
    const hint = meantHint(nearestIds(name, known)) ?? `Known columns: ${known.join(', ')}.`;
    const facts = { found: `column ${found(name)}`, expected: 'a known column', hint };
    return [new DataError({ where: where(name), ...facts })];
  });
  const missing = columns
    .filter(({ name, isRequired }) => isRequired && !names.includes(name))
    .map(({ name }) => {
      const facts = { found: 'nothing', expected: `a column ${name}: every row needs it` };
      return new DataError({ where: where(name), ...facts });
    });
  return [...unknown, ...missing];
};

const rowProblem = (line: Line, names: readonly string[], file: string): DataError | undefined => {
  const where = `${file} row ${line.line}`;
  const extra = line.cells.slice(names.length).some((cell) => cell.trim() !== '');
  const unnamed = line.cells.findIndex((cell, index) => names[index] === '' && cell.trim() !== '');
  if (extra || line.cells.length < names.length) {
    const expected = `${names.length} cells as in the header`;
    const hint = 'Text with a comma stands in double quotes.';
    return new DataError({ where, found: `${line.cells.length} cells`, expected, hint });
  }
  if (unnamed < 0) return undefined;
  const expected = 'a name for that column in the header';
  return new DataError({
    where: `${where}, cell ${unnamed + 1}`,
    found: found(line.cells[unnamed]),
    expected,
  });
};

const fail = (file: string, facts: { found: string; expected: string; hint?: string }): Table => ({
  rows: [],
  problems: [new DataError({ where: file, ...facts })],
});

/**
 * Read the text of a CSV file: commas, double quotes, any line ends; empty lines are skipped.
 * Rows that can't be read are left out and stand among the problems, with file and line.
 */
export const readTable = (text: string, format: TableFormat): Table => {
  const { file, aliases = {} } = format;
  const { lines, broken } = linesOf(text);
  const [header, ...body] = lines.filter((line) => !isEmpty(line));
  const expected = `a header line with ${format.columns[0]?.name ?? 'columns'}, ... and a line per record`;
  if (header === undefined) return fail(file, { found: 'an empty file', expected });
  const names = header.cells.map((cell) => aliases[cell.trim()] ?? cell.trim());
  if (names.length === 1 && /[;\t]/.test(names[0]!)) {
    const hint = 'Save the table with commas between cells.';
    return fail(file, { found: found(names[0]), expected: 'cells between commas', hint });
  }
  const quotes = broken.map(({ row = 0 }) => {
    const where = `${file} row ${lines[row]?.line ?? row + 1}`;
    const hint = 'A quote inside a quoted text is written twice.';
    return new DataError({
      where,
      found: 'a stray or unclosed quote',
      expected: 'closed quotes',
      hint,
    });
  });
  if (quotes.length > 0) return { rows: [], problems: quotes };
  const problems = headerProblems(names, format);
  const rows = body.flatMap((line): Row[] => {
    const problem = rowProblem(line, names, file);
    if (problem !== undefined) problems.push(problem);
    if (problem !== undefined) return [];
    const entries = names.map(
      (name, index) => [name, unguardCell(line.cells[index] ?? '')] as const,
    );
    return [{ line: line.line, cells: new Map(entries.toReversed()) }];
  });
  return { rows, problems };
};

/** The text of a CSV file; columns that no record fills are left out, required ones never. */
export const writeTable = (
  columns: readonly Pick<Column, 'name' | 'isRequired'>[],
  rows: readonly ReadonlyMap<string, string>[],
): string => {
  const used = columns.filter(
    ({ name, isRequired }) => isRequired || rows.some((row) => (row.get(name) ?? '') !== ''),
  );
  const names = used.map(({ name }) => name);
  return csvText([names, ...rows.map((row) => names.map((name) => row.get(name) ?? ''))]);
};
