import { tenDigits } from '../../base/agreed-digits.ts';
import { ScenarioError } from '../../base/errors.ts';
import { findById } from '../../base/find-by-id.ts';
import { resolveParameters } from '../../base/parameter.ts';
import type { Network } from '../../data/graph.ts';
import type { DealKind } from '../../data/schema.ts';
import { dollarGraph, LAYERS } from '../../measures/dollar-graph.ts';
import type { Measure } from '../../measures/measure.ts';
import { MEASURES } from '../../measures/measures.ts';
import { findFirm } from '../../scenario/find.ts';
import { originOf, shortHash } from '../../scenario/receipt.ts';
import type { RankedFirm, Ranking } from './ranking.ts';

export interface RankOptions {
  /** Ids of measures; the first one ranks, the others stand beside it. */
  readonly by: readonly string[];
  /** Kinds of deals that make the graph; all three by default. */
  readonly layers?: readonly DealKind[];
  /** By `measure.parameter`, such as `pagerank.damping`. */
  readonly parameters?: Readonly<Record<string, number>>;
  /** Firm from which measures of one firm's view look: `personalised-pagerank`. */
  readonly from?: string;
}

type Scores = Record<string, number | null>;

/** Scores tie when they differ by less than this share of the larger one. */
const TIE = 1e-9;

const measureOf = (id: string): Measure => findById(MEASURES, id, 'measure');

const checkRanks = ({ id, unit }: Measure): void => {
  if (unit !== 'group') return;
  throw new ScenarioError({
    where: 'measures',
    found: `${JSON.stringify(id)} first`,
    expected: 'a score to rank by: this one only names groups',
    hint: `Put a score before it, as in pagerank,${id}.`,
  });
};

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

const knownOrNull = (score: number): number | null => (Number.isNaN(score) ? null : score);

/** Best first; those that tie share the smaller rank and stand by id; unranked ones come last. */
const inOrder = (
  firms: readonly { readonly id: string; readonly scores: Scores }[],
  first: string,
  mayRank: (id: string) => boolean,
): RankedFirm[] => {
  const isRanked = ({ id, scores }: { id: string; scores: Scores }): boolean =>
    mayRank(id) && scores[first] !== null;
  const score = (index: number): number => sorted[index]!.scores[first]!;
  const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1);
  const sorted = firms.filter(isRanked).sort((a, b) => b.scores[first]! - a.scores[first]!);
  const ranked: RankedFirm[] = [];
  for (let start = 0, end = 0; start < sorted.length; start = end) {
    const leader = score(start);
    while (end < sorted.length && leader - score(end) <= TIE * Math.abs(leader)) end++;
    const tied = sorted.slice(start, end).sort(byId);
    for (const { id, scores } of tied) ranked.push({ id, rank: start + 1, scores });
  }
  const unranked = firms.filter((firm) => !isRanked(firm)).sort(byId);
  return [...ranked, ...unranked.map(({ id, scores }) => ({ id, rank: null, scores }))];
};

/** Hash of ranks and of scores to ten digits, what any machine agrees on. */
const resultHash = (firms: readonly RankedFirm[]): string =>
  shortHash(
    firms.map(({ id, rank: place, scores }) => [
      id,
      place,
      ...Object.values(scores).map(tenDigits),
    ]),
  );

/**
 * Rank firms by a measure, with other measures beside it.
 *
 * Highest score first; scores within a relative 1e-9 of the best of their group share its rank
 * (1, 2, 2, 4) and stand by id. A firm that stands for many (`aggregate`) is scored, never ranked; one
 * whose score is unknown (null) is not ranked either.
 *
 * @throws ScenarioError for an unknown measure, layer, parameter or firm, or for groups as a rank
 * @throws ModelError where a measure has no answer for this network
 */
export const rank = (network: Network, options: RankOptions): Ranking => {
  const { by, layers = LAYERS, parameters: given = {}, from: home } = options;
  if (by.length === 0) {
    throw new ScenarioError({ where: 'measures', found: 'none', expected: 'at least one' });
  }
  checkLayers(layers);
  const measures = [...new Set(by)].map(measureOf);
  checkRanks(measures[0]!);
  const from = home === undefined ? {} : { from: findFirm(network, home, 'from') };
  const parameters = parametersOf(measures, given);
  const columns = measures.map((measure) =>
    measure.fn(network, { layers, parameters: ownParameters(measure, parameters), ...from }),
  );
  const firms = network.nodes().map((id, index) => ({
    id,
    scores: Object.fromEntries(
      measures.map(({ id }, column) => [id, knownOrNull(columns[column]![index]!)]),
    ),
  }));
  const ranked = inOrder(
    firms,
    measures[0]!.id,
    (id) => network.getNodeAttribute(id, 'aggregate') !== true,
  );
  return {
    version: 1,
    receipt: {
      ...originOf(network),
      by: measures.map(({ id }) => id),
      layers: [...layers],
      parameters,
      ...from,
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
