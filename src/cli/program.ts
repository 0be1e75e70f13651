import { readFileSync } from 'node:fs';
import { Command, Option } from 'commander';
import type { ExitCode, Io } from './io.ts';
import {
  collect,
  commaList,
  portNumber,
  withNetwork,
  withOutput,
  withScenario,
  withShocks,
  withTop,
} from './options.ts';
import { packagePath } from './package-root.ts';

const version = (): string =>
  JSON.parse(readFileSync(packagePath('package.json'), 'utf8')).version as string;

const withExample = (command: Command, line: string): Command =>
  command
    .helpOption('-h, --help', 'print this help')
    .addHelpText('after', `\nExample:\n  $ chained-boats ${line}`);

/**
 * The command line. A command's own code is loaded only when it runs: starting must stay quick.
 *
 * @param done receives the exit code of a command that ran through
 */
export const buildProgram = (io: Io, done: (code: ExitCode) => void): Command => {
  const program = new Command('chained-boats')
    .description('Contagion in webs of firms that own, order from and lend to each other.')
    .version(version(), '-V, --version', 'print the version')
    .helpCommand(false)
    .configureOutput({ writeOut: io.out, writeErr: () => {} })
    .exitOverride();
  withExample(program, 'simulate --shock openai:revenue=-50%');

  const command = (name: string, description: string, line: string): Command =>
    withExample(program.command(name).description(description), line);

  const simulate = command(
    'simulate',
    'The cascade of a shock: who loses what, in which round, through whom.',
    'simulate --shock openai:revenue=-50% --window 2026-2030 --top 20',
  );
  withTop(withScenario(withShocks(withOutput(withNetwork(simulate)))), 15)
    .option('--rounds', 'list every round')
    .option('--firm <id>', 'what made up the loss of this firm')
    .action(async (options) => {
      const { simulateCommand } = await import('./simulate.ts');
      done(await simulateCommand(options, io));
    });

  const gap = command(
    'gap',
    'Outside money that each firm must find per year for the announced deals to stand.',
    'gap --window 2026-2030 --format csv',
  );
  withTop(withScenario(withOutput(withNetwork(gap))), 15).action(async (options) => {
    const { gapCommand } = await import('./gap.ts');
    done(await gapCommand(options, io));
  });

  const rank = command(
    'rank',
    'Rank firms by strength, PageRank, betweenness, HITS or eigenvector centrality.',
    'rank --by pagerank,order-in --format csv --out ranking.csv',
  );
  withTop(withOutput(withNetwork(rank)), 0)
    .option('--by <measures>', 'measures between commas; the first one ranks', commaList, [
      'pagerank',
      'order-in',
      'order-out',
      'equity-out',
    ])
    .option('--layers <layers>', 'deals that count: equity, order, debt (default: all)', commaList)
    .option('--set <name=value>', 'a parameter, as in pagerank.damping=0.9', collect)
    .option('--units', 'a row of units in the CSV')
    .action(async (options) => {
      const { rankCommand } = await import('./rank.ts');
      done(await rankCommand(options, io));
    });

  const compare = command(
    'compare',
    'Several models on one shock: losses side by side, and how far the rankings agree.',
    'compare --shock openai:revenue=-50% --models chained-boats,esri',
  );
  withTop(withScenario(withShocks(withOutput(withNetwork(compare)))), 15)
    .option('--models <ids>', 'models between commas, or all; the first one sorts', commaList, [
      'all',
    ])
    .action(async (options) => {
      const { compareCommand } = await import('./compare.ts');
      done(await compareCommand(options, io));
    });

  const solve = command(
    'solve',
    'A published model on a plain problem: matrices or lists of entries, as JSON.',
    'solve problem.json --model eisenberg-noe --format table',
  );
  solve
    .argument('[file]', 'problem as JSON, - for the input')
    .option('--model <id>', 'the model, where the problem does not name it')
    .option('--schema <model>', 'print the JSON Schema of a model’s problem')
    .addOption(
      new Option('--format <format>', 'how to write it').choices(['json', 'table']).default('json'),
    )
    .option('--out <file>', 'write to a file, whole or not at all')
    .action(async (file, options) => {
      const { solveCommand } = await import('./solve.ts');
      done(await solveCommand(file, options, io));
    });

  command(
    'validate',
    'Check data: what it holds, or every error with its place.',
    'validate my-web/',
  )
    .argument('<path>', 'directory of CSV files, .json, .gexf or .graphml')
    .action(async (path) => {
      const { validateCommand } = await import('./validate.ts');
      done(await validateCommand(path, io));
    });

  command(
    'convert',
    'Change the format of a network.',
    'convert data/ai-web web.gexf --as-of 2025-12-31',
  )
    .argument('<in>', 'directory of CSV files, .json, .gexf or .graphml')
    .argument('<out>', 'the same; the format follows the name, a directory if it has no extension')
    .option('--as-of <date>', 'only what was known on that day, YYYY-MM-DD')
    .action(async (from, to, options) => {
      const { convertCommand } = await import('./convert.ts');
      done(await convertCommand(from, to, options, io));
    });

  const view = command(
    'view',
    'Serve the page on this machine with a network loaded.',
    'view --port 4173',
  );
  view
    .option(
      '--network <path>',
      'directory of CSV files, .json, .gexf or .graphml (default: the web of AI deals)',
    )
    .option('--port <port>', 'port to try first', portNumber, 4173)
    .option('--once', 'end after the page has been served once')
    .option('--no-open', 'do not open a browser')
    .action(async (options) => {
      const { viewCommand } = await import('./view.ts');
      done(await viewCommand(options, io));
    });

  return program;
};
