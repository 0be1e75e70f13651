import { UsageError } from '../../base/errors.ts';
import { deliverAnswer } from '../../tell/deliver.ts';
import type { OutputOptions } from '../../tell/file-format.ts';
import { namesOf } from '../../tell/names.ts';
import { aboutOf, type ReportTable, rowsTable } from '../../tell/report-table.ts';
import type { ExitCode, Io } from '../io.ts';
import type { NetworkOptions, ScenarioOptions } from '../options.ts';
import { withProgress } from '../progress.ts';
import { leadingScenario } from '../scenario-input.ts';
import { readRun } from '../scenario-run.ts';
import type { FirebreakChoice } from './choices.ts';
import { firebreak } from './firebreak.ts';
import type { Firebreak, FirebreakStep } from './firebreak-schema.ts';
import { cutReport } from './report.ts';

export interface CutOptions extends NetworkOptions, OutputOptions, ScenarioOptions {
  readonly top: number;
  readonly deals: readonly string[];
  readonly by: FirebreakChoice['kind'];
  readonly keep: number;
  readonly usd: number;
  readonly count: number;
  readonly lazy?: boolean;
  readonly exhaustive?: boolean;
  readonly objective?: string;
}

const choiceOf = ({ by, deals, keep, usd }: CutOptions): FirebreakChoice => {
  if (by === 'cash') {
    if (deals.length === 0) return { kind: 'cash', usd };
    const found = `${deals.join(', ')} with --by cash`;
    throw new UsageError({ where: 'cut', found, expected: 'no deals: cash goes to firms' });
  }
  const named = deals.length === 0 ? {} : { deals };
  return by === 'shrink' ? { kind: 'shrink', share: keep, ...named } : { kind: by, ...named };
};

const rowOf =
  (set: 'single' | 'plan') =>
  ({ measure, lossUsd, savedUsd }: FirebreakStep) => [
    set,
    measure.kind,
    measure.kind === 'cash' ? measure.firm : measure.deal,
    measure.kind === 'cash' ? measure.usd : measure.kind === 'shrink' ? measure.share : null,
    lossUsd,
    savedUsd,
  ];

const cutTable = ({ single, plan, receipt }: Firebreak): ReportTable =>
  rowsTable(
    {
      set: 'text',
      measure: 'text',
      id: 'text',
      amount: 'number',
      lossUsd: 'number',
      savedUsd: 'number',
    },
    [...single.map(rowOf('single')), ...plan.steps.map(rowOf('plan'))],
    aboutOf(receipt),
  );

/** `cut`: what saves most. */
export const cutCommand = async (options: CutOptions, io: Io): Promise<ExitCode> => {
  const { count, exhaustive = false, lazy = false, objective, lang, top } = options;
  const choice = choiceOf(options);
  const { network, scenario } = await readRun(options, leadingScenario);
  const document = await withProgress('measures', io, (follow) =>
    firebreak(network, scenario, {
      choice,
      count,
      exhaustive,
      lazy,
      ...(objective === undefined ? {} : { objective }),
      ...follow,
    }),
  );
  await deliverAnswer(
    {
      document,
      table: () => cutTable(document),
      blocks: () => cutReport(document, namesOf(network, lang), top),
    },
    options,
    io,
  );
  if (document.complete) return 0;
  io.err(
    `chained-boats: ended early: ${document.single.length} measures were tried, and they stand\n`,
  );
  return 130;
};
