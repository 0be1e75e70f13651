import { simulate } from '../../../src/models/chained-boats/simulate.ts';
import { incidence } from '../../../src/questions/bearers/incidence.ts';
import type { Incidence } from '../../../src/questions/bearers/incidence-schema.ts';
import type { Subject } from '../analyses.ts';

/** On whom the scenario's loss finally falls. */
export const analyse = (
  { network, scenario }: Subject,
  _options: Record<string, never>,
): Incidence => incidence(network, simulate(network, scenario));
