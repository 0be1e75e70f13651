import { UsageError } from '../../base/errors.ts';
import type { Network } from '../../data/graph.ts';
import { findFirm } from '../../scenario/find.ts';
import type { Scenario } from '../../scenario/schema.ts';
import { type Answer, deliverAnswer } from '../../tell/deliver.ts';
import { namesOf } from '../../tell/names.ts';
import type { ExitCode, Io } from '../io.ts';
import type { SimulateOptions } from '../simulate/run.ts';
import type { PathRun } from './path-schema.ts';
import { pathFirmReport, pathReport, pathTable } from './report.ts';
import { simulatePath } from './simulate-path.ts';

const checkFlags = ({ rounds, paths, bearers }: SimulateOptions): void => {
  const flag =
    (rounds && '--rounds') || (paths !== undefined && '--paths') || (bearers && '--bearers');
  if (!flag) return;
  const found = 'a path of years, which has no rounds and no ledger';
  throw new UsageError({ where: flag, found, expected: 'a --year or a --window' });
};

const answerOf = (run: PathRun, network: Network, options: SimulateOptions): Answer => {
  const { lang, top, firm } = options;
  const one = firm === undefined ? undefined : findFirm(network, firm, '--firm');
  const names = namesOf(network, lang);
  return {
    document: run,
    table: () => pathTable(run, one),
    blocks: () =>
      one === undefined ? pathReport(run, names, top) : pathFirmReport(run, one, names),
  };
};

/** `simulate --path`: a scenario year by year. */
export const pathCommand = async (
  network: Network,
  scenario: Scenario,
  options: SimulateOptions,
  io: Io,
): Promise<ExitCode> => {
  checkFlags(options);
  const run = simulatePath(network, scenario);
  await deliverAnswer(answerOf(run, network, options), options, io);
  if (run.converged) return 0;
  const year = run.years.find(({ converged }) => !converged)!.year;
  io.err(`chained-boats: the year ${year} did not settle, so no figure from it on is final\n`);
  return 3;
};
