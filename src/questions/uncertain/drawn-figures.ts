import type { Network } from '../../data/graph.ts';
import type { PerGigawatt } from '../../data/schema.ts';
import { drawnAt } from './distribution.ts';
import { drawnOfDeal } from './drawn-deals.ts';
import { type DrawnFigure, drawnFigure } from './drawn-figure.ts';
import { drawnOfFirm } from './drawn-firms.ts';
import type { FigureBook } from './figure-book.ts';

export const PER_GIGAWATT = 'per-gigawatt';

const ofRow = (row: PerGigawatt, { find }: FigureBook): readonly DrawnFigure[] => {
  const figure = find({ kind: 'per-gigawatt', row: row.id });
  if (figure === undefined) return [];
  const { lowUsdPerGw: low, usdPerGw: mode, highUsdPerGw: high } = row;
  const set = (values: Float64Array, u: number): void => {
    values[figure.leaf] = drawnAt({ shape: 'triangular', low, mode, high }, u);
  };
  const coordinate = `${PER_GIGAWATT} ${row.id}`;
  return [{ row: PER_GIGAWATT, coordinate, climate: 0, leaves: [figure.leaf], set }];
};

/**
 * Everything of a scenario's web that is drawn, in an order in which it can be set: deals, firms, dollars per
 * gigawatt within the range of their own table, and the model's parameters. A parameter that the scenario sets
 * stays as it is set.
 *
 * @param own  parameters that the scenario itself sets
 */
export const drawnFigures = (
  network: Network,
  own: ReadonlySet<string>,
  book: FigureBook,
): readonly DrawnFigure[] => [
  ...network.mapEdges((_, deal) => deal).flatMap((deal) => drawnOfDeal(network, deal, book)),
  ...network.mapNodes((_, firm) => firm).flatMap((firm) => drawnOfFirm(firm, book)),
  ...network.getAttribute('perGigawatt').flatMap((row) => ofRow(row, book)),
  ...network.getAttribute('uncertainty').flatMap((row): DrawnFigure[] => {
    if (row.figure !== 'parameter' || own.has(row.of)) return [];
    const figure = book.find({ kind: 'parameter', parameter: row.of });
    if (figure === undefined) return [];
    return [drawnFigure(row, `parameter ${row.of}`, figure, (u) => drawnAt(row, u))];
  }),
];
