import type { PerGigawatt, Status } from '../../../data/schema.ts';
import { BINDING, defaultWeights } from '../../../scenario/period.ts';
import type { Period, StatusWeights } from '../../../scenario/schema.ts';
import type { ChainedBoatsParameters } from '../parameters.ts';

/** Everything that turns records into inputs besides the records. */
export interface DerivationSettings {
  readonly asOf: string;
  readonly time: Period;
  readonly weights: StatusWeights;
  readonly parameters: ChainedBoatsParameters;
  readonly perGigawatt: readonly PerGigawatt[];
}

/** The status weight, with the one slider that moves all that isn't binding. */
export const weightOf = (status: Status, settings: DerivationSettings): number => {
  const weight = settings.weights[status] ?? defaultWeights[status];
  return BINDING.has(status) ? weight : weight * settings.parameters.nonBinding;
};
