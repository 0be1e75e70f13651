import { firstOf, inPercent } from '../../tell/figures.ts';
import type { Names } from '../../tell/names.ts';
import { type Block, paragraph } from '../../tell/report.ts';
import { aboutOf, type ReportTable, rowsTable } from '../../tell/report-table.ts';
import { conditionOf } from '../../tell/sentence.ts';
import type { Column } from '../../tell/table.ts';
import type { PathFirm, PathRun } from './path-schema.ts';

/** Years that fit side by side in 80 columns. */
const YEARS_ABREAST = 5;

const right = (header: string): Column => ({ header, align: 'right' });
const left = (header: string): Column => ({ header, align: 'left', shrinks: true });

const yearsTable = ({ years }: PathRun, names: Names): Block => ({
  kind: 'table',
  columns: [
    right(names.say('path.year')),
    right(names.say('path.loss-so-far')),
    right(names.say('path.added')),
    right(names.say('path.owners')),
    right(names.say('path.gap')),
    right(names.say('path.not-raised')),
    right(names.say('path.arrears')),
    left(names.say('path.failed-in')),
  ],
  rows: years.map((year) => [
    String(year.year),
    names.column(year.grossLossUsd),
    names.column(year.newLossUsd),
    names.column(year.ownersLossUsd),
    names.column(year.gapUsd),
    names.column(year.notRaisedUsd),
    names.column(year.arrearsUsd),
    year.failed.map(names.firm).join(names.say('report.comma')),
  ]),
});

const losersOf = ({ years }: PathRun): readonly string[] =>
  years
    .at(-1)!
    .firms.filter(
      ({ valueKnown, lossUsd, startValueUsd }) => valueKnown && lossUsd > 1e-9 * startValueUsd,
    )
    .sort((a, b) => b.lossUsd - a.lossUsd || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id);

/** Losses so far of each firm, year by year, as many tables as the years need. */
const firmTables = (run: PathRun, shown: readonly string[], names: Names): readonly Block[] => {
  const tables: Block[] = [];
  for (let at = 0; at < run.years.length; at += YEARS_ABREAST) {
    const years = run.years.slice(at, at + YEARS_ABREAST);
    tables.push({
      kind: 'table',
      columns: [
        left(names.say('path.so-far')),
        ...years.map(({ year }) => right(names.say('report.year-column', { year }))),
      ],
      rows: shown.map((id) => [
        names.firm(id),
        ...years.map(({ firms }) => names.column(firms.find((firm) => firm.id === id)!.lossUsd)),
      ]),
    });
  }
  return tables;
};

const closing = ({ receipt }: PathRun, names: Names): Block =>
  paragraph(names.say('path.meaning', { data: receipt.network.hash, result: receipt.resultHash }));

/** A path of years for people: the years, and what each firm has lost by the end of each. */
export const pathReport = (run: PathRun, names: Names, top: number): readonly Block[] => {
  const { years, receipt } = run;
  const last = years.at(-1)!;
  const losers = losersOf(run);
  const shown = firstOf(losers, top);
  const failed = years.reduce((sum, year) => sum + year.failed.length, 0);
  const end =
    losers.length === 0
      ? names.say('path.none')
      : names.count('path.lost', losers.length, {
          usd: names.money(last.grossLossUsd),
          year: last.year,
          failed,
        });
  const blocks: Block[] = [
    paragraph(
      names.say('told.answer', { condition: conditionOf(receipt, run.model, names), outcome: end }),
    ),
    yearsTable(run, names),
    ...(shown.length > 0 ? firmTables(run, shown, names) : []),
  ];
  if (!run.converged) blocks.push(paragraph(names.say('path.unsettled')));
  return [...blocks, closing(run, names)];
};

const moneyRow = (
  name: string,
  firms: readonly PathFirm[],
  of: (firm: PathFirm) => number,
  names: Names,
) => [name, ...firms.map((firm) => names.column(of(firm)))];

/** One firm's money through the years; every column adds up. */
export const pathFirmReport = (run: PathRun, id: string, names: Names): readonly Block[] => {
  const firms = run.years.map((year) => year.firms.find((firm) => firm.id === id)!);
  const last = firms.at(-1)!;
  const failedAt = firms.findIndex(({ failed }) => failed);
  const fails =
    failedAt < 0 ? [] : [names.say('path.firm-fails', { year: run.years[failedAt]!.year })];
  const lines: readonly (readonly [string, (firm: PathFirm) => number])[] = [
    [names.say('path.account.cash-start'), ({ account }) => account.cashUsd],
    [names.say('path.account.sales'), ({ account }) => account.in.outsideRevenueUsd],
    [names.say('path.account.orders-in'), ({ account }) => account.in.ordersUsd],
    [names.say('path.account.promises-in'), ({ account }) => account.in.promisesUsd],
    [names.say('path.account.service-in'), ({ account }) => account.in.serviceUsd],
    [names.say('path.account.raised'), ({ account }) => account.in.raisedUsd],
    [names.say('path.account.reserve'), ({ account }) => account.in.reserveUsd],
    [names.say('path.account.sold'), ({ account }) => account.in.soldUsd],
    [names.say('path.account.cost'), ({ account }) => -account.out.costUsd],
    [names.say('path.account.service-out'), ({ account }) => -account.out.serviceUsd],
    [names.say('path.account.orders-out'), ({ account }) => -account.out.ordersUsd],
    [names.say('path.account.promises-out'), ({ account }) => -account.out.promisesUsd],
    [names.say('path.account.set-aside'), ({ account }) => -account.out.setAsideUsd],
    [names.say('path.account.lost'), ({ account }) => -account.out.lostUsd],
    [names.say('path.account.cash-end'), ({ account }) => account.cashEndUsd],
    [names.say('path.account.plan-gap'), ({ gapUsd }) => gapUsd],
    [names.say('path.account.unpaid'), ({ arrearsUsd }) => arrearsUsd],
    [names.say('path.account.value-lost'), ({ lossUsd }) => lossUsd],
  ];
  const tables: Block[] = [];
  for (let at = 0; at < firms.length; at += YEARS_ABREAST) {
    const shown = firms.slice(at, at + YEARS_ABREAST);
    tables.push({
      kind: 'table',
      columns: [
        left(names.say('path.firm-money', { firm: names.firm(id) })),
        ...shown.map((_, index) => right(String(run.years[at + index]!.year))),
      ],
      rows: [
        ...lines
          .filter(([, of]) => firms.some((firm) => Math.abs(of(firm)) >= 1))
          .map(([name, of]) => moneyRow(name, shown, of, names)),
        [
          names.say('path.account.other-paid'),
          ...shown.map((firm) => inPercent(firm.discretionaryPaid)),
        ],
        [
          names.say('path.account.binding-paid'),
          ...shown.map((firm) => inPercent(firm.bindingPaid)),
        ],
      ],
    });
  }
  return [
    paragraph(
      [
        names.say('path.firm-lost', {
          condition: conditionOf(run.receipt, run.model, names),
          firm: names.firm(id),
          usd: names.money(last.lossUsd),
          year: run.years.at(-1)!.year,
        }),
        ...fails,
      ].join(names.say('sentence.gap')),
    ),
    ...tables,
    closing(run, names),
  ];
};

/** Every firm and year, or one firm's years, full precision. */
export const pathTable = ({ years, receipt }: PathRun, only?: string): ReportTable => {
  const [first] = years[0]!.firms;
  const ins = Object.keys(first!.account.in) as (keyof PathFirm['account']['in'])[];
  const outs = Object.keys(first!.account.out) as (keyof PathFirm['account']['out'])[];
  const numbers = (names: readonly string[]) =>
    Object.fromEntries(names.map((name) => [name, 'number' as const]));
  return rowsTable(
    {
      year: 'number',
      firm: 'text',
      ...numbers(['lossUsd', 'newLossUsd']),
      failed: 'flag',
      ...numbers(['gapUsd', 'arrearsUsd', 'cashUsd']),
      ...numbers(ins.map((name) => `in.${name}`)),
      ...numbers(outs.map((name) => `out.${name}`)),
      cashEndUsd: 'number',
    },
    years.flatMap(({ year, firms }) =>
      firms
        .filter(({ id }) => only === undefined || id === only)
        .map((firm) => [
          year,
          firm.id,
          firm.lossUsd,
          firm.newLossUsd,
          firm.failed,
          firm.gapUsd,
          firm.arrearsUsd,
          firm.account.cashUsd,
          ...ins.map((name) => firm.account.in[name]),
          ...outs.map((name) => firm.account.out[name]),
          firm.account.cashEndUsd,
        ]),
    ),
    aboutOf(receipt),
  );
};
