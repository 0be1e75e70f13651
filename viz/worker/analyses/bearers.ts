import { incidence } from '../../../src/analysis/incidence/incidence.ts';
import type { Incidence } from '../../../src/analysis/incidence/incidence-schema.ts';
import { simulate } from '../../../src/contagion/simulate.ts';
import type { Subject } from '../analyses.ts';

/** On whom the scenario's loss finally falls. */
export const analyse = (
  { network, scenario }: Subject,
  _options: Record<string, never>,
): Incidence => incidence(network, simulate(network, scenario));
