import type { DefineCommand } from '../questions/command.ts';
import { portNumber } from '../questions/options.ts';

export const defineView: DefineCommand = ({ io, add, done }) => {
  add('view', 'Serve the page on this machine with a network loaded.', 'view --port 4173')
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
};
