import { type Block, paragraph } from '../../tell/report.ts';
import type { Column } from '../../tell/table.ts';

type Value = number | string | boolean | null;

const isValue = (value: unknown): value is Value =>
  value === null || ['number', 'string', 'boolean'].includes(typeof value);

const isColumn = (value: unknown): value is readonly Value[] =>
  Array.isArray(value) && value.length > 0 && value.every(isValue);

const cell = (value: Value): string => {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value !== 'number') return value ?? '–';
  return String(Number(value.toPrecision(6)));
};

/** Columns of figures that fit side by side in 80 columns. */
const ABREAST = 4;

/** `additionalStress` over two lines: a header no wider than its figures. */
const header = (name: string): string => name.replace(/([a-z])([A-Z])/g, '$1\n$2').toLowerCase();

/**
 * An answer for people: its single figures in a line, its lists of one figure per firm side by side.
 * What is neither stands in the JSON alone, and the text says so.
 */
export const answerReport = (
  title: string,
  answer: Readonly<Record<string, unknown>>,
): readonly Block[] => {
  const entries = Object.entries(answer);
  const single = entries.filter((entry): entry is [string, Value] => isValue(entry[1]));
  const lists = entries.filter((entry): entry is [string, readonly Value[]] => isColumn(entry[1]));
  const others = entries.filter(([, value]) => !isValue(value) && !isColumn(value));
  const blocks: Block[] = [
    paragraph(`${title}. ${single.map(([name, value]) => `${name}: ${cell(value)}`).join(', ')}.`),
  ];
  const lengths = [...new Set(lists.map(([, values]) => values.length))];
  for (const length of lengths) {
    const alike = lists.filter(([, values]) => values.length === length);
    for (let at = 0; at < alike.length; at += ABREAST) {
      const shown = alike.slice(at, at + ABREAST);
      const columns: Column[] = [
        { header: '', align: 'right' },
        ...shown.map(([name]) => ({ header: header(name), align: 'right' }) as const),
      ];
      const rows = Array.from({ length }, (_, i) => [
        String(i),
        ...shown.map(([, values]) => cell(values[i]!)),
      ]);
      blocks.push({ kind: 'table', columns, rows });
    }
  }
  if (others.length > 0) {
    blocks.push(paragraph(`With --format json also: ${others.map(([name]) => name).join(', ')}.`));
  }
  return blocks;
};
