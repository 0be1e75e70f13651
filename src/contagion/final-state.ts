import type { Scenario } from '../scenario/schema.ts';
import { findLimit, type Limit } from './chained-boats/limit.ts';
import { shockArrays } from './chained-boats/shocks.ts';
import { defaultSolveOptions } from './chained-boats/solve.ts';
import { calmState } from './chained-boats/state.ts';
import type { CompiledWeb } from './simulate.ts';

/**
 * Where a shock ends, without rounds and without a ledger: the same limit as `simulate`, some times
 * faster. `after` holds the losses; `errorBound` is null where the limit was not reached, and then no
 * figure is final.
 */
export const finalState = (
  { web, derivation }: CompiledWeb,
  shocks: Scenario['shocks'],
  options = defaultSolveOptions,
): Limit =>
  findLimit(web, shockArrays(web, shocks, derivation.layers), calmState(web.size), options);
