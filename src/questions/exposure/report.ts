import { count, firstOf, inBillions, inPercent } from '../../tell/figures.ts';
import type { Names } from '../../tell/names.ts';
import { type Block, paragraph } from '../../tell/report.ts';
import type { Column } from '../../tell/table.ts';
import type { Exposure, ExposurePair } from './exposure-schema.ts';
import type { FirmMatrix } from './firm-matrix-schema.ts';

const known = (value: number | null, text: (value: number) => string): string =>
  value === null ? '?' : text(value);

const right = (header: string): Column => ({ header, align: 'right' });
const left = (header: string): Column => ({ header, align: 'left', shrinks: true });

const figures = (pair: ExposurePair): string[] => [
  known(pair.directUsd, inBillions) + (pair.unknownDeals.length > 0 ? '+' : ''),
  known(pair.totalUsd, inBillions),
  known(pair.totalOfValue ?? pair.directOfValue, inPercent),
  known(pair.totalOfRevenue ?? pair.directOfRevenue, inPercent),
];

type Layer = Exposure['layers'][number];

const pairsTable = (
  firms: readonly Column[],
  namesOf: (pair: ExposurePair) => string[],
  pairs: readonly ExposurePair[],
  { unit }: Layer,
): Block => ({
  kind: 'table',
  columns: [
    ...firms,
    right(unit === 'usd' ? 'Direct\n$bn' : 'Direct\n$bn a year'),
    right(unit === 'usd' ? 'All chains\n$bn' : 'All chains\n$bn a year'),
    right('Of its\nvalue %'),
    right('Of its\nrevenue %'),
  ],
  rows: pairs.map((pair) => [...namesOf(pair), ...figures(pair)]),
});

const layerBlocks = (
  { receipt, exposures }: Exposure,
  layer: Layer,
  names: Names,
  top: number,
): readonly Block[] => {
  const pairs = exposures.filter((pair) => pair.layer === layer.id);
  const blocks: Block[] = [paragraph(`${layer.title.en}. ${layer.convention.en}`)];
  if (layer.noTotal !== null) blocks.push(paragraph(`No total: ${layer.noTotal}`));
  const { firm } = receipt;
  const sides =
    firm === undefined
      ? [{ pairs, columns: [left('Exposed'), left('To')], both: true }]
      : [
          {
            pairs: pairs.filter(({ exposed }) => exposed === firm),
            columns: [left(`${names.firm(firm)} is exposed to`)],
          },
          {
            pairs: pairs.filter(({ to }) => to === firm),
            columns: [left(`Exposed to ${names.firm(firm)}`)],
          },
        ];
  for (const side of sides) {
    if (side.pairs.length === 0) continue;
    const ends = ({ exposed, to }: ExposurePair): string[] => {
      if (firm === undefined) return [names.firm(exposed), names.firm(to)];
      return [names.firm(exposed === firm ? to : exposed)];
    };
    const shown = firstOf(side.pairs, top);
    blocks.push(pairsTable(side.columns, ends, shown, layer));
    const rest = side.pairs.length - shown.length;
    if (rest > 0) blocks.push(paragraph(`${count(rest, 'more pair')}.`));
  }
  if (pairs.length === 0) blocks.push(paragraph('Nothing.'));
  return blocks;
};

/** Direct and total exposure in tables, layer by layer. */
export const exposureReport = (document: Exposure, names: Names, top: number): readonly Block[] => {
  const { receipt, layers, leftOut } = document;
  const whose =
    receipt.firm === undefined ? 'Exposures' : `Exposures of ${names.firm(receipt.firm)}`;
  const deals = new Set(leftOut.map(({ deal }) => deal)).size;
  return [
    paragraph(
      `${whose} as of ${receipt.network.asOf}, before any shock, deals at face. Shares are of the ` +
        'exposed firm’s value and of a year of its revenue. ? unknown; + a floor, since some ' +
        `dollars are unknown. ${count(deals, 'deal')} without known dollars, or on a condition, left out.`,
    ),
    ...layers.flatMap((layer) => layerBlocks(document, layer, names, top)),
  ];
};

/** Each deal as a share of what its payer spends and its payee earns. */
export const dealSharesReport = (
  { receipt, deals }: Exposure,
  names: Names,
  top: number,
): readonly Block[] => [
  paragraph(
    `Deals as of ${receipt.network.asOf}, orders by their mean year, stakes and loans whole; over a year’s ` +
      'operating cost of who pays and a year’s revenue of who is paid, both as last reported. ? unknown.',
  ),
  {
    kind: 'table',
    columns: [
      left('Pays'),
      left('Is paid'),
      { header: 'Kind', align: 'left' },
      right('$bn'),
      right('Of payer’s\ncost %'),
      right('Of payee’s\nrevenue %'),
    ],
    rows: firstOf(deals, top).map((deal) => [
      names.firm(deal.payer),
      names.firm(deal.payee),
      deal.kind,
      known(deal.usd, inBillions),
      known(deal.ofPayerCost, inPercent),
      known(deal.ofPayeeRevenue, inPercent),
    ]),
  },
];

/** Most columns that stand beside a firm's name in 80 characters. */
const ABREAST = 6;

/** The square of the firms with the largest entries, some columns at a time. */
export const firmMatrixReport = (
  { receipt, title, unit, convention, firms, entries, unknown }: FirmMatrix,
  names: Names,
  top: number,
): readonly Block[] => {
  const weight = firms.map(() => 0);
  const notStated = new Set(unknown.map(([row, column]) => row * firms.length + column));
  const cells = new Map<number, number>();
  for (const [row, column, entry] of entries) {
    cells.set(row * firms.length + column, entry);
    if (row === column) continue;
    weight[row]! += Math.abs(entry);
    weight[column]! += Math.abs(entry);
  }
  const order = firms.map((_, at) => at).sort((a, b) => weight[b]! - weight[a]! || a - b);
  const shown = firstOf(order, top);
  const text = (entry: number): string => (unit === 'ratio' ? entry.toFixed(3) : inBillions(entry));
  const blocks: Block[] = [];
  for (let at = 0; at < shown.length; at += ABREAST) {
    const columns = shown.slice(at, at + ABREAST);
    blocks.push({
      kind: 'table',
      columns: [
        left('Firm'),
        ...columns.map((column) => right(names.firm(firms[column]!).replace(' ', '\n'))),
      ],
      rows: shown.map((row) => [
        names.firm(firms[row]!),
        ...columns.map((column) => {
          const cell = row * firms.length + column;
          const entry = cells.get(cell);
          if (entry !== undefined) return text(entry);
          return notStated.has(cell) ? '?' : '·';
        }),
      ]),
    });
  }
  const units = { usd: '$bn', 'usd-per-year': '$bn a year', ratio: 'ratios' }[unit];
  return [
    paragraph(`${title.en}, as of ${receipt.network.asOf}, ${units}. ${convention.en}`),
    ...blocks,
    paragraph(
      `${count(shown.length, 'firm')} of ${firms.length}, largest entries first; CSV and JSON hold all.` +
        (unknown.length === 0 ? '' : ' ? stands where deals are known and their dollars are not.'),
    ),
  ];
};
