import type { Cascade } from '../../models/cascade.ts';
import type { Answer } from '../../tell/deliver.ts';
import { firstOf, inPercent } from '../../tell/figures.ts';
import type { Names } from '../../tell/names.ts';
import { type Block, paragraph } from '../../tell/report.ts';
import { aboutOf, type ReportTable, rowsTable } from '../../tell/report-table.ts';
import { sentenceOf } from '../../tell/sentence.ts';
import type { Channel, Incidence } from './incidence-schema.ts';

const right = (header: string) => ({ header, align: 'right' }) as const;

const bearersTable = ({ bearers, totalUsd }: Incidence, { say, column }: Names): Block => {
  const shown = bearers.filter(({ usd }) => usd > 0);
  const used = bearers[0]!.channels
    .map(({ channel }) => channel)
    .filter((channel) =>
      shown.some(({ channels }) => channels.some((one) => one.channel === channel && one.usd > 0)),
    );
  const usdOf = (channels: Incidence['bearers'][number]['channels'], channel: Channel): number =>
    channels.find((one) => one.channel === channel)?.usd ?? 0;
  const sum = (channel: Channel): number =>
    shown.reduce((total, { channels }) => total + usdOf(channels, channel), 0);
  return {
    kind: 'table',
    columns: [
      { header: say('bearers.bearer'), align: 'left', shrinks: true },
      ...used.map((channel) => right(say(`bearers.how.${channel}`))),
      right(say('bearers.together')),
    ],
    rows: [
      ...shown.map(({ bearer, usd, channels }) => [
        say(`bearers.who.${bearer}`),
        ...used.map((channel) => column(usdOf(channels, channel))),
        column(usd),
      ]),
      [say('report.all'), ...used.map((channel) => column(sum(channel))), column(totalUsd)],
    ],
  };
};

const firmsTable = ({ firms }: Incidence, top: number, names: Names): Block => ({
  kind: 'table',
  columns: [
    { header: names.say('bearers.through'), align: 'left', shrinks: true },
    right(names.say('bearers.loss')),
    right(names.say('bearers.held')),
    right(names.say('bearers.to-owners')),
    { header: names.say('bearers.mostly'), align: 'left', shrinks: true },
  ],
  rows: firstOf(firms, top).map(({ id, lossUsd, heldInside, ownersLossUsd, bearer }) => [
    names.firm(id),
    names.column(lossUsd),
    inPercent(heldInside),
    names.column(ownersLossUsd),
    bearer === null ? '–' : names.say(`bearers.who.${bearer}`),
  ]),
});

/** On whom the loss falls: classes by channel, then the firms whose owners they are. */
const bearersReport = (
  answer: Incidence,
  cascade: Cascade,
  names: Names,
  top: number,
): readonly Block[] => {
  const { totalUsd, insideUsd, firms, outsidePerYear } = answer;
  const headline = paragraph(sentenceOf(cascade, names));
  if (firms.length === 0) return [headline];
  const rest = firms.slice(firstOf(firms, top).length);
  const restUsd = rest.reduce((sum, { ownersLossUsd }) => sum + ownersLossUsd, 0);
  const { lendersUsd, suppliersUsd } = outsidePerYear;
  return [
    headline,
    bearersTable(answer, names),
    firmsTable(answer, top, names),
    ...(rest.length === 0
      ? []
      : [paragraph(names.count('report.more-firms', rest.length, { usd: names.money(restUsd) }))]),
    paragraph(
      names.say('bearers.meaning', {
        total: names.money(totalUsd),
        inside: names.money(insideUsd),
      }),
    ),
    paragraph(
      names.say('bearers.outside', {
        suppliers: names.money(suppliersUsd),
        lenders: names.money(lendersUsd),
      }),
    ),
  ];
};

const shareTable = ({ bearers, receipt }: Incidence): ReportTable =>
  rowsTable(
    { bearer: 'text', channel: 'text', lossUsd: 'number' },
    [
      ...bearers.flatMap(({ bearer, channels }) =>
        channels.map(({ channel, usd }) => [bearer, channel, usd]),
      ),
    ],
    aboutOf(receipt),
  );

/** On whom the loss finally falls, as an answer of the command line. */
export const bearersAnswer = (
  document: Incidence,
  cascade: Cascade,
  names: Names,
  top: number,
): Answer => ({
  document,
  table: () => shareTable(document),
  blocks: () => bearersReport(document, cascade, names, top),
});
