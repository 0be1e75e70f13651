import type { Network } from '../../data/graph.ts';
import type { Scenario } from '../../scenario/schema.ts';
import { deliverAnswer } from '../../tell/deliver.ts';
import type { OutputOptions } from '../../tell/file-format.ts';
import { namesOf } from '../../tell/names.ts';
import { aboutOf, type ReportTable, rowsTable } from '../../tell/report-table.ts';
import type { ExitCode, Io } from '../io.ts';
import type { NetworkOptions, ScenarioOptions } from '../options.ts';
import { withProgress } from '../progress.ts';
import { leadingScenario } from '../scenario-input.ts';
import { readRun } from '../scenario-run.ts';
import type { StrikeKind } from '../systemic/systemic-schema.ts';
import { breakPoints } from './break-points.ts';
import type { BreakPoints, SmallestShocks } from './breakpoint-schema.ts';
import { breakPointsReport, smallestShocksReport } from './report.ts';
import { smallestShocks } from './smallest-shocks.ts';

/** The loss curve, one row per size; firms' break points are in the JSON. */
const breakPointsTable = ({ curve, receipt }: BreakPoints): ReportTable =>
  rowsTable(
    {
      size: 'number',
      grossLossUsd: 'number',
      ownersLossUsd: 'number',
      failed: 'number',
      converged: 'flag',
    },
    [
      ...curve.map(({ size, grossLossUsd, ownersLossUsd, failed, converged }) => [
        size,
        grossLossUsd,
        ownersLossUsd,
        failed,
        converged,
      ]),
    ],
    aboutOf(receipt),
  );

/** One row per shock that brings the target down. */
const smallestShocksTable = ({
  target,
  kind,
  single,
  pair,
  receipt,
}: SmallestShocks): ReportTable =>
  rowsTable(
    { target: 'text', kind: 'text', firms: 'text', size: 'number', grossLossUsd: 'number' },
    [
      ...[...single, ...(pair === null ? [] : [pair])].map(({ firms, size, grossLossUsd }) => [
        target,
        kind,
        firms.join(';'),
        size,
        grossLossUsd,
      ]),
    ],
    aboutOf(receipt),
  );

export interface BreakpointOptions extends NetworkOptions, OutputOptions, ScenarioOptions {
  readonly top: number;
  readonly kind: StrikeKind;
  readonly pairs: boolean;
  readonly firm?: string;
}

const endedEarly = (io: Io): ExitCode => {
  io.err('chained-boats: ended early: what was found so far stands\n');
  return 130;
};

const curve = async (
  network: Network,
  scenario: Scenario,
  options: BreakpointOptions,
  io: Io,
): Promise<ExitCode> => {
  const document = await withProgress('sizes', io, (follow) =>
    breakPoints(network, scenario, follow),
  );
  const names = namesOf(network, options.lang);
  const answer = {
    document,
    table: () => breakPointsTable(document),
    blocks: () => breakPointsReport(document, names, options.top),
  };
  await deliverAnswer(answer, options, io);
  if (!document.complete) return endedEarly(io);
  if (document.curve.every(({ converged }) => converged)) return 0;
  io.err('chained-boats: some sizes did not converge: no figure there is final\n');
  return 3;
};

const bringDown = async (
  network: Network,
  scenario: Scenario,
  target: string,
  options: BreakpointOptions,
  io: Io,
): Promise<ExitCode> => {
  const { kind, pairs, lang, top } = options;
  const document = await withProgress('firms and pairs', io, (follow) =>
    smallestShocks(network, scenario, { target, kind, pairs, ...follow }),
  );
  const answer = {
    document,
    table: () => smallestShocksTable(document),
    blocks: () => smallestShocksReport(document, namesOf(network, lang), top),
  };
  await deliverAnswer(answer, options, io);
  return document.complete ? 0 : endedEarly(io);
};

/** `breakpoint`: where firms fail as the shock grows, or what brings one firm down. */
export const breakpointCommand = async (options: BreakpointOptions, io: Io): Promise<ExitCode> => {
  const { network, scenario } = await readRun(options, leadingScenario);
  return options.firm === undefined
    ? curve(network, scenario, options, io)
    : bringDown(network, scenario, options.firm, options, io);
};
