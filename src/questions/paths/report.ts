import { count, dollars, firstOf, inBillions } from '../../tell/figures.ts';
import type { Names } from '../../tell/names.ts';
import { type Block, paragraph } from '../../tell/report.ts';
import { numberColumn, type ReportTable, textColumn } from '../../tell/report-table.ts';
import { aboutOf } from '../rank/ranking-table.ts';
import type { Chain, ChainDeal, ChainHop, Paths } from './paths-schema.ts';

const KINDS = { equity: 'stakes', order: 'orders', debt: 'loans' } as const;

const whichDeals = ({ receipt: { kinds, directed } }: Paths): string => {
  const counted = kinds.length === 3 ? 'deals' : kinds.map((kind) => KINDS[kind]).join(' and ');
  return directed
    ? `${counted}, each from who owns, orders or lends to whom`
    : `${counted}, either way`;
};

/** What was asked, and in a sentence what came of it. */
const opening = (document: Paths, names: Names): string => {
  const { receipt, chains, leftOut } = document;
  const ends = `${names.firm(receipt.from)} to ${names.firm(receipt.to)}`;
  const asked = `over ${whichDeals(document)}, as of ${receipt.network.asOf}`;
  const [first] = chains;
  if (first === undefined) {
    const unknown =
      leftOut.length > 0
        ? ` ${count(leftOut.length, 'deal')} without dollars of their own, or cancelled, left out.`
        : '';
    return `No chain leads from ${ends} ${asked}.${unknown}`;
  }
  const ties =
    document.count === 1
      ? 'one chain'
      : `${document.count.toLocaleString('en-US')} chains that tie`;
  const length =
    receipt.by === 'hops'
      ? `${count(first.hops.length, 'hop')}, ${ties}, the fewest`
      : `${ties} as strong as a single deal of ${dollars(first.strengthUsd!)}, the strongest`;
  return `${ends}: ${length}, ${asked}.`;
};

const hopText = ({ from, to }: ChainHop, { payer }: ChainDeal, names: Names): string =>
  `${names.firm(from)} ${payer === from ? '→' : '←'} ${names.firm(to)}`;

const chainBlocks = (chain: Chain, at: number, names: Names): readonly Block[] => {
  const { firms, leastUsd, strengthUsd, hops } = chain;
  const worth =
    leastUsd === null || strengthUsd === null
      ? 'dollars not known all the way'
      : `thinnest hop ${dollars(leastUsd)}, as strong as ${dollars(strengthUsd)} at once`;
  return [
    paragraph(`${at + 1}. ${firms.map(names.firm).join(' > ')}: ${worth}.`),
    {
      kind: 'table',
      columns: [
        { header: 'Hop', align: 'left', shrinks: true },
        { header: 'Kind', align: 'left' },
        { header: '$bn', align: 'right' },
        { header: 'Status', align: 'left' },
        { header: 'Deal', align: 'left', shrinks: true },
      ],
      rows: hops.flatMap((hop) =>
        hop.deals.map((deal) => [
          hopText(hop, deal, names),
          deal.kind,
          deal.usd === null ? '?' : inBillions(deal.usd),
          deal.status,
          deal.id,
        ]),
      ),
    },
  ];
};

const closing = (document: Paths, shown: number): readonly Block[] => {
  const { receipt, leftOut } = document;
  if (document.count === 0) return [];
  const more = document.count - shown;
  const left =
    leftOut.length === 0
      ? ''
      : ` ${count(leftOut.length, 'deal')} left out (in the JSON, with reasons).`;
  return [
    ...(more > 0 ? [paragraph(`And ${count(more, 'more chain')}.`)] : []),
    paragraph(
      `→ who owns, orders or lends, to whom; ← the other way. Orders by their mean year, stakes and loans whole; ? unknown. ` +
        `A chain is as strong as 1 over the sum of 1 / dollars of its hops.${left} Result ${receipt.resultHash}.`,
    ),
  ];
};

/** Chains in words and tables, one table a chain. */
export const pathsReport = (document: Paths, names: Names, top: number): readonly Block[] => {
  const shown = firstOf(document.chains, top);
  return [
    paragraph(opening(document, names)),
    ...shown.flatMap((chain, at) => chainBlocks(chain, at, names)),
    ...closing(document, shown.length),
  ];
};

/** One row per deal of every chain listed. */
export const pathsTable = ({ chains, receipt }: Paths): ReportTable => {
  const rows = chains.flatMap((chain, at) =>
    chain.hops.flatMap((hop, step) =>
      hop.deals.map((deal) => ({ chain, at: at + 1, hop, step: step + 1, deal })),
    ),
  );
  type Row = (typeof rows)[number];
  const words = (name: string, of: (row: Row) => string) => textColumn(name, rows.map(of));
  const figures = (name: string, of: (row: Row) => number | null, unit = '') =>
    numberColumn(name, rows.map(of), unit);
  return {
    columns: [
      figures('chain', ({ at }) => at),
      figures('hop', ({ step }) => step),
      words('from', ({ hop }) => hop.from),
      words('to', ({ hop }) => hop.to),
      words('deal', ({ deal }) => deal.id),
      words('kind', ({ deal }) => deal.kind),
      words('payer', ({ deal }) => deal.payer),
      words('payee', ({ deal }) => deal.payee),
      figures('amount', ({ deal }) => deal.usd, 'as in column unit'),
      words('unit', ({ deal }) => deal.unit),
      words('status', ({ deal }) => deal.status),
      figures('hopUsd', ({ hop }) => hop.usd, 'usd'),
      figures('chainStrength', ({ chain }) => chain.strengthUsd, 'usd'),
    ],
    about: aboutOf(receipt),
  };
};
