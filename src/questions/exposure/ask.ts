import { Argument, Option } from 'commander';
import type { DefineCommand } from '../command.ts';
import { commaList, withNetwork, withOutput, withTop } from '../options.ts';
import { EXPOSURE_LAYERS } from './exposure-schema.ts';
import { FIRM_MATRICES } from './firm-matrix-schema.ts';

export const defineExposure: DefineCommand = ({ io, add, done }) => {
  const exposure = add(
    'exposure',
    'Who depends on whom before any shock: directly and through all chains.',
    'exposure oracle --layers order',
  );
  exposure.addArgument(new Argument('[firm]', 'only pairs with this firm on either side'));
  withTop(withOutput(withNetwork(exposure)), 10, 'pairs, firms or deals to list')
    .option(
      '--layers <layers>',
      `what is counted: ${EXPOSURE_LAYERS.join(', ')} (default: all)`,
      commaList,
    )
    .option('--matrix', 'every firm by every firm')
    .addOption(new Option('--of <matrix>', 'which matrix').choices(FIRM_MATRICES).default('total'))
    .option('--deals', 'each deal as a share of the payer’s cost and the payee’s revenue')
    .action(async (firm, options) => {
      const { exposureCommand } = await import('./run.ts');
      done(await exposureCommand({ ...options, ...(firm === undefined ? {} : { firm }) }, io));
    });
};
