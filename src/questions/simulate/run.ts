import { UsageError } from '../../base/errors.ts';
import { isLaterThan } from '../../data/figures.ts';
import type { Network } from '../../data/graph.ts';
import type { Cascade, FirmOutcome } from '../../models/cascade.ts';
import { simulate } from '../../models/chained-boats/simulate.ts';
import { findFirm } from '../../scenario/find.ts';
import { type Answer, deliverAnswer } from '../../tell/deliver.ts';
import type { OutputOptions } from '../../tell/file-format.ts';
import { namesOf } from '../../tell/names.ts';
import { paragraph } from '../../tell/report.ts';
import { sentenceOf } from '../../tell/sentence.ts';
import { speakerIn } from '../../tell/words/from-files.ts';
import type { Speaker } from '../../tell/words/words.ts';
import { incidence } from '../bearers/incidence.ts';
import { bearersAnswer } from '../bearers/report.ts';
import { firePaths } from '../fire-paths/fire-paths.ts';
import { pathsAnswer } from '../fire-paths/report.ts';
import type { ExitCode, Io } from '../io.ts';
import type { NetworkOptions, ScenarioOptions } from '../options.ts';
import { pathCommand } from '../path/run.ts';
import { leadingScenario } from '../scenario-input.ts';
import { readRun } from '../scenario-run.ts';
import { firmsTable, ledgerTable, roundsTable } from './csv.ts';
import { ledgerReport } from './ledger-report.ts';
import { simulateReport } from './report.ts';

export interface SimulateOptions extends NetworkOptions, OutputOptions, ScenarioOptions {
  readonly top: number;
  readonly rounds?: boolean;
  readonly firm?: string;
  readonly paths?: number;
  readonly hops?: number;
  readonly bearers?: boolean;
}

/** Flags that have no meaning without, or beside, another. */
const checkFlags = ({ firm, paths, hops, bearers = false }: SimulateOptions): void => {
  const wrong = (where: string, expected: string): UsageError =>
    new UsageError({ where, found: 'it alone', expected });
  if (paths !== undefined && firm === undefined) throw wrong('--paths', 'a --firm with it');
  if (hops !== undefined && paths === undefined) throw wrong('--hops', '--paths with it');
  if (!bearers || firm === undefined) return;
  const found = '--firm with it';
  throw new UsageError({ where: '--bearers', found, expected: 'one of them at a time' });
};

const firmOf = (cascade: Cascade, network: Network, wanted: string): FirmOutcome => {
  const id = findFirm(network, wanted, '--firm');
  return cascade.firms.find((firm) => firm.id === id)!;
};

/** Firms whose value is an observation from after the network's day. */
const laterValues = (network: Network): number => {
  const day = network.getAttribute('asOf');
  return network.filterNodes((_, firm) => isLaterThan(firm, 'valueUsd', day)).length;
};

const answerOf = (cascade: Cascade, network: Network, options: SimulateOptions): Answer => {
  const { lang, top, rounds = false, firm, paths, hops, bearers = false } = options;
  const one = firm === undefined ? undefined : firmOf(cascade, network, firm);
  const names = namesOf(network, lang);
  if (one !== undefined && paths !== undefined) {
    const traced = firePaths(cascade, one.id, { count: paths, maxHops: hops });
    return pathsAnswer(traced, names);
  }
  if (bearers) return bearersAnswer(incidence(network, cascade), cascade, names, top);
  if (one !== undefined) {
    return {
      document: cascade,
      table: () => ledgerTable(one, cascade),
      blocks: () => [paragraph(sentenceOf(cascade, names)), ...ledgerReport(one, names)],
    };
  }
  return {
    document: cascade,
    table: () => (rounds ? roundsTable(cascade) : firmsTable(cascade, names)),
    firms: { network, table: () => firmsTable(cascade, names) },
    blocks: () =>
      simulateReport(cascade, names, { top, rounds, laterValues: laterValues(network) }),
  };
};

/** 0 for a settled run; else a warning with its residual, and 3. */
export const settledCode = (
  { converged, residual }: Cascade,
  io: Io,
  { say }: Speaker,
): ExitCode => {
  if (converged) return 0;
  const moved = residual.toExponential(1);
  io.err(`chained-boats: ${say('simulate.did-not-settle', { moved })}\n`);
  return 3;
};

/** `simulate`: run a scenario and write its cascade. */
export const simulateCommand = async (options: SimulateOptions, io: Io): Promise<ExitCode> => {
  checkFlags(options);
  const { network, scenario } = await readRun(options, leadingScenario);
  if (scenario.time?.mode === 'path') return pathCommand(network, scenario, options, io);
  const cascade = simulate(network, scenario);
  await deliverAnswer(answerOf(cascade, network, options), options, io);
  return settledCode(cascade, io, speakerIn(options.lang));
};
