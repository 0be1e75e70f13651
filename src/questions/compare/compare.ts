import { ChainError, ScenarioError } from '../../base/errors.ts';
import { findById } from '../../base/find-by-id.ts';
import type { Network } from '../../data/graph.ts';
import { shockArrays } from '../../models/chained-boats/shocks.ts';
import { compileWeb, fillDefaults } from '../../models/chained-boats/simulate.ts';
import type { Adapter, Reading } from '../../models/on-web/adapter.ts';
import { ADAPTERS } from '../../models/on-web/adapters.ts';
import { type HitWeb, hitWeb } from '../../models/on-web/hit-web.ts';
import { kendall } from '../../numerics/rank-correlation/kendall.ts';
import { spearman } from '../../numerics/rank-correlation/spearman.ts';
import { checkScenario } from '../../scenario/check.ts';
import { originOf, shortHash } from '../../scenario/receipt.ts';
import type { Scenario } from '../../scenario/schema.ts';
import type { ComparedFirm, ComparedModel, Comparison, RankCorrelation } from './comparison.ts';

export interface CompareOptions {
  /** Ids of columns, in that order; all of them by default. */
  readonly models?: readonly string[];
}

const adapterOf = (id: string): Adapter => findById(ADAPTERS, id, 'models');

const chosen = (ids: readonly string[] | undefined): readonly Adapter[] => {
  if (ids === undefined) return ADAPTERS;
  if (ids.length > 0) return [...new Set(ids)].map(adapterOf);
  throw new ScenarioError({ where: 'models', found: 'none', expected: 'at least one' });
};

type Answer = Reading | { readonly refused: string };

/** A web on which a model isn't defined leaves its column empty; the others still have theirs. */
const answerOf = (adapter: Adapter, hit: HitWeb): Answer => {
  try {
    return adapter.read(hit);
  } catch (error) {
    if (error instanceof ChainError) return { refused: error.message };
    throw error;
  }
};

const modelOf = (adapter: Adapter, answer: Answer): ComparedModel => {
  const { id, model, title, unit, maps, loses } = adapter;
  const settled = 'refused' in answer ? undefined : answer;
  return {
    id,
    model,
    title: { ...title },
    unit: { ...unit },
    maps: { ...maps },
    loses: { ...loses },
    converged: settled?.converged ?? false,
    residual: settled?.residual ?? null,
    refused: 'refused' in answer ? answer.refused : null,
  };
};

const spreadOf = (losses: readonly (number | null)[]): number | null => {
  const known = losses.filter((loss) => loss !== null);
  return known.length < 2 ? null : Math.max(...known) - Math.min(...known);
};

/** A smaller share is rounding: it ranks nobody above a firm that loses nothing. */
const TRACE = 1e-9;

const weighed = (loss: number | null | undefined): number | null =>
  loss == null ? null : loss < TRACE ? 0 : loss;

const correlationsOf = (
  firms: readonly ComparedFirm[],
  ids: readonly string[],
): RankCorrelation[] => {
  const ranked = firms.filter((firm) => firm.ranked);
  return ids.flatMap((one, at) =>
    ids.slice(at + 1).map((other): RankCorrelation => {
      const both = ranked.flatMap(({ losses }) => {
        const [left, right] = [weighed(losses[one]), weighed(losses[other])];
        return left === null || right === null ? [] : [{ left, right }];
      });
      const left = both.map((pair) => pair.left);
      const right = both.map((pair) => pair.right);
      return {
        models: [one, other],
        kendall: kendall(left, right),
        spearman: spearman(left, right),
        firms: both.length,
      };
    }),
  );
};

/** Nine digits: what any machine agrees on. */
const resultHash = (firms: readonly ComparedFirm[], ids: readonly string[]): string =>
  shortHash(
    firms.map(({ id, losses }) => [
      id,
      ...ids.map((model) => {
        const loss = losses[model] ?? null;
        return loss === null ? null : Number(loss.toFixed(9));
      }),
    ]),
  );

/**
 * Several models on one shock of the same web, each on its own part of the records.
 *
 * @returns a comparison document: per firm the share lost under each model and the spread, and per
 *          pair of models the rank correlation over the firms of known value
 * @throws ScenarioError for an unknown model and for shocks, deals or parameters as `simulate`
 * @throws ModelError where the records break the order of the chained-boats model
 */
export const compare = (
  network: Network,
  scenario: Scenario,
  options: CompareOptions = {},
): Comparison => {
  const adapters = chosen(options.models);
  checkScenario(network, scenario);
  const full = fillDefaults(scenario);
  const { web, derivation } = compileWeb(network, full);
  const hit = hitWeb(web, shockArrays(web, full.shocks, derivation.layers), derivation.layers);
  const answers = adapters.map((adapter) => answerOf(adapter, hit));
  const ids = adapters.map(({ id }) => id);
  const firms = web.firms.map((id, i): ComparedFirm => {
    const losses = answers.map((answer) =>
      'refused' in answer ? null : (answer.fractions[i] ?? null),
    );
    return {
      id,
      startValueUsd: web.startValueUsd[i]!,
      ranked: !Number.isNaN(web.valueUsd[i]!) && network.getNodeAttribute(id, 'aggregate') !== true,
      losses: Object.fromEntries(ids.map((model, at) => [model, losses[at]!])),
      spread: spreadOf(losses),
    };
  });
  return {
    version: 1,
    receipt: {
      ...originOf(network),
      scenario: full,
      resultHash: resultHash(firms, ids),
    },
    models: adapters.map((adapter, at) => modelOf(adapter, answers[at]!)),
    firms,
    correlations: correlationsOf(firms, ids),
  };
};
