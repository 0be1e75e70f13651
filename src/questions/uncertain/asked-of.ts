import { fillDefaults } from '../../models/chained-boats/simulate.ts';
import type { Scenario } from '../../scenario/schema.ts';

/**
 * The scenario of a receipt about draws: every default filled in but for parameters, since those that a scenario
 * sets are not drawn. Asked again, it gives the same draws.
 */
export const askedOf = (scenario: Scenario, seed: number): Scenario => ({
  ...fillDefaults(scenario),
  parameters: { ...scenario.parameters },
  seed,
});
