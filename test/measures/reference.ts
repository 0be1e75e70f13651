import { readFileSync } from 'node:fs';
import { type Entry, toCsr, type WeightedGraph } from '../../src/measures/dollar-graph.ts';

type Values =
  | 'pagerank'
  | 'personalisedPagerank'
  | 'hubs'
  | 'authorities'
  | 'eigenvector'
  | 'katz'
  | 'betweenness'
  | 'betweennessUnweighted'
  | 'closeness'
  | 'closenessInComponent'
  | 'harmonic'
  | 'closenessUnweighted'
  | 'closenessInComponentUnweighted'
  | 'harmonicUnweighted'
  | 'outStrength'
  | 'inStrength'
  | 'coreness'
  | 'sccLabel'
  | 'leidenMembership';

export interface CentralityCase {
  readonly graph: WeightedGraph;
  /** The same edges, all of weight 1. */
  readonly unweighted: WeightedGraph;
  readonly edges: readonly Entry[];
  readonly lambda: number;
  readonly katzAlpha: number;
  readonly leidenModularity: number;
  readonly values: Readonly<Record<Values, readonly number[]>>;
}

/** A graph with centralities computed elsewhere; provenance and conventions stand in the file. */
export const centralityCase = (name: 'karate' | 'random200'): CentralityCase => {
  const file = new URL(`../reference/centrality-${name}.json`, import.meta.url);
  const { size, tails, heads, weights, ...rest } = JSON.parse(readFileSync(file, 'utf8'));
  const edges: Entry[] = tails.map((tail: number, k: number) => [tail, heads[k], weights[k]]);
  const unweighted = toCsr(
    size,
    edges.map(([tail, head]): Entry => [tail, head, 1]),
  );
  return { ...rest, graph: toCsr(size, edges), unweighted, edges };
};

interface CircularityCase {
  readonly n: number;
  readonly edges: readonly Entry[];
  readonly io: Readonly<
    Record<
      'final_demand' | 'output' | 'upstreamness' | 'downstreamness' | 'influence_vector',
      readonly number[]
    >
  > & { readonly influence_alpha: number };
  readonly sinkrank: readonly number[];
  readonly trophic_levels: readonly number[];
  readonly trophic_incoherence_F0: number;
  readonly [index: string]: unknown;
}

export const CIRCULARITY_CASES = ['hand6', 'vendor5', 'random50'] as const;

/** A web of payments with circularity and input-output measures computed elsewhere. */
export const circularityCase = (name: (typeof CIRCULARITY_CASES)[number]): CircularityCase => {
  const file = new URL('../reference/circularity.json', import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8')).cases[name];
};

/** Largest relative difference of two vectors, entry by entry; entries that should be 0 absolutely. */
export const relativeGap = (got: ArrayLike<number>, wanted: ArrayLike<number>): number => {
  if (got.length !== wanted.length) return Number.POSITIVE_INFINITY;
  return Math.max(
    ...Array.from(got, (value, i) => Math.abs(value - wanted[i]!) / (Math.abs(wanted[i]!) || 1)),
  );
};
