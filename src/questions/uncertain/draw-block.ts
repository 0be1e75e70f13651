import type { Network } from '../../data/graph.ts';
import { samplerOf } from '../../numerics/random/sampler.ts';
import type { Scenario } from '../../scenario/schema.ts';
import { drawFigures, rowWidth } from './draw-figures.ts';
import { type DrawPlan, placeOf } from './draw-plan.ts';
import { type DrawnWeb, drawnWeb } from './drawn-web.ts';
import { groupsOf, type IndexPlan, indexPoints } from './index-plan.ts';

/** What is drawn: points by themselves with all figures, or runs for indices with the sum of some figures. */
export type Draws =
  | { readonly kind: 'figures'; readonly plan: DrawPlan }
  | { readonly kind: 'indices'; readonly plan: IndexPlan; readonly columns: readonly number[] };

/** Consecutive draws, worked out together. */
export interface Block {
  /** One row per draw: all figures (`columnOf`), or one number. */
  readonly rows: Float64Array;
  /** 1 where the limit was reached; else the row counts for nothing. */
  readonly settled: Uint8Array;
}

/** Draws `start` to `end - 1`. */
export type DrawBlock = (start: number, end: number) => Block;

const pointsOf = (draws: Draws, drawn: DrawnWeb): ((draw: number, point: Float64Array) => void) => {
  if (draws.kind === 'indices') {
    const { names, groupOf } = groupsOf(drawn);
    return indexPoints(draws.plan, groupOf, names.length);
  }
  const { plan } = draws;
  const sampler = samplerOf(plan.method, plan.seed, drawn.dimensions);
  return (draw, point) => sampler.fill(placeOf(plan, draw), point);
};

/**
 * A maker of draws: everything that stays the same is prepared once, and every draw is the same whatever was
 * drawn before.
 */
export const drawBlocks = (network: Network, scenario: Scenario, draws: Draws): DrawBlock => {
  const drawn = drawnWeb(network, scenario);
  const play = drawFigures(drawn, scenario);
  const fill = pointsOf(draws, drawn);
  const point = new Float64Array(drawn.dimensions);
  const row = new Float64Array(rowWidth(drawn.web.size));
  const width = draws.kind === 'indices' ? 1 : row.length;
  return (start, end) => {
    const rows = new Float64Array((end - start) * width);
    const settled = new Uint8Array(end - start);
    for (let draw = start; draw < end; draw++) {
      fill(draw, point);
      settled[draw - start] = play(point, row, 0) ? 1 : 0;
      if (draws.kind === 'figures') rows.set(row, (draw - start) * width);
      else for (const column of draws.columns) rows[draw - start]! += row[column]!;
    }
    return { rows, settled };
  };
};
