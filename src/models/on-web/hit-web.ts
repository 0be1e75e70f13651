import type { ShockArrays } from '../chained-boats/shocks.ts';
import { calmState, type State } from '../chained-boats/state.ts';
import { stepAll } from '../chained-boats/step.ts';
import type { Web } from '../chained-boats/web.ts';

/** A compiled web and what hits it: what every model of a comparison starts from. */
export interface HitWeb {
  readonly web: Web;
  readonly shocks: ShockArrays;
  /** Layer of the AI stack per firm. */
  readonly layers: readonly string[];
  /** What the shock itself does, before anything spreads: round 1 of the chained-boats model. */
  readonly first: State;
}

export const hitWeb = (web: Web, shocks: ShockArrays, layers: readonly string[]): HitWeb => {
  const first = calmState(web.size);
  stepAll(web, shocks, calmState(web.size), first);
  return { web, shocks, layers, first };
};
