import type { Scenario } from '../../scenario/schema.ts';
import { findLimit, type Limit } from './limit.ts';
import { shockArrays } from './shocks.ts';
import type { CompiledWeb } from './simulate.ts';
import { defaultSolveOptions } from './solve.ts';
import { calmState } from './state.ts';

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
