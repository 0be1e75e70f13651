import type { DefineCommand } from '../questions/command.ts';

export const defineValidate: DefineCommand = ({ io, add, done }) => {
  add('validate', 'Check data: what it holds, or every error with its place.', 'validate my-web/')
    .argument('<path>', 'directory of CSV files, .json, .gexf or .graphml')
    .action(async (path) => {
      const { validateCommand } = await import('./validate.ts');
      done(await validateCommand(path, io));
    });
};
