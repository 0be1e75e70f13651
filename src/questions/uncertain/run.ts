import type { SamplingMethod } from '../../numerics/random/sampler.ts';
import { deliverAnswer } from '../../tell/deliver.ts';
import type { OutputOptions } from '../../tell/file-format.ts';
import { namesOf } from '../../tell/names.ts';
import type { ExitCode, Io } from '../io.ts';
import type { NetworkOptions, ScenarioOptions } from '../options.ts';
import { withProgress } from '../progress.ts';
import { leadingScenario } from '../scenario-input.ts';
import { readRun } from '../scenario-run.ts';
import { uncertainTable } from './csv.ts';
import { machineThreads, withThreads } from './draw-threads.ts';
import type { UncertainPart } from './parts.ts';
import { uncertainReport } from './report.ts';
import { uncertainty } from './uncertainty.ts';

export interface UncertainCommandOptions extends NetworkOptions, OutputOptions, ScenarioOptions {
  readonly top: number;
  readonly draws: number;
  readonly seed?: number;
  readonly method: SamplingMethod;
  readonly threads?: number;
  readonly part: UncertainPart;
}

/** `uncertain`: how sure a scenario's answers are. */
export const uncertainCommand = async (
  options: UncertainCommandOptions,
  io: Io,
): Promise<ExitCode> => {
  const { draws, seed, method, part, lang, top } = options;
  const { network, scenario } = await readRun(options, leadingScenario);
  const document = await withThreads(
    options.threads ?? machineThreads(),
    () => ({ network: network.export(), scenario }),
    (threads) =>
      withProgress('draws', io, (follow) =>
        uncertainty(network, scenario, { draws, seed, method, threads, ...follow }),
      ),
  );
  await deliverAnswer(
    {
      document,
      table: () => uncertainTable(document, part),
      blocks: () => uncertainReport(document, namesOf(network, lang), top),
    },
    options,
    io,
  );
  if (document.complete) return 0;
  io.err(`chained-boats: ended early: ${document.draws} draws are done, and they are right\n`);
  return 130;
};
