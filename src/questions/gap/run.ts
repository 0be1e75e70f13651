import { deliverAnswer } from '../../tell/deliver.ts';
import { firstOf } from '../../tell/figures.ts';
import type { OutputOptions } from '../../tell/file-format.ts';
import { type Names, namesOf } from '../../tell/names.ts';
import { type Block, paragraph } from '../../tell/report.ts';
import { type ReportTable, rowsTable } from '../../tell/report-table.ts';
import type { ExitCode, Io } from '../io.ts';
import type { NetworkOptions, ScenarioOptions } from '../options.ts';
import { emptyScenario } from '../scenario-input.ts';
import { readRun } from '../scenario-run.ts';
import { type FirmGap, type GapTable, gap } from './gap.ts';

export interface GapOptions extends NetworkOptions, OutputOptions, ScenarioOptions {
  readonly top: number;
}

/** Years that fit side by side in 80 columns. */
const YEARS_ABREAST = 5;

const largestFirst = (table: GapTable): readonly FirmGap[] =>
  table.firms
    .filter(({ totalUsd }) => totalUsd > 0)
    .sort((a, b) => b.totalUsd - a.totalUsd || (a.id < b.id ? -1 : 1));

const usdIn = ({ perYear }: FirmGap, year: number): number =>
  perYear.find((entry) => entry.year === year)?.usd ?? 0;

const yearsTable = (firms: readonly FirmGap[], years: readonly number[], names: Names): Block => ({
  kind: 'table',
  columns: [
    { header: names.say('gap.firm'), align: 'left', shrinks: true },
    ...years.map(
      (year) => ({ header: names.say('report.year-column', { year }), align: 'right' }) as const,
    ),
    { header: names.say('gap.all'), align: 'right' },
  ],
  rows: firms.map((firm) => [
    `${names.firm(firm.id)}${firm.partial ? ' *' : ''}`,
    ...years.map((year) => names.column(usdIn(firm, year))),
    names.column(firm.totalUsd),
  ]),
});

const gapReport = (table: GapTable, names: Names, top: number): readonly Block[] => {
  const [first, last] = table.window;
  const years = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  const firms = largestFirst(table);
  const shown = firstOf(firms, top);
  const rest = firms.slice(shown.length).reduce((sum, { totalUsd }) => sum + totalUsd, 0);
  const span =
    first === last
      ? names.say('told.year', { year: first })
      : names.say('gap.window', { first, last });
  const blocks: Block[] = [
    paragraph(names.count('gap.found', firms.length, { span, day: table.asOf })),
  ];
  for (let at = 0; at < years.length; at += YEARS_ABREAST) {
    blocks.push(yearsTable(shown, years.slice(at, at + YEARS_ABREAST), names));
  }
  if (rest > 0)
    blocks.push(
      paragraph(
        names.say('gap.others', {
          count: firms.length - shown.length,
          usd: names.money(rest),
        }),
      ),
    );
  if (shown.some(({ partial }) => partial)) {
    blocks.push(paragraph(names.say('gap.partial')));
  }
  return [...blocks, paragraph(names.say('gap.meaning'))];
};

const gapFigures = ({ firms, asOf }: GapTable): ReportTable =>
  rowsTable(
    { firm: 'text', year: 'number', gapUsd: 'number', partial: 'flag' },
    [
      ...firms.flatMap(({ id, perYear, partial }) =>
        perYear.map(({ year, usd }) => [id, year, usd, partial]),
      ),
    ],
    { asOf },
  );

/** `gap`: the outside money that each firm must find in each year, before any shock. */
export const gapCommand = async (options: GapOptions, io: Io): Promise<ExitCode> => {
  const { network, scenario } = await readRun(options, () => emptyScenario('gap'));
  const document = gap(network, scenario);
  const { lang, top } = options;
  await deliverAnswer(
    {
      document,
      table: () => gapFigures(document),
      blocks: () => gapReport(document, namesOf(network, lang), top),
    },
    options,
    io,
  );
  return 0;
};
