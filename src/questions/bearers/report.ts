import { csvText } from '../../base/csv-text.ts';
import type { Cascade } from '../../models/cascade.ts';
import type { Answer } from '../../tell/deliver.ts';
import { count, dollars, firstOf, inBillions, inPercent } from '../../tell/figures.ts';
import type { Names } from '../../tell/names.ts';
import { type Block, paragraph } from '../../tell/report.ts';
import { sentenceOf } from '../../tell/sentence.ts';
import type { Bearer, Channel, Incidence } from './incidence-schema.ts';

const WHO: Readonly<Record<Bearer, string>> = {
  'public-shareholders': 'public shareholders',
  'private-owners': 'owners of unlisted firms',
  lenders: 'bond investors, syndicates',
  suppliers: 'suppliers at large',
  customers: 'customers at large',
  unknown: 'unknown',
};

const HOW: Readonly<Record<Channel, string>> = {
  shock: 'Shock\nitself',
  supplier: 'As\nsupplier',
  customer: 'As\ncustomer',
  holder: 'As\nholder',
  lender: 'As\nlender',
  funding: 'Money\ncut',
  failure: 'By\nfailing',
};

const right = (header: string) => ({ header, align: 'right' }) as const;

const bearersTable = ({ bearers, totalUsd }: Incidence): Block => {
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
      { header: 'Who finally bears it\n$bn', align: 'left', shrinks: true },
      ...used.map((channel) => right(HOW[channel])),
      right('Together'),
    ],
    rows: [
      ...shown.map(({ bearer, usd, channels }) => [
        WHO[bearer],
        ...used.map((channel) => inBillions(usdOf(channels, channel))),
        inBillions(usd),
      ]),
      ['all', ...used.map((channel) => inBillions(sum(channel))), inBillions(totalUsd)],
    ],
  };
};

const firmsTable = ({ firms }: Incidence, top: number, names: Names): Block => ({
  kind: 'table',
  columns: [
    { header: 'Through the firm', align: 'left', shrinks: true },
    right('Loss\n$bn'),
    right('Held in\nthe web, %'),
    right('To owners\n$bn'),
    { header: 'Mostly', align: 'left', shrinks: true },
  ],
  rows: firstOf(firms, top).map(({ id, lossUsd, heldInside, ownersLossUsd, bearer }) => [
    names.firm(id),
    inBillions(lossUsd),
    inPercent(heldInside),
    inBillions(ownersLossUsd),
    bearer === null ? '–' : WHO[bearer],
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
    bearersTable(answer),
    firmsTable(answer, top, names),
    ...(rest.length === 0
      ? []
      : [paragraph(`${count(rest.length, 'more firm')}: ${dollars(restUsd)} together.`)]),
    paragraph(
      `${dollars(totalUsd)} falls on owners outside the web, each dollar once; another ` +
        `${dollars(insideUsd)} is the same dollars on their way through firms of the web that hold ` +
        `each other.`,
    ),
    paragraph(
      `Not in it, income and not value: a year, ${dollars(suppliersUsd)} that firms no longer spend on ` +
        `suppliers outside the web and staff, and ${dollars(lendersUsd)} of debt service that lenders ` +
        'outside the web go without.',
    ),
  ];
};

const bearersCsv = ({ bearers }: Incidence): string =>
  csvText([
    ['bearer', 'channel', 'lossUsd'],
    ...bearers.flatMap(({ bearer, channels }) =>
      channels.map(({ channel, usd }) => [bearer, channel, usd]),
    ),
  ]);

/** On whom the loss finally falls, as an answer of the command line. */
export const bearersAnswer = (
  document: Incidence,
  cascade: Cascade,
  names: Names,
  top: number,
): Answer => ({
  document,
  csv: () => bearersCsv(document),
  blocks: () => bearersReport(document, cascade, names, top),
});
