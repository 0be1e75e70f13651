import type { Answer } from '../../tell/deliver.ts';
import { inPercent } from '../../tell/figures.ts';
import type { Names } from '../../tell/names.ts';
import { type Block, paragraph } from '../../tell/report.ts';
import { aboutOf, type ReportTable, rowsTable } from '../../tell/report-table.ts';
import type { FirePath, FirePaths } from './fire-paths-schema.ts';

const chainOf = ({ firms }: FirePath, names: Names): string => firms.map(names.firm).join(' > ');

/** Chains with the dollars along each, then what is left of the loss, so that all sums up. */
export const pathsReport = (answer: FirePaths, names: Names): readonly Block[] => {
  const { firm, lossUsd, paths, othersUsd, longerUsd, untracedUsd, maxHops } = answer;
  const headline = paragraph(
    names.say('paths.loses', { firm: names.firm(firm), usd: names.money(lossUsd) }),
  );
  if (lossUsd === 0) return [paragraph(names.say('paths.none', { firm: names.firm(firm) }))];
  const row = (name: string, usd: number): string[] => [
    name,
    names.column(usd),
    inPercent(usd / lossUsd),
  ];
  const rows = paths.map((path) => row(chainOf(path, names), path.usd));
  rows.push(row(names.count('paths.others', maxHops), othersUsd));
  rows.push(row(names.say('paths.longer'), longerUsd));
  if (untracedUsd > 0) rows.push(row(names.say('paths.untraced'), untracedUsd));
  rows.push(row(names.say('report.all'), lossUsd));
  return [
    headline,
    {
      kind: 'table',
      columns: [
        { header: names.say('paths.path'), align: 'left', shrinks: true },
        { header: names.say('paths.loss'), align: 'right' },
        { header: names.say('paths.share'), align: 'right' },
      ],
      rows,
    },
    paragraph(names.say('paths.meaning')),
  ];
};

const pathsTable = ({
  firm,
  paths,
  othersUsd,
  longerUsd,
  untracedUsd,
  receipt,
}: FirePaths): ReportTable =>
  rowsTable(
    { firm: 'text', part: 'text', path: 'text', deals: 'text', lossUsd: 'number' },
    [
      ...paths.map(({ firms, hops, usd }) => [
        firm,
        'path',
        firms.join('>'),
        hops.map((hop) => hop.map(({ deal }) => deal ?? '').join(';')).join('>'),
        usd,
      ]),
      [firm, 'others', null, null, othersUsd],
      [firm, 'longer', null, null, longerUsd],
      [firm, 'untraced', null, null, untracedUsd],
    ],
    aboutOf(receipt),
  );

/** Fire paths in a format of the command line. */
export const pathsAnswer = (document: FirePaths, names: Names): Answer => ({
  document,
  table: () => pathsTable(document),
  blocks: () => pathsReport(document, names),
});
