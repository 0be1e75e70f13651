import { UsageError } from '../../base/errors.ts';
import { loadDocument } from '../../models/read-web.ts';
import { deliverAnswer } from '../../tell/deliver.ts';
import type { OutputOptions } from '../../tell/file-format.ts';
import { namesOf } from '../../tell/names.ts';
import type { ExitCode, Io } from '../io.ts';
import { networkPath } from '../network-input.ts';
import type { NetworkOptions, ScenarioOptions } from '../options.ts';
import { withProgress } from '../progress.ts';
import { leadingScenario } from '../scenario-input.ts';
import { readRun } from '../scenario-run.ts';
import { timelineReport, timelineTable } from './report.ts';
import { timeMachine } from './time-machine.ts';

export interface TimelineOptions extends NetworkOptions, OutputOptions, ScenarioOptions {
  readonly top: number;
  readonly from?: string;
  readonly to?: string;
  readonly dates?: readonly string[];
}

/** `timeline`: one shock on the web of many days. */
export const timelineCommand = async (options: TimelineOptions, io: Io): Promise<ExitCode> => {
  const { lang, top, from, dates, asOf } = options;
  if (dates !== undefined && (from ?? options.to) !== undefined) {
    const found = '--from or --to with it';
    throw new UsageError({ where: '--dates', found, expected: 'bounds or days, not both' });
  }
  const { network, scenario } = await readRun(options, leadingScenario);
  const document = await loadDocument(networkPath(options));
  const to = options.to ?? (dates === undefined ? asOf : undefined);
  const timeline = await withProgress('days', io, (follow) =>
    timeMachine(document, scenario, { from, to, dates, ...follow }),
  );
  const names = namesOf(network, lang);
  await deliverAnswer(
    {
      document: timeline,
      table: () => timelineTable(timeline),
      blocks: () => timelineReport(timeline, names, top),
    },
    options,
    io,
  );
  if (timeline.complete) return 0;
  io.err(`chained-boats: ended early: ${timeline.days.length} days are done, and they are right\n`);
  return 130;
};
