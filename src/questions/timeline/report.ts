import type { Names } from '../../tell/names.ts';
import { type Block, paragraph } from '../../tell/report.ts';
import { aboutOf, type ReportTable, rowsTable } from '../../tell/report-table.ts';
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

const shortSigned = (usd: number | null, names: Names): string => {
  if (usd === null) return '–';
  const text = names.column(usd);
  return usd > 0 && /^[\d,.]*[1-9]/.test(text) ? `+${text}` : text;
};

const what = ({ changes }: TimelineDay, names: Names): string => {
  const [first] = changes;
  if (first === undefined) return '';
  const more = changes.length > 1 ? ` +${changes.length - 1}` : '';
  return first.change === 'changed'
    ? `${first.id}${more}`
    : names.say(`timeline.${first.change}`, { id: `${first.id}${more}` });
};

const tableOf = (rows: readonly Row[], names: Names): Block => ({
  kind: 'table',
  columns: [
    { header: names.say('timeline.as-of'), align: 'left' },
    { header: names.say('timeline.loss'), align: 'right' },
    { header: names.say('timeline.change'), align: 'right' },
    { header: names.say('timeline.failed'), align: 'right' },
    { header: names.say('timeline.loser'), align: 'left', shrinks: true },
    { header: names.say('timeline.what'), align: 'left', shrinks: true },
  ],
  rows: rows.map(({ day, changeUsd }) => {
    const { result } = day;
    if (result === null) return [day.day, '–', '–', '–', day.why!.text, what(day, names)];
    const [loser] = result.losers;
    return [
      day.day,
      names.column(result.grossLossUsd),
      shortSigned(changeUsd, names),
      String(result.failed.length),
      loser === undefined ? '–' : `${names.firm(loser.id)}${loser.looksAhead ? ' *' : ''}`,
      what(day, names),
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
    return [
      paragraph(
        names.say('timeline.no-answer', {
          why: reasons.join('; ') || names.say('timeline.none-reached'),
        }),
      ),
    ];
  }
  const shown = kinks(rows, top);
  const missing = rows.length - answered.length;
  const ahead = shown.some(({ day }) => day.result?.losers[0]?.looksAhead);
  const { scenario, network } = timeline.receipt;
  const blocks: (Block | false)[] = [
    paragraph(
      names.count('timeline.about', rows.length, {
        condition: conditionOf({ scenario, network }, 'chained-boats', names),
        before: names.money(first.result!.grossLossUsd),
        first: first.day,
        after: names.money(last.result!.grossLossUsd),
        last: last.day,
      }),
    ),
    tableOf(shown, names),
    shown.length < rows.length && paragraph(names.say('timeline.shown', { all: rows.length })),
    missing > 0 && paragraph(names.count('timeline.missing', missing)),
    ahead && paragraph(names.say('timeline.looks-ahead')),
    !timeline.complete && paragraph(names.say('timeline.early')),
    paragraph(names.say('timeline.meaning')),
  ];
  return blocks.filter((block) => block !== false);
};

/** Every day, full precision; no answer is an empty cell. */
export const timelineTable = (timeline: Timeline): ReportTable =>
  rowsTable(
    {
      day: 'text',
      deals: 'number',
      grossLossUsd: 'number',
      ownersLossUsd: 'number',
      changeUsd: 'number',
      failed: 'text',
      largestLoser: 'text',
      laterValues: 'number',
      laterValuesLossUsd: 'number',
      changed: 'text',
      why: 'text',
    },
    [
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
    ],
    aboutOf(timeline.receipt),
  );
