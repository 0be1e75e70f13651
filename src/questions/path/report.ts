import { csvText } from '../../base/csv-text.ts';
import { count, dollars, firstOf, inBillions, inPercent } from '../../tell/figures.ts';
import type { Names } from '../../tell/names.ts';
import { type Block, paragraph } from '../../tell/report.ts';
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
    right('Year'),
    right('Loss so\nfar, $bn'),
    right('Added\n$bn'),
    right('To owners\n$bn'),
    right('Gap\n$bn'),
    right('Not raised\n$bn'),
    right('Arrears\n$bn'),
    left('Failed in it'),
  ],
  rows: years.map((year) => [
    String(year.year),
    inBillions(year.grossLossUsd),
    inBillions(year.newLossUsd),
    inBillions(year.ownersLossUsd),
    inBillions(year.gapUsd),
    inBillions(year.notRaisedUsd),
    inBillions(year.arrearsUsd),
    year.failed.map(names.firm).join(', '),
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
      columns: [left('Loss so far'), ...years.map(({ year }) => right(`${year}\n$bn`))],
      rows: shown.map((id) => [
        names.firm(id),
        ...years.map(({ firms }) => inBillions(firms.find((firm) => firm.id === id)!.lossUsd)),
      ]),
    });
  }
  return tables;
};

const closing = (run: PathRun): Block =>
  paragraph(
    'Not a forecast: what follows in this scenario, under this model, if the shock holds in every ' +
      `year. Data ${run.receipt.network.hash}, result ${run.receipt.resultHash}.`,
  );

/** A path of years for people: the years, and what each firm has lost by the end of each. */
export const pathReport = (run: PathRun, names: Names, top: number): readonly Block[] => {
  const { years, receipt } = run;
  const last = years.at(-1)!;
  const losers = losersOf(run);
  const shown = firstOf(losers, top);
  const failed = years.reduce((sum, year) => sum + year.failed.length, 0);
  const end =
    losers.length === 0
      ? 'no firm loses value in any year'
      : `${count(losers.length, 'firm')} ${losers.length === 1 ? 'has' : 'have'} lost ` +
        `${dollars(last.grossLossUsd)} of value by the end of ${last.year}, and ${failed} failed`;
  const blocks: Block[] = [
    paragraph(`${conditionOf(receipt, run.model, names)}: ${end}.`),
    yearsTable(run, names),
    ...(shown.length > 0 ? firmTables(run, shown, names) : []),
  ];
  if (!run.converged)
    blocks.push(paragraph('NOT SETTLED: a year found no limit. No figure is final.'));
  return [...blocks, closing(run)];
};

const moneyRow = (name: string, firms: readonly PathFirm[], of: (firm: PathFirm) => number) => [
  name,
  ...firms.map((firm) => inBillions(of(firm))),
];

/** One firm's money through the years; every column adds up. */
export const pathFirmReport = (run: PathRun, id: string, names: Names): readonly Block[] => {
  const firms = run.years.map((year) => year.firms.find((firm) => firm.id === id)!);
  const last = firms.at(-1)!;
  const failedAt = firms.findIndex(({ failed }) => failed);
  const failed = failedAt < 0 ? '' : ` It fails in ${run.years[failedAt]!.year}.`;
  const lines: readonly (readonly [string, (firm: PathFirm) => number])[] = [
    ['cash at the start', ({ account }) => account.cashUsd],
    ['+ sales outside the web', ({ account }) => account.in.outsideRevenueUsd],
    ['+ orders paid by the web', ({ account }) => account.in.ordersUsd],
    ['+ tranches and credit', ({ account }) => account.in.promisesUsd],
    ['+ debt service received', ({ account }) => account.in.serviceUsd],
    ['+ outside money raised', ({ account }) => account.in.raisedUsd],
    ['+ assumed cash used', ({ account }) => account.in.reserveUsd],
    ['+ stakes sold', ({ account }) => account.in.soldUsd],
    ['- operating cost', ({ account }) => -account.out.costUsd],
    ['- debt service', ({ account }) => -account.out.serviceUsd],
    ['- orders paid', ({ account }) => -account.out.ordersUsd],
    ['- tranches paid', ({ account }) => -account.out.promisesUsd],
    ['- set aside, not called', ({ account }) => -account.out.setAsideUsd],
    ['- lost in failing', ({ account }) => -account.out.lostUsd],
    ['cash at the end', ({ account }) => account.cashEndUsd],
    ['gap of the plan', ({ gapUsd }) => gapUsd],
    ['debt service unpaid', ({ arrearsUsd }) => arrearsUsd],
    ['value lost so far', ({ lossUsd }) => lossUsd],
  ];
  const tables: Block[] = [];
  for (let at = 0; at < firms.length; at += YEARS_ABREAST) {
    const shown = firms.slice(at, at + YEARS_ABREAST);
    tables.push({
      kind: 'table',
      columns: [
        left(`${names.firm(id)}, $bn`),
        ...shown.map((_, index) => right(String(run.years[at + index]!.year))),
      ],
      rows: [
        ...lines
          .filter(([, of]) => firms.some((firm) => Math.abs(of(firm)) >= 1))
          .map(([name, of]) => moneyRow(name, shown, of)),
        ['other orders paid, %', ...shown.map((firm) => inPercent(firm.discretionaryPaid))],
        ['binding orders paid, %', ...shown.map((firm) => inPercent(firm.bindingPaid))],
      ],
    });
  }
  return [
    paragraph(
      `${conditionOf(run.receipt, run.model, names)}: ${names.firm(id)} has lost ${dollars(last.lossUsd)} ` +
        `of value by the end of ${run.years.at(-1)!.year}.${failed}`,
    ),
    ...tables,
    closing(run),
  ];
};

/** Every firm and year, or one firm's years, full precision. */
export const pathCsv = ({ years }: PathRun, only?: string): string => {
  const [first] = years[0]!.firms;
  const ins = Object.keys(first!.account.in) as (keyof PathFirm['account']['in'])[];
  const outs = Object.keys(first!.account.out) as (keyof PathFirm['account']['out'])[];
  return csvText([
    [
      'year',
      'firm',
      'lossUsd',
      'newLossUsd',
      'failed',
      'gapUsd',
      'arrearsUsd',
      'cashUsd',
      ...ins.map((name) => `in.${name}`),
      ...outs.map((name) => `out.${name}`),
      'cashEndUsd',
    ],
    ...years.flatMap(({ year, firms }) =>
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
  ]);
};
