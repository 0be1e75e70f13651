import { csvText } from '../../base/csv-text.ts';
import type { Answer } from '../../tell/deliver.ts';
import { count, dollars, inBillions, inPercent } from '../../tell/figures.ts';
import type { Names } from '../../tell/names.ts';
import { type Block, paragraph } from '../../tell/report.ts';
import type { FirePath, FirePaths } from './fire-paths-schema.ts';

const chainOf = ({ firms }: FirePath, names: Names): string => firms.map(names.firm).join(' > ');

/** Chains with the dollars along each, then what is left of the loss, so that all sums up. */
export const pathsReport = (answer: FirePaths, names: Names): readonly Block[] => {
  const { firm, lossUsd, paths, othersUsd, longerUsd, untracedUsd, maxHops } = answer;
  const headline = paragraph(
    `${names.firm(firm)} loses ${dollars(lossUsd)}. How it came there, from where the shock hit:`,
  );
  if (lossUsd === 0) return [paragraph(`${names.firm(firm)} loses nothing: no fire reaches it.`)];
  const row = (name: string, usd: number): string[] => [
    name,
    inBillions(usd),
    inPercent(usd / lossUsd),
  ];
  const rows = paths.map((path) => row(chainOf(path, names), path.usd));
  rows.push(row(`other chains of at most ${count(maxHops, 'step')}`, othersUsd));
  rows.push(row('longer chains', longerUsd));
  if (untracedUsd > 0) rows.push(row('through firms that nobody has valued', untracedUsd));
  rows.push(row('all', lossUsd));
  return [
    headline,
    {
      kind: 'table',
      columns: [
        { header: 'Fire path', align: 'left', shrinks: true },
        { header: 'Loss\n$bn', align: 'right' },
        { header: 'of loss\n%', align: 'right' },
      ],
      rows,
    },
    paragraph(
      'A chain never passes a firm twice; chains that come back count among the others. ' +
        'The deals of each step stand in the JSON.',
    ),
  ];
};

const pathsCsv = ({ firm, paths, othersUsd, longerUsd, untracedUsd }: FirePaths): string =>
  csvText([
    ['firm', 'part', 'path', 'deals', 'lossUsd'],
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
  ]);

/** Fire paths in a format of the command line. */
export const pathsAnswer = (document: FirePaths, names: Names): Answer => ({
  document,
  csv: () => pathsCsv(document),
  blocks: () => pathsReport(document, names),
});
