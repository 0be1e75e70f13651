import { deliverAnswer } from '../../tell/deliver.ts';
import type { OutputOptions } from '../../tell/file-format.ts';
import { namesOf } from '../../tell/names.ts';
import type { ExitCode, Io } from '../io.ts';
import type { NetworkOptions, ScenarioOptions } from '../options.ts';
import { withProgress } from '../progress.ts';
import { leadingOrCalm } from '../scenario-input.ts';
import { readRun } from '../scenario-run.ts';
import { systemicReport } from './report.ts';
import { systemic } from './systemic.ts';
import type { StrikeKind, Systemic } from './systemic-schema.ts';
import { impactsTable, systemicTable } from './systemic-tables.ts';

export interface SystemicCommandOptions extends NetworkOptions, OutputOptions, ScenarioOptions {
  readonly top: number;
  readonly model: string;
  readonly strike: StrikeKind;
  readonly size: number;
  readonly prudential: number;
  readonly matrix?: boolean;
}

const exitCode = ({ complete, struck, model, firms, shortfall }: Systemic, io: Io): ExitCode => {
  if (!complete) {
    io.err(`chained-boats: ended early: ${struck} firms were struck, and those figures stand\n`);
    return 130;
  }
  const unsettled = firms.filter(({ converged }) => converged === false).length;
  if (unsettled === 0 && shortfall.converged !== false) return 0;
  io.err(
    `chained-boats: ${model.id} did not converge for ${unsettled} strikes: none of those is final\n`,
  );
  return 3;
};

/** `systemic`: importance, vulnerability and shortfalls of every firm. */
export const systemicCommand = async (
  options: SystemicCommandOptions,
  io: Io,
): Promise<ExitCode> => {
  const { model, strike, size, prudential, lang, top, matrix } = options;
  const { network, scenario } = await readRun(options, leadingOrCalm);
  const document = await withProgress('firms struck', io, (follow) =>
    systemic(network, scenario, {
      model,
      strike: { kind: strike, size },
      prudentialShare: prudential,
      ...follow,
    }),
  );
  const table = matrix ? impactsTable : systemicTable;
  await deliverAnswer(
    {
      document,
      table: () => table(document),
      firms: { network, table: () => systemicTable(document) },
      blocks: () => systemicReport(document, namesOf(network, lang), top),
    },
    options,
    io,
  );
  return exitCode(document, io);
};
