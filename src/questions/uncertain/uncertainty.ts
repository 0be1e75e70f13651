import { nineDigits } from '../../base/agreed-digits.ts';
import { ModelError, ScenarioError } from '../../base/errors.ts';
import type { Network } from '../../data/graph.ts';
import type { SamplingMethod } from '../../numerics/random/sampler.ts';
import { checkScenario } from '../../scenario/check.ts';
import { receiptFor } from '../../scenario/receipt.ts';
import type { Scenario } from '../../scenario/schema.ts';
import { askedOf } from './asked-of.ts';
import { checkDistributed } from './check-distributed.ts';
import { columnOf, drawFigures, rowWidth } from './draw-figures.ts';
import { drawPlan } from './draw-plan.ts';
import { convergenceOf, drawTable } from './draw-table.ts';
import { PER_GIGAWATT } from './drawn-figures.ts';
import { type DrawnWeb, drawnWeb } from './drawn-web.ts';
import { figuresOfDraws } from './figures-of-draws.ts';
import { LEVELS } from './quantiles.ts';
import { type DrawWork, runDraws } from './run-draws.ts';
import type { Uncertainty } from './uncertainty-schema.ts';

export interface UncertaintyOptions extends DrawWork {
  /** 2,000 by default. */
  readonly draws?: number | undefined;
  /** The scenario's own by default. */
  readonly seed?: number | undefined;
  /** Latin hypercube by default. */
  readonly method?: SamplingMethod | undefined;
}

const DRAWS = 2000;
/** Numbers that are kept of all draws, 1 GiB of them. */
const MOST_NUMBERS = 2 ** 27;

const checkRoom = (draws: number, width: number): void => {
  if (draws * width <= MOST_NUMBERS) return;
  throw new ScenarioError({
    where: 'draws',
    found: `${draws} draws of ${width} figures`,
    expected: `at most ${Math.floor(MOST_NUMBERS / width)} draws of a web of this size`,
  });
};

const distributionsOf = (network: Network, { figuresOfRow }: DrawnWeb) =>
  network
    .getAttribute('uncertainty')
    .map((row) => ({ row, figures: figuresOfRow.get(row.id) ?? 0 }));

const unknownDeals = ({ compiled }: DrawnWeb): string[] =>
  compiled.derivation.assumptions
    .filter(({ kind }) => kind === 'order-unknown' || kind === 'stake-unknown')
    .map(({ record }) => record);

const sum = (numbers: Uint8Array): number => numbers.reduce((total, one) => total + one, 0);

const hashed = ({ totals, firms, draws }: Omit<Uncertainty, 'receipt'>) => ({
  draws,
  gross: totals.grossLossUsd.quantiles.map(nineDigits),
  owners: totals.ownersLossUsd.quantiles.map(nineDigits),
  firms: firms.map(({ id, lossUsd, failure }) => [
    id,
    lossUsd.quantiles.map(nineDigits),
    nineDigits(failure),
  ]),
});

/**
 * How sure a scenario's answers are: many runs, each with the paid share and the dollars of every deal, values,
 * revenues, costs, cash, debt and the model's parameters drawn from the distributions that the network documents,
 * bound together by one funding climate.
 *
 * The bands say what follows from those distributions under this model. They are no forecast, and what nobody
 * stated is no part of them. Draws are split in eight independent batches, whose differences say how far the
 * quantiles would be off with other draws.
 *
 * @returns the same for the same seed, on any number of threads; ended early, of the draws that were made
 * @throws ScenarioError for a network without distributions, no draws, or as `simulate`
 * @throws ModelError where no draw was made to its end
 */
export const uncertainty = async (
  network: Network,
  scenario: Scenario,
  options: UncertaintyOptions = {},
): Promise<Uncertainty> => {
  const { draws = DRAWS, method = 'latin', seed = scenario.seed ?? 0, ...work } = options;
  checkScenario(network, scenario);
  checkDistributed(network);
  const plan = drawPlan(draws, seed, method);
  const drawn = drawnWeb(network, scenario);
  const width = rowWidth(drawn.web.size);
  checkRoom(draws, width);
  const point = new Float64Array(width);
  drawFigures(drawn, scenario)(null, point, 0);
  const { columns, made, counted, complete } = await runDraws(
    network,
    scenario,
    { kind: 'figures', plan },
    { count: draws, width },
    work,
  );
  const table = drawTable(plan, columns, counted);
  if (table.draws === 0) {
    throw new ModelError({
      where: 'draws',
      found: complete ? 'no draw whose limit was reached' : 'none made before the end',
      expected: 'at least one',
    });
  }
  const gross = columnOf.total('grossLossUsd');
  const below = table.column(gross).filter((lossUsd) => lossUsd < point[gross]!).length;
  const result: Omit<Uncertainty, 'receipt'> = {
    version: 1,
    asked: draws,
    draws: table.draws,
    unsettled: sum(made) - table.draws,
    complete,
    seed,
    method,
    levels: [...LEVELS],
    distributions: distributionsOf(network, drawn),
    perGigawattRows: drawn.figuresOfRow.get(PER_GIGAWATT) ?? 0,
    unknownDeals: unknownDeals(drawn),
    pointLevel: below / table.draws,
    ...figuresOfDraws(drawn, table, point),
    ...convergenceOf(table, gross),
  };
  return { ...result, receipt: receiptFor(network, askedOf(scenario, seed), hashed(result)) };
};
