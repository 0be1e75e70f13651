import { addRound, emptyLedger, type Ledger } from '../../../src/models/chained-boats/ledger.ts';
import { type ShockArrays, shockArrays } from '../../../src/models/chained-boats/shocks.ts';
import {
  defaultSolveOptions,
  type Solution,
  type SolveOptions,
  solve,
} from '../../../src/models/chained-boats/solve.ts';
import { buildWeb, type Web } from '../../../src/models/chained-boats/web.ts';
import type { Shock } from '../../../src/scenario/schema.ts';
import { type SmallProblem, smallInputs } from '../small-inputs.ts';

export interface Play {
  readonly web: Web;
  readonly shocks: ShockArrays;
  readonly ledger: Ledger;
  readonly solution: Solution;
  /** Value of every firm after every round. */
  readonly valueLossByRound: readonly Float64Array[];
}

/** Solve and attribute a small problem; `layers` name a layer per firm for shocks on layers. */
export const play = (
  size: number,
  problem: SmallProblem,
  shocks: readonly Shock[],
  options: Partial<SolveOptions> = {},
): Play => playWeb(buildWeb(smallInputs(size, problem)), shocks, options);

export const playWeb = (
  web: Web,
  shocks: readonly Shock[],
  options: Partial<SolveOptions> = {},
): Play => {
  const arrays = shockArrays(
    web,
    shocks,
    web.firms.map(() => 'layer'),
  );
  const ledger = emptyLedger(web);
  const valueLossByRound: Float64Array[] = [];
  const solution = solve(web, arrays, { ...defaultSolveOptions, ...options }, (view) => {
    addRound(ledger, web, arrays, view);
    valueLossByRound.push(view.after.valueLossUsd.slice());
  });
  return { web, shocks: arrays, ledger, solution, valueLossByRound };
};
