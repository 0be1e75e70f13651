import { deliverAnswer } from '../../tell/deliver.ts';
import type { OutputOptions } from '../../tell/file-format.ts';
import { namesOf } from '../../tell/names.ts';
import { aboutOf, type ReportTable, rowsTable } from '../../tell/report-table.ts';
import type { ExitCode, Io } from '../io.ts';
import type { NetworkOptions, ScenarioOptions } from '../options.ts';
import { leadingScenario } from '../scenario-input.ts';
import { readRun } from '../scenario-run.ts';
import { compare } from './compare.ts';
import type { Comparison } from './comparison.ts';
import { compareReport } from './report.ts';

export interface CompareCommandOptions extends NetworkOptions, OutputOptions, ScenarioOptions {
  readonly models: readonly string[];
  readonly top: number;
}

const comparisonTable = ({ firms, models, receipt }: Comparison): ReportTable =>
  rowsTable(
    {
      firm: 'text',
      ranked: 'flag',
      startValueUsd: 'number',
      ...Object.fromEntries(models.map(({ id }) => [id, 'number' as const])),
      spread: 'number',
    },
    firms.map(({ id, ranked, startValueUsd, losses, spread }) => [
      id,
      ranked,
      startValueUsd,
      ...models.map((model) => losses[model.id]),
      spread,
    ]),
    aboutOf(receipt),
  );

/** `compare`: one shock under several models, side by side. */
export const compareCommand = async (options: CompareCommandOptions, io: Io): Promise<ExitCode> => {
  const { network, scenario } = await readRun(options, leadingScenario);
  const wanted = options.models;
  const models = wanted.includes('all') ? {} : { models: wanted };
  const comparison = compare(network, scenario, models);
  const { lang, top } = options;
  await deliverAnswer(
    {
      document: comparison,
      table: () => comparisonTable(comparison),
      firms: { network, table: () => comparisonTable(comparison) },
      blocks: () => compareReport(comparison, namesOf(network, lang), top),
    },
    options,
    io,
  );
  const unsettled = comparison.models.filter(
    ({ converged, refused }) => !converged && refused === null,
  );
  for (const { id } of unsettled) {
    io.err(`chained-boats: ${id} did not converge, so no figure of it is final\n`);
  }
  return unsettled.length > 0 ? 3 : 0;
};
