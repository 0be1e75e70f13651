import { deliverAnswer } from '../../tell/deliver.ts';
import type { OutputOptions } from '../../tell/file-format.ts';
import { namesOf } from '../../tell/names.ts';
import type { ExitCode, Io } from '../io.ts';
import type { NetworkOptions, ScenarioOptions } from '../options.ts';
import { withProgress } from '../progress.ts';
import { leadingScenario } from '../scenario-input.ts';
import { readRun } from '../scenario-run.ts';
import { machineThreads, withThreads } from '../uncertain/draw-threads.ts';
import { sensitivityTable } from './csv.ts';
import type { SensitivityPart } from './parts.ts';
import { sensitivityReport } from './report.ts';
import { sensitivity } from './sensitivity.ts';
import type { Indices, Sensitivity } from './sensitivity-schema.ts';

export interface SensitivityCommandOptions extends NetworkOptions, OutputOptions, ScenarioOptions {
  readonly top: number;
  readonly target: string;
  readonly tornado: boolean;
  readonly part: SensitivityPart;
  readonly sobol?: number;
  readonly seed?: number;
  readonly threads?: number;
}

const whatIsDone = (bars: number, indices: Indices | null): string =>
  `${bars} bars${indices === null ? '' : ` and ${indices.rows} rows of points`} are done`;

const exitCode = (document: Sensitivity, io: Io): ExitCode => {
  const { complete, converged, tornado, indices } = document;
  if (!complete) {
    io.err(
      `chained-boats: ended early: ${whatIsDone(tornado.length, indices)}, and they are right\n`,
    );
    return 130;
  }
  if (converged) return 0;
  io.err('chained-boats: the limit was not reached: no figure is final\n');
  return 3;
};

/** `sensitivity`: what a total hangs on. */
export const sensitivityCommand = async (
  options: SensitivityCommandOptions,
  io: Io,
): Promise<ExitCode> => {
  const { target, tornado, part, lang, top, sobol: indices = 0, seed } = options;
  const { network, scenario } = await readRun(options, leadingScenario);
  const document = await withThreads(
    indices === 0 ? 1 : (options.threads ?? machineThreads()),
    () => ({ network: network.export(), scenario }),
    (threads) =>
      withProgress('runs', io, (follow) =>
        sensitivity(network, scenario, { target, tornado, indices, seed, threads, ...follow }),
      ),
  );
  await deliverAnswer(
    {
      document,
      table: () => sensitivityTable(document, part),
      blocks: () => sensitivityReport(document, namesOf(network, lang), top),
    },
    options,
    io,
  );
  return exitCode(document, io);
};
