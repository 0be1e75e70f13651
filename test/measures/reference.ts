import { readFileSync } from 'node:fs';
import { type Csr, type Entry, toCsr } from '../../src/measures/dollar-graph.ts';

export interface CentralityCase {
  readonly graph: Csr;
  readonly edges: readonly Entry[];
  readonly values: Readonly<
    Record<'pagerank' | 'hubs' | 'authorities' | 'eigenvector' | 'betweenness', readonly number[]>
  >;
}

/** A graph with centralities computed elsewhere; provenance and conventions stand in the file. */
export const centralityCase = (name: 'karate' | 'random200'): CentralityCase => {
  const file = new URL(`../reference/centrality-${name}.json`, import.meta.url);
  const { size, tails, heads, weights, values } = JSON.parse(readFileSync(file, 'utf8'));
  const edges: Entry[] = tails.map((tail: number, k: number) => [tail, heads[k], weights[k]]);
  return { graph: toCsr(size, edges), edges, values };
};

/** Largest relative difference of two vectors, entry by entry; entries that should be 0 absolutely. */
export const relativeGap = (got: ArrayLike<number>, wanted: ArrayLike<number>): number => {
  if (got.length !== wanted.length) return Number.POSITIVE_INFINITY;
  return Math.max(
    ...Array.from(got, (value, i) => Math.abs(value - wanted[i]!) / (Math.abs(wanted[i]!) || 1)),
  );
};
