import type { FullScenario } from '../../contagion/simulate.ts';
import type { Network } from '../../network/graph.ts';
import { defaultWeights } from '../../network/inputs/settings.ts';
import type { Deal, Distribution, Firm, UnsureFigure } from '../../network/schema.ts';
import type { DealField, InputRef } from '../sensitivity/input-schema.ts';
import { inputKey } from '../sensitivity/input-schema.ts';
import type { Figure } from '../sensitivity/records/figures.ts';
import { drawnAt } from './distribution.ts';

/** One thing that is drawn: where its number comes from and where it goes. */
export interface DrawnFigure {
  /** The row of the table of distributions, or `per-gigawatt`. */
  readonly row: string;
  /** What shares a coordinate is drawn as one: a warrant stands and falls with its order. */
  readonly coordinate: string;
  /** Loading on the funding climate, -1..1. */
  readonly climate: number;
  /** Put what belongs to probability u in the leaves. */
  readonly set: (leaves: Float64Array, u: number) => void;
}

/** The figures that a web went through, by what they are. */
export interface FigureBook {
  readonly find: (input: InputRef) => Figure | undefined;
  readonly rowOf: (figure: UnsureFigure, of: string | undefined) => Distribution | undefined;
}

export const figureBook = (
  figures: readonly Figure[],
  rows: readonly Distribution[],
): FigureBook => {
  const byKey = new Map(figures.map((figure) => [inputKey(figure.input), figure]));
  const byUse = new Map(rows.map((row) => [`${row.figure} ${row.of}`, row]));
  return {
    find: (input) => byKey.get(inputKey(input)),
    rowOf: (figure, of = 'low') => byUse.get(`${figure} ${of}`),
  };
};

const DOLLARS = [
  'amountUsd',
  'perYearUsd',
  'scheduleUsd',
  'commitmentUsd',
  'faceUsd',
  'servicePerYearUsd',
] as const satisfies readonly DealField[];

const drawn = (row: Distribution, coordinate: string, set: DrawnFigure['set']): DrawnFigure => ({
  row: row.id,
  coordinate,
  climate: row.climate ?? 0,
  set,
});

/** Several figures of one record times one factor, none beyond what the model takes. */
const factorOn = (row: Distribution, coordinate: string, figures: readonly Figure[]): DrawnFigure =>
  drawn(row, coordinate, (leaves, u) => {
    const factor = drawnAt(row, u);
    for (const { leaf, value, max } of figures) leaves[leaf] = Math.min(max, value * factor);
  });

/** One name for all deals that are linked to each other: where their links end, or turn round. */
const bundleOf = (network: Network, { id, link }: Deal): string => {
  const seen = [id];
  for (let next = link; next !== undefined && network.hasEdge(next); ) {
    if (seen.includes(next)) return seen.slice(seen.indexOf(next)).sort()[0]!;
    seen.push(next);
    next = network.getEdgeAttribute(next, 'link');
  }
  return seen.at(-1)!;
};

const ofDeal = (
  network: Network,
  deal: Deal,
  { weights }: FullScenario,
  { find, rowOf }: FigureBook,
): DrawnFigure[] => {
  const figures: DrawnFigure[] = [];
  const fieldOf = (field: DealField) => find({ kind: 'deal', deal: deal.id, field });
  const paid = fieldOf('paidShare');
  const paidRow = rowOf('paidShare', deal.status);
  const usual = defaultWeights[deal.status];
  if (paid !== undefined && paidRow !== undefined && usual > 0) {
    const scale = (weights[deal.status] ?? usual) / usual;
    figures.push(
      drawn(paidRow, `paid ${bundleOf(network, deal)}`, (leaves, u) => {
        leaves[paid.leaf] = Math.min(1, scale * drawnAt(paidRow, u)) - paid.value;
      }),
    );
  }
  const dollars = DOLLARS.flatMap((field) => fieldOf(field) ?? []);
  const dollarRow = rowOf('dealDollars', deal.confidence);
  if (dollars.length > 0 && dollarRow !== undefined) {
    figures.push(factorOn(dollarRow, `dollars ${deal.id}`, dollars));
  }
  const takeOrPay = fieldOf('takeOrPay');
  const takeOrPayRow = rowOf('takeOrPay', deal.confidence);
  if (takeOrPay !== undefined && takeOrPayRow !== undefined) {
    figures.push(factorOn(takeOrPayRow, `take-or-pay ${deal.id}`, [takeOrPay]));
  }
  return figures;
};

const FIRM_FACTORS = ['valueUsd', 'revenueUsd', 'cashUsd', 'debtUsd'] as const;

const ofFirm = (firm: Firm, { find, rowOf }: FigureBook): DrawnFigure[] => {
  const figureOf = (field: (typeof FIRM_FACTORS)[number] | 'operatingIncomeUsd') =>
    find({ kind: 'firm', firm: firm.id, field });
  const figures = FIRM_FACTORS.flatMap((field): DrawnFigure[] => {
    const figure = figureOf(field);
    const row = rowOf(field, firm.confidence);
    if (figure === undefined || row === undefined) return [];
    return [factorOn(row, `${field} ${firm.id}`, [figure])];
  });
  const income = figureOf('operatingIncomeUsd');
  const revenue = figureOf('revenueUsd');
  const costRow = rowOf('operatingCost', firm.confidence);
  if (income === undefined || !revenue?.value || costRow === undefined) return figures;
  const costRatio = 1 - income.value / revenue.value;
  const ofCost = drawn(costRow, `cost ${firm.id}`, (leaves, u) => {
    leaves[income.leaf] = leaves[revenue.leaf]! * (1 - costRatio * drawnAt(costRow, u));
  });
  return [...figures, ofCost];
};

const PER_GIGAWATT = 'per-gigawatt';

/**
 * Everything of a scenario's web that is drawn: the paid share and the dollars of every deal, the take-or-pay
 * shares that deals state, values, revenues, costs, cash and debt of firms, dollars per gigawatt within the
 * range of their own table, and the model's parameters.
 *
 * A parameter that the scenario sets stays as it is set. A weight that it gives a status scales what is drawn
 * for deals of that status. The cost of a firm follows its revenue, as drawn, times what is drawn for the cost.
 * Revenue stands before cost in the list, and must be set before it.
 *
 * @param own  parameters that the scenario itself sets
 */
export const drawnFigures = (
  network: Network,
  scenario: FullScenario,
  own: ReadonlySet<string>,
  book: FigureBook,
): readonly DrawnFigure[] => {
  const rows = network.getAttribute('uncertainty');
  return [
    ...network.mapEdges((_, deal) => deal).flatMap((deal) => ofDeal(network, deal, scenario, book)),
    ...network.mapNodes((_, firm) => firm).flatMap((firm) => ofFirm(firm, book)),
    ...network.getAttribute('perGigawatt').flatMap((row): DrawnFigure[] => {
      const figure = book.find({ kind: 'per-gigawatt', row: row.id });
      if (figure === undefined) return [];
      const { lowUsdPerGw: low, usdPerGw: mode, highUsdPerGw: high } = row;
      const set = (leaves: Float64Array, u: number): void => {
        leaves[figure.leaf] = drawnAt({ shape: 'triangular', low, mode, high }, u);
      };
      return [{ row: PER_GIGAWATT, coordinate: `per-gigawatt ${row.id}`, climate: 0, set }];
    }),
    ...rows.flatMap((row): DrawnFigure[] => {
      if (row.figure !== 'parameter' || own.has(row.of)) return [];
      const figure = book.find({ kind: 'parameter', parameter: row.of });
      if (figure === undefined) return [];
      const set = (leaves: Float64Array, u: number): void => {
        leaves[figure.leaf] = drawnAt(row, u);
      };
      return [drawn(row, `parameter ${row.of}`, set)];
    }),
  ];
};
