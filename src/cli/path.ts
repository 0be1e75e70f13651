import type { PathRun } from '../contagion/path/path-schema.ts';
import { simulatePath } from '../contagion/path/simulate-path.ts';
import { UsageError } from '../errors.ts';
import type { Network } from '../network/graph.ts';
import { findFirm } from '../scenario/find.ts';
import type { Scenario } from '../scenario/schema.ts';
import { deliver } from './deliver.ts';
import type { ExitCode, Io } from './io.ts';
import { namesOf } from './names.ts';
import { pathCsv, pathFirmReport, pathReport } from './path-report.ts';
import { asMarkdown, asText } from './report.ts';
import type { SimulateOptions } from './simulate.ts';

const checkFlags = ({ rounds, paths, bearers }: SimulateOptions): void => {
  const flag =
    (rounds && '--rounds') || (paths !== undefined && '--paths') || (bearers && '--bearers');
  if (!flag) return;
  const found = 'a path of years, which has no rounds and no ledger';
  throw new UsageError({ where: flag, found, expected: 'a --year or a --window' });
};

const answer = (run: PathRun, network: Network, options: SimulateOptions): string => {
  const { format, lang, top, firm } = options;
  if (format === 'json') return `${JSON.stringify(run, undefined, 2)}\n`;
  const one = firm === undefined ? undefined : findFirm(network, firm, '--firm');
  if (format === 'csv') return pathCsv(run, one);
  const names = namesOf(network, lang);
  const blocks = one === undefined ? pathReport(run, names, top) : pathFirmReport(run, one, names);
  return format === 'md' ? asMarkdown(blocks) : asText(blocks);
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
  await deliver(answer(run, network, options), options, io);
  if (run.converged) return 0;
  const year = run.years.find(({ converged }) => !converged)!.year;
  io.err(`chained-boats: the year ${year} did not settle, so no figure from it on is final\n`);
  return 3;
};
