import { resolveParameters } from '../contagion/parameter.ts';
import { ScenarioError } from '../errors.ts';
import type { Network } from '../network/graph.ts';
import type { DealKind } from '../network/schema.ts';
import { ENGINE_VERSION, networkHash, shortHash } from '../receipt.ts';
import { findById } from '../scenario/find-by-id.ts';
import { dollarGraph, LAYERS } from './dollar-graph.ts';
import type { Measure } from './measure.ts';
import { MEASURES } from './measures.ts';
import type { RankedFirm, Ranking } from './ranking.ts';

export interface RankOptions {
  /** Ids of measures; the first one ranks, the others stand beside it. */
  readonly by: readonly string[];
  /** Kinds of deals that make the graph; all three by default. */
  readonly layers?: readonly DealKind[];
  /** By `measure.parameter`, such as `pagerank.damping`. */
  readonly parameters?: Readonly<Record<string, number>>;
}

/** Scores tie when they differ by less than this share of the larger one. */
const TIE = 1e-9;

const measureOf = (id: string): Measure => findById(MEASURES, id, 'measure');

const checkLayers = (layers: readonly string[]): void => {
  const stranger = layers.find((layer) => !LAYERS.some((known) => known === layer));
  if (layers.length > 0 && stranger === undefined) return;
  throw new ScenarioError({
    where: 'layers',
    found: stranger === undefined ? 'none' : JSON.stringify(stranger),
    expected: `some of ${LAYERS.join(', ')}`,
  });
};

/** Parameters of the measures asked for, by `measure.parameter`, defaults filled in. */
const parametersOf = (
  measures: readonly Measure[],
  given: Readonly<Record<string, number>>,
): Record<string, number> => {
  const table = Object.fromEntries(
    measures.flatMap(({ id, parameters }) =>
      Object.entries(parameters).map(([name, parameter]) => [`${id}.${name}`, parameter]),
    ),
  );
  return resolveParameters(table, given) as Record<string, number>;
};

/** Those of one measure, under their own names. */
const ownParameters = ({ id, parameters }: Measure, all: Readonly<Record<string, number>>) =>
  Object.fromEntries(Object.keys(parameters).map((name) => [name, all[`${id}.${name}`]!]));

/** Best first; those that tie share the smaller rank and stand by id; unranked ones come last. */
const inOrder = (
  firms: readonly { readonly id: string; readonly scores: Record<string, number> }[],
  first: string,
  isRanked: (id: string) => boolean,
): RankedFirm[] => {
  const score = (index: number): number => sorted[index]!.scores[first]!;
  const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1);
  const sorted = firms
    .filter(({ id }) => isRanked(id))
    .sort((a, b) => b.scores[first]! - a.scores[first]!);
  const ranked: RankedFirm[] = [];
  for (let start = 0, end = 0; start < sorted.length; start = end) {
    const leader = score(start);
    while (end < sorted.length && leader - score(end) <= TIE * leader) end++;
    const tied = sorted.slice(start, end).sort(byId);
    for (const { id, scores } of tied) ranked.push({ id, rank: start + 1, scores });
  }
  const unranked = firms.filter(({ id }) => !isRanked(id)).sort(byId);
  return [...ranked, ...unranked.map(({ id, scores }) => ({ id, rank: null, scores }))];
};

/** Hash of ranks and of scores to ten digits, what any machine agrees on. */
const resultHash = (firms: readonly RankedFirm[]): string =>
  shortHash(
    firms.map(({ id, rank: place, scores }) => [
      id,
      place,
      ...Object.values(scores).map((score) => Number(score.toPrecision(10))),
    ]),
  );

/**
 * Rank firms by a measure, with other measures beside it.
 *
 * Highest score first; scores within a relative 1e-9 of the best of their group share its rank
 * (1, 2, 2, 4) and stand by id. A firm that stands for many (`aggregate`) is scored, never ranked.
 *
 * @throws ScenarioError for an unknown measure, layer or parameter
 */
export const rank = (network: Network, options: RankOptions): Ranking => {
  const { by, layers = LAYERS, parameters: given = {} } = options;
  if (by.length === 0) {
    throw new ScenarioError({ where: 'measures', found: 'none', expected: 'at least one' });
  }
  checkLayers(layers);
  const measures = [...new Set(by)].map(measureOf);
  const parameters = parametersOf(measures, given);
  const columns = measures.map((measure) =>
    measure.fn(network, { layers, parameters: ownParameters(measure, parameters) }),
  );
  const firms = network.nodes().map((id, index) => ({
    id,
    scores: Object.fromEntries(measures.map(({ id }, column) => [id, columns[column]![index]!])),
  }));
  const ranked = inOrder(
    firms,
    measures[0]!.id,
    (id) => network.getNodeAttribute(id, 'aggregate') !== true,
  );
  return {
    version: 1,
    receipt: {
      engine: `chained-boats ${ENGINE_VERSION}`,
      network: {
        name: network.getAttribute('name'),
        asOf: network.getAttribute('asOf'),
        hash: networkHash(network),
      },
      by: measures.map(({ id }) => id),
      layers: [...layers],
      parameters,
      resultHash: resultHash(ranked),
    },
    measures: measures.map(({ id, title, unit, convention, source }) => ({
      id,
      title: { ...title },
      unit,
      convention,
      source,
    })),
    firms: ranked,
    leftOut: [...dollarGraph(network, layers).leftOut],
  };
};
