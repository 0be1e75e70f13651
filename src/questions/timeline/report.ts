import { csvText } from '../../base/csv-text.ts';
import { count, dollars, inBillions } from '../../tell/figures.ts';
import type { Names } from '../../tell/names.ts';
import { type Block, paragraph } from '../../tell/report.ts';
import { conditionOf } from '../../tell/sentence.ts';
import type { Timeline, TimelineDay } from './timeline-schema.ts';

interface Row {
  readonly day: TimelineDay;
  /** Against the last day before it that has an answer; null where there is none. */
  readonly changeUsd: number | null;
}

const rowsOf = ({ days }: Timeline): readonly Row[] => {
  let before: number | null = null;
  return days.map((day) => {
    const usd = day.result?.grossLossUsd ?? null;
    const changeUsd = usd === null || before === null ? null : usd - before;
    if (usd !== null) before = usd;
    return { day, changeUsd };
  });
};

/** The days on which most changed, in order; all where `top` is 0. */
const kinks = (rows: readonly Row[], top: number): readonly Row[] => {
  if (top === 0) return rows;
  const answered = rows.filter(({ day }) => day.result !== null);
  const ends = [answered[0], answered.at(-1)];
  const largest = answered.toSorted(
    (a, b) => Math.abs(b.changeUsd ?? 0) - Math.abs(a.changeUsd ?? 0),
  );
  const chosen = new Set([...ends, ...largest].slice(0, Math.max(2, top)));
  return rows.filter((row) => chosen.has(row));
};

const shortSigned = (usd: number | null): string => {
  if (usd === null) return '–';
  const text = inBillions(usd);
  return usd > 0 && text !== '0.00' ? `+${text}` : text;
};

const what = ({ changes }: TimelineDay): string => {
  const [first] = changes;
  if (first === undefined) return '';
  const more = changes.length > 1 ? ` +${changes.length - 1}` : '';
  return `${first.change === 'changed' ? '' : `${first.change}: `}${first.id}${more}`;
};

const tableOf = (rows: readonly Row[], names: Names): Block => ({
  kind: 'table',
  columns: [
    { header: 'As of', align: 'left' },
    { header: 'Loss\n$bn', align: 'right' },
    { header: 'Change\n$bn', align: 'right' },
    { header: 'Failed', align: 'right' },
    { header: 'Largest loser', align: 'left', shrinks: true },
    { header: 'What changed that day', align: 'left', shrinks: true },
  ],
  rows: rows.map(({ day, changeUsd }) => {
    const { result } = day;
    if (result === null) return [day.day, '–', '–', '–', day.why!.text, what(day)];
    const [loser] = result.losers;
    return [
      day.day,
      inBillions(result.grossLossUsd),
      shortSigned(changeUsd),
      String(result.failed.length),
      loser === undefined ? '–' : `${names.firm(loser.id)}${loser.looksAhead ? ' *' : ''}`,
      what(day),
    ];
  }),
});

/** One shock, many days: the days on which the outcome moved most, and what moved it. */
export const timelineReport = (timeline: Timeline, names: Names, top: number): readonly Block[] => {
  const rows = rowsOf(timeline);
  const answered = rows.filter(({ day }) => day.result !== null);
  const [first, last] = [answered[0]?.day, answered.at(-1)?.day];
  if (first === undefined || last === undefined) {
    const reasons = [...new Set(rows.flatMap(({ day }) => day.why?.text ?? []))];
    return [paragraph(`No day has an answer: ${reasons.join('; ') || 'none was reached'}.`)];
  }
  const shown = kinks(rows, top);
  const missing = rows.length - answered.length;
  const ahead = shown.some(({ day }) => day.result?.losers[0]?.looksAhead);
  const { scenario, network } = timeline.receipt;
  const blocks: (Block | false)[] = [
    paragraph(
      `${conditionOf({ scenario, network }, 'chained-boats', names)}, and on the web of each of ` +
        `${count(rows.length, 'day')}: ${dollars(first.result!.grossLossUsd)} of value lost as of ` +
        `${first.day}, ${dollars(last.result!.grossLossUsd)} as of ${last.day}.`,
    ),
    tableOf(shown, names),
    shown.length < rows.length &&
      paragraph(
        `The days that moved it most; all ${rows.length} with --top 0, in full in CSV and JSON.`,
      ),
    missing > 0 &&
      paragraph(
        `${count(missing, 'day')} without an answer: a firm or deal of the shock is not in the web ` +
          'that day, or the day cannot take the scenario. That is not a loss of 0.',
      ),
    ahead &&
      paragraph(
        '* looks ahead: no value that old is known of this firm; the earliest later one stands in.',
      ),
    !timeline.complete && paragraph('ENDED EARLY: later days are missing.'),
    paragraph('Not a forecast: what follows in this scenario, under this model, on each day.'),
  ];
  return blocks.filter((block) => block !== false);
};

/** Every day, full precision; no answer is an empty cell. */
export const timelineCsv = (timeline: Timeline): string =>
  csvText([
    [
      'day',
      'deals',
      'grossLossUsd',
      'ownersLossUsd',
      'changeUsd',
      'failed',
      'largestLoser',
      'laterValues',
      'laterValuesLossUsd',
      'changed',
      'why',
    ],
    ...rowsOf(timeline).map(({ day, changeUsd }) => [
      day.day,
      day.deals,
      day.result?.grossLossUsd ?? null,
      day.result?.ownersLossUsd ?? null,
      changeUsd,
      day.result?.failed.join(';') ?? null,
      day.result?.losers[0]?.id ?? null,
      day.result?.laterValues ?? null,
      day.result?.laterValuesLossUsd ?? null,
      day.changes.map(({ id }) => id).join(';'),
      day.why?.text ?? null,
    ]),
  ]);
