import { ScenarioError } from '../../base/errors.ts';
import type { Network } from '../../data/graph.ts';
import type { Scenario } from '../../scenario/schema.ts';
import type { Indices, Target } from '../sensitivity/sensitivity-schema.ts';
import { checkDistributed } from './check-distributed.ts';
import { columnOf } from './draw-figures.ts';
import { type DrawnWeb, drawnWeb } from './drawn-web.ts';
import { groupsOf, type IndexPlan, runsPerRow } from './index-plan.ts';
import { type DrawWork, runDraws } from './run-draws.ts';
import { type GroupIndices, sobolIndices } from './sobol-indices.ts';

const BATCHES = 8;
const [LEAST, MOST] = [16, 65_536];

/**
 * @throws ScenarioError for a number of rows that no batch of Sobol' points can have, a seed that is no whole
 *         number, or a network without distributions
 */
export const varianceSharePlan = (network: Network, rows: number, seed: number): IndexPlan => {
  checkDistributed(network);
  if (!Number.isInteger(Math.log2(rows)) || rows < LEAST || rows > MOST) {
    const expected = `a power of two, ${LEAST} to ${MOST}`;
    throw new ScenarioError({ where: 'sobol', found: String(rows), expected });
  }
  if (!Number.isInteger(seed) || seed < 0) {
    const expected = 'a whole number, at least 0';
    throw new ScenarioError({ where: 'seed', found: String(seed), expected });
  }
  return { rows, seed, batches: BATCHES };
};

/** The figures of a draw that add up to a target. */
const columnsOf = (target: Target, { compiled }: DrawnWeb): number[] => {
  const { web, derivation } = compiled;
  const place = (firm: string): number => web.firms.indexOf(firm);
  switch (target.kind) {
    case 'gross-loss':
      return [columnOf.total('grossLossUsd')];
    case 'owners-loss':
      return [columnOf.total('ownersLossUsd')];
    case 'firm-loss':
      return [columnOf.firm(place(target.firm), 'lossUsd')];
    case 'layer-loss':
      return derivation.layers.flatMap((layer, i) =>
        layer === target.layer ? [columnOf.firm(i, 'lossUsd')] : [],
      );
    case 'gap':
      return [
        target.firm === null
          ? columnOf.total('gapUsd')
          : columnOf.firm(place(target.firm), 'gapUsd'),
      ];
  }
};

const named = (
  names: readonly string[],
  groups: readonly GroupIndices[],
  figuresOfRow: ReadonlyMap<string, number>,
): NonNullable<Indices['groups']> =>
  groups
    .map((group, at) => ({ row: names[at]!, figures: figuresOfRow.get(names[at]!) ?? 0, ...group }))
    .sort((one, other) => other.total - one.total || (one.row < other.row ? -1 : 1));

/**
 * What of the spread of a target is due to what, while everything is drawn as `uncertainty` draws it: Sobol'
 * indices of the funding climate and of every row of the table of distributions, all figures of a row together.
 *
 * The climate and what each row adds of its own are independent, so the shares are well defined although the
 * figures correlate. First shares that sum to less than 1 leave the rest to inputs that work together.
 *
 * @returns ended early, of the rows that were done
 * @throws ScenarioError, ModelError as `uncertainty`
 */
export const varianceShares = async (
  network: Network,
  scenario: Scenario,
  target: Target,
  plan: IndexPlan,
  work: DrawWork = {},
): Promise<Indices> => {
  const drawn = drawnWeb(network, scenario);
  const { names } = groupsOf(drawn);
  const perRow = runsPerRow(names.length);
  const { columns, made, counted, complete } = await runDraws(
    network,
    scenario,
    { kind: 'indices', plan, columns: columnsOf(target, drawn) },
    { count: plan.rows * perRow, width: 1 },
    work,
  );
  const values = columns.map((usd, run) => (counted[run] ? usd : Number.NaN));
  const found = sobolIndices(values, names.length, plan.batches);
  const known = found.rows > 0;
  return {
    seed: plan.seed,
    asked: plan.rows,
    rows: found.rows,
    runs: made.reduce((sum, one) => sum + one, 0),
    complete,
    meanUsd: known ? found.mean : null,
    standardDeviationUsd: known ? Math.sqrt(found.variance) : null,
    groups: found.groups && named(names, found.groups, drawn.figuresOfRow),
  };
};
