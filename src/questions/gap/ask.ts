import type { DefineCommand } from '../command.ts';
import { withNetwork, withOutput, withScenario, withTop } from '../options.ts';

export const defineGap: DefineCommand = ({ io, add, done }) => {
  const gap = add(
    'gap',
    'Outside money that each firm must find per year for the announced deals to stand.',
    'gap --window 2026-2030 --format csv',
  );
  withTop(withScenario(withOutput(withNetwork(gap))), 15).action(async (options) => {
    const { gapCommand } = await import('./run.ts');
    done(await gapCommand(options, io));
  });
};
