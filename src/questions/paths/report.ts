import { firstOf } from '../../tell/figures.ts';
import type { Names } from '../../tell/names.ts';
import { type Block, paragraph } from '../../tell/report.ts';
import { aboutOf, numberColumn, type ReportTable, textColumn } from '../../tell/report-table.ts';
import type { Chain, ChainDeal, ChainHop, Paths } from './paths-schema.ts';

/** Over which deals, which way and on which day was asked. */
const overWhat = ({ receipt: { kinds, directed, network } }: Paths, names: Names): string => {
  const deals =
    kinds.length === 3
      ? names.say('chains.deals')
      : names.list(kinds.map((kind) => names.say(`chains.kinds.${kind}`)));
  return names.say(directed ? 'chains.directed' : 'chains.either', { deals, day: network.asOf });
};

/** What was asked, and in a sentence what came of it. */
const opening = (document: Paths, names: Names): string => {
  const { receipt, chains, leftOut } = document;
  const asked = {
    from: names.firm(receipt.from),
    to: names.firm(receipt.to),
    over: overWhat(document, names),
  };
  const [first] = chains;
  if (first === undefined) {
    const without = leftOut.length === 0 ? '' : names.count('chains.none-left-out', leftOut.length);
    return names.say('chains.none', asked) + without;
  }
  const said = { ...asked, ties: names.count('chains.ties', document.count) };
  return receipt.by === 'hops'
    ? names.count('chains.by-hops', first.hops.length, said)
    : names.say('chains.by-strength', { ...said, usd: names.money(first.strengthUsd!) });
};

const hopText = ({ from, to }: ChainHop, { payer }: ChainDeal, names: Names): string =>
  `${names.firm(from)} ${payer === from ? '→' : '←'} ${names.firm(to)}`;

const chainBlocks = (chain: Chain, at: number, names: Names): readonly Block[] => {
  const { firms, leastUsd, strengthUsd, hops } = chain;
  const worth =
    leastUsd === null || strengthUsd === null
      ? names.say('chains.worth-unknown')
      : names.say('chains.worth', {
          least: names.money(leastUsd),
          strength: names.money(strengthUsd),
        });
  const named = firms.map(names.firm).join(' > ');
  return [
    paragraph(names.say('chains.chain', { number: at + 1, firms: named, worth })),
    {
      kind: 'table',
      columns: [
        { header: names.say('chains.head.hop'), align: 'left', shrinks: true },
        { header: names.say('chains.head.kind'), align: 'left' },
        { header: names.say('chains.head.usd'), align: 'right' },
        { header: names.say('chains.head.status'), align: 'left' },
        { header: names.say('chains.head.deal'), align: 'left', shrinks: true },
      ],
      rows: hops.flatMap((hop) =>
        hop.deals.map((deal) => [
          hopText(hop, deal, names),
          names.word('kind', deal.kind),
          deal.usd === null ? '?' : names.column(deal.usd),
          names.word('status', deal.status),
          deal.id,
        ]),
      ),
    },
  ];
};

const closing = (document: Paths, shown: number, names: Names): readonly Block[] => {
  const { receipt, leftOut } = document;
  if (document.count === 0) return [];
  const more = document.count - shown;
  const left = leftOut.length === 0 ? '' : names.count('chains.left-out', leftOut.length);
  return [
    ...(more > 0 ? [paragraph(names.count('chains.more', more))] : []),
    paragraph(names.say('chains.closing', { left, hash: receipt.resultHash })),
  ];
};

/** Chains in words and tables, one table a chain. */
export const pathsReport = (document: Paths, names: Names, top: number): readonly Block[] => {
  const shown = firstOf(document.chains, top);
  return [
    paragraph(opening(document, names)),
    ...shown.flatMap((chain, at) => chainBlocks(chain, at, names)),
    ...closing(document, shown.length, names),
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
