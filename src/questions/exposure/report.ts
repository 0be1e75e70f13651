import { firstOf, inPercent } from '../../tell/figures.ts';
import type { Names } from '../../tell/names.ts';
import { type Block, paragraph } from '../../tell/report.ts';
import type { Column } from '../../tell/table.ts';
import { inLanguage } from '../../tell/words/languages.ts';
import type { Exposure, ExposurePair } from './exposure-schema.ts';
import type { FirmMatrix } from './firm-matrix-schema.ts';

const known = (value: number | null, text: (value: number) => string): string =>
  value === null ? '?' : text(value);

const right = (header: string): Column => ({ header, align: 'right' });
const left = (header: string): Column => ({ header, align: 'left', shrinks: true });

const figures = (pair: ExposurePair, names: Names): string[] => [
  known(pair.directUsd, names.column) + (pair.unknownDeals.length > 0 ? '+' : ''),
  known(pair.totalUsd, names.column),
  known(pair.totalOfValue ?? pair.directOfValue, inPercent),
  known(pair.totalOfRevenue ?? pair.directOfRevenue, inPercent),
];

type Layer = Exposure['layers'][number];

const pairsTable = (
  firms: readonly Column[],
  namesOf: (pair: ExposurePair) => string[],
  pairs: readonly ExposurePair[],
  { unit }: Layer,
  names: Names,
): Block => ({
  kind: 'table',
  columns: [
    ...firms,
    right(unit === 'usd' ? names.say('exposure.direct') : names.say('exposure.direct-year')),
    right(
      unit === 'usd' ? names.say('exposure.all-chains') : names.say('exposure.all-chains-year'),
    ),
    right(names.say('exposure.of-value')),
    right(names.say('exposure.of-revenue')),
  ],
  rows: pairs.map((pair) => [...namesOf(pair), ...figures(pair, names)]),
});

const layerBlocks = (
  { receipt, exposures }: Exposure,
  layer: Layer,
  names: Names,
  top: number,
): readonly Block[] => {
  const pairs = exposures.filter((pair) => pair.layer === layer.id);
  const blocks: Block[] = [
    paragraph(
      names.say('exposure.layer', {
        title: inLanguage(names.language, layer.title),
        convention: inLanguage(names.language, layer.convention),
      }),
    ),
  ];
  if (layer.noTotal !== null)
    blocks.push(paragraph(names.say('exposure.no-total', { why: layer.noTotal })));
  const { firm } = receipt;
  const sides =
    firm === undefined
      ? [
          {
            pairs,
            columns: [left(names.say('exposure.exposed')), left(names.say('exposure.to'))],
            both: true,
          },
        ]
      : [
          {
            pairs: pairs.filter(({ exposed }) => exposed === firm),
            columns: [left(names.say('exposure.of-firm', { firm: names.firm(firm) }))],
          },
          {
            pairs: pairs.filter(({ to }) => to === firm),
            columns: [left(names.say('exposure.to-firm', { firm: names.firm(firm) }))],
          },
        ];
  for (const side of sides) {
    if (side.pairs.length === 0) continue;
    const ends = ({ exposed, to }: ExposurePair): string[] => {
      if (firm === undefined) return [names.firm(exposed), names.firm(to)];
      return [names.firm(exposed === firm ? to : exposed)];
    };
    const shown = firstOf(side.pairs, top);
    blocks.push(pairsTable(side.columns, ends, shown, layer, names));
    const rest = side.pairs.length - shown.length;
    if (rest > 0) blocks.push(paragraph(names.count('exposure.more', rest)));
  }
  if (pairs.length === 0) blocks.push(paragraph(names.say('exposure.nothing')));
  return blocks;
};

/** Direct and total exposure in tables, layer by layer. */
export const exposureReport = (document: Exposure, names: Names, top: number): readonly Block[] => {
  const { receipt, layers, leftOut } = document;
  const whose =
    receipt.firm === undefined
      ? names.say('exposure.all')
      : names.say('exposure.whose', { firm: names.firm(receipt.firm) });
  const deals = new Set(leftOut.map(({ deal }) => deal)).size;
  return [
    paragraph(names.count('exposure.about', deals, { whose, day: receipt.network.asOf })),
    ...layers.flatMap((layer) => layerBlocks(document, layer, names, top)),
  ];
};

/** Each deal as a share of what its payer spends and its payee earns. */
export const dealSharesReport = (
  { receipt, deals }: Exposure,
  names: Names,
  top: number,
): readonly Block[] => [
  paragraph(names.say('exposure.shares', { day: receipt.network.asOf })),
  {
    kind: 'table',
    columns: [
      left(names.say('exposure.pays')),
      left(names.say('exposure.is-paid')),
      { header: names.say('exposure.kind'), align: 'left' },
      right(names.say('simulate.unit')),
      right(names.say('exposure.of-cost')),
      right(names.say('exposure.of-payee-revenue')),
    ],
    rows: firstOf(deals, top).map((deal) => [
      names.firm(deal.payer),
      names.firm(deal.payee),
      names.say(`exposure.kind.${deal.kind}`),
      known(deal.usd, names.column),
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
  const text = (entry: number): string =>
    unit === 'ratio' ? entry.toFixed(3) : names.column(entry);
  const blocks: Block[] = [];
  for (let at = 0; at < shown.length; at += ABREAST) {
    const columns = shown.slice(at, at + ABREAST);
    blocks.push({
      kind: 'table',
      columns: [
        left(names.say('exposure.firm')),
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
  return [
    paragraph(
      names.say('exposure.matrix', {
        title: inLanguage(names.language, title),
        day: receipt.network.asOf,
        unit: names.say(`exposure.unit.${unit}`),
        convention: inLanguage(names.language, convention),
      }),
    ),
    ...blocks,
    paragraph(
      [
        names.count('exposure.shown', shown.length, { all: firms.length }),
        ...(unknown.length === 0 ? [] : [names.say('exposure.unknown')]),
      ].join(names.say('sentence.gap')),
    ),
  ];
};
