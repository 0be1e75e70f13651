import type { Network } from '../../data/graph.ts';
import { type CompiledWeb, fillDefaults } from '../../models/chained-boats/simulate.ts';
import { replayedWeb } from '../../models/chained-boats/taped/replayed-web.ts';
import type { Web } from '../../models/chained-boats/web.ts';
import { normalAt } from '../../numerics/random/normal-fast.ts';
import { normalQuantile } from '../../numerics/random/normal-quantile.ts';
import type { Scenario } from '../../scenario/schema.ts';
import { tapedBaseline } from '../sensitivity/taped-run.ts';
import type { DrawnFigure } from './drawn-figure.ts';
import { drawnFigures } from './drawn-figures.ts';
import { figureBook } from './figure-book.ts';

/** A web whose figures are drawn. */
export interface DrawnWeb {
  readonly compiled: CompiledWeb;
  /** Written anew by every `draw`. */
  readonly web: Web;
  /** Coordinates of a point: the funding climate, then one per thing that is drawn by itself. */
  readonly dimensions: number;
  /** Per coordinate the row of the table that it belongs to; `climate` for the first. */
  readonly rowOfCoordinate: readonly string[];
  /** Figures drawn per row of the table. */
  readonly figuresOfRow: ReadonlyMap<string, number>;
  /**
   * Draw the web that belongs to a point of the unit cube.
   *
   * @param point  of `dimensions` numbers in 0..1, ends not counted
   * @returns      false where the values of firms that hold each other did not settle
   */
  readonly draw: (point: Float64Array) => boolean;
}

export const CLIMATE = 'climate';

const countByRow = (figures: readonly DrawnFigure[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const { row } of figures) counts.set(row, (counts.get(row) ?? 0) + 1);
  return counts;
};

/**
 * The coordinates that figures are drawn from, the climate first, in an order that doesn't hang on that of the
 * records; the first row, by its name, of those that share one.
 */
const coordinatesOf = (figures: readonly DrawnFigure[]) => {
  const rowOf = new Map<string, string>();
  for (const { coordinate, row } of figures) {
    const known = rowOf.get(coordinate);
    if (known === undefined || row < known) rowOf.set(coordinate, row);
  }
  const sorted = [...rowOf].sort(([one], [other]) => (one < other ? -1 : 1));
  return {
    rowOfCoordinate: [CLIMATE, ...sorted.map(([, row]) => row)],
    placeOf: new Map(sorted.map(([coordinate], at) => [coordinate, at + 1])),
  };
};

/**
 * The web of a scenario with its uncertain figures, ready to be drawn.
 *
 * A coordinate v and the climate c make the probability of a figure by a Gaussian copula with one factor,
 * u = Phi(sqrt(1 - b²) Phi⁻¹(v) + b Phi⁻¹(c)), b its loading.
 *
 * @throws ScenarioError, ModelError as `simulate`
 */
export const drawnWeb = (network: Network, scenario: Scenario): DrawnWeb => {
  const full = fillDefaults(scenario);
  const written = tapedBaseline(network, full);
  const { compiled, tape } = written;
  const book = figureBook(written.figures.all(), network.getAttribute('uncertainty'));
  const own = new Set(Object.keys(scenario.parameters ?? {}));
  const figures = drawnFigures(network, own, book);
  const leaves = figures.flatMap((figure) => figure.leaves);
  const { web, replay, play } = replayedWeb(tape, compiled.web, written, leaves);

  const { rowOfCoordinate, placeOf } = coordinatesOf(figures);
  const places = Int32Array.from(figures, ({ coordinate }) => placeOf.get(coordinate)!);
  const loadings = Float64Array.from(figures, ({ climate }) => climate);
  const rest = loadings.map((loading) => Math.sqrt(1 - loading * loading));
  return {
    compiled,
    web,
    dimensions: rowOfCoordinate.length,
    rowOfCoordinate,
    figuresOfRow: countByRow(figures),
    draw: (point) => {
      const climate = normalQuantile(point[0]!);
      for (let at = 0; at < figures.length; at++) {
        const v = point[places[at]!]!;
        const loading = loadings[at]!;
        const u = loading === 0 ? v : normalAt(rest[at]! * normalQuantile(v) + loading * climate);
        figures[at]!.set(replay.value, u);
      }
      return play();
    },
  };
};
