import type { DefineCommand } from '../questions/command.ts';

export const defineConvert: DefineCommand = ({ io, add, done }) => {
  add(
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
};
