import { dollarGraph, transpose, type WeightedGraph } from './dollar-graph.ts';
import type { Measure } from './measure.ts';

/** Every edge seen from both ends: the weights of a graph without directions. */
export interface BothWays {
  readonly outgoing: WeightedGraph;
  readonly incoming: WeightedGraph;
}

const sums = ({ size, start, weight }: WeightedGraph): Float64Array => {
  const total = new Float64Array(size);
  for (let i = 0; i < size; i++) {
    for (let k = start[i]!; k < start[i + 1]!; k++) total[i]! += weight[k]!;
  }
  return total;
};

const dot = (a: Float64Array, b: Float64Array): number => {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
};

/** result = (diag(degree) - W - W^T) x. */
const applyLaplacian = (
  { outgoing, incoming }: BothWays,
  degree: Float64Array,
  x: Float64Array,
  result: Float64Array,
): void => {
  for (let i = 0; i < x.length; i++) {
    let sum = degree[i]! * x[i]!;
    for (let k = outgoing.start[i]!; k < outgoing.start[i + 1]!; k++) {
      sum -= outgoing.weight[k]! * x[outgoing.column[k]!]!;
    }
    for (let k = incoming.start[i]!; k < incoming.start[i + 1]!; k++) {
      sum -= incoming.weight[k]! * x[incoming.column[k]!]!;
    }
    result[i] = sum;
  }
};

/** Number of the piece that each row belongs to, edges taken without direction. */
const pieces = ({ outgoing, incoming }: BothWays): Int32Array => {
  const piece = new Int32Array(outgoing.size).fill(-1);
  const waiting: number[] = [];
  let count = 0;
  for (let root = 0; root < outgoing.size; root++) {
    if (piece[root]! >= 0) continue;
    piece[root] = count;
    waiting.push(root);
    for (let row = waiting.pop(); row !== undefined; row = waiting.pop()) {
      for (const side of [outgoing, incoming]) {
        for (let k = side.start[row]!; k < side.start[row + 1]!; k++) {
          const other = side.column[k]!;
          if (piece[other]! >= 0) continue;
          piece[other] = count;
          waiting.push(other);
        }
      }
    }
    count += 1;
  }
  return piece;
};

const TOLERANCE = 1e-15;

/**
 * Solve (diag(u) - W - W^T) h = v for a v that sums to 0 over every piece, by conjugate gradients with
 * the diagonal as preconditioner; h is fixed up to a constant per piece.
 */
export const solveLaplacian = (sides: BothWays, v: Float64Array): Float64Array => {
  const { size } = sides.outgoing;
  const into = sums(sides.incoming);
  const degree = sums(sides.outgoing).map((out, i) => out + into[i]!);
  const h = new Float64Array(size);
  const r = v.slice();
  const z = r.map((value, i) => (degree[i]! > 0 ? value / degree[i]! : 0));
  const p = z.slice();
  const image = new Float64Array(size);
  let rho = dot(r, z);
  const first = rho;
  for (let step = 0; step < 10 * size + 100 && rho > TOLERANCE * TOLERANCE * first; step++) {
    applyLaplacian(sides, degree, p, image);
    const curve = dot(p, image);
    if (!(curve > 0)) break;
    const length = rho / curve;
    for (let i = 0; i < size; i++) {
      h[i]! += length * p[i]!;
      r[i]! -= length * image[i]!;
      z[i] = degree[i]! > 0 ? r[i]! / degree[i]! : 0;
    }
    const next = dot(r, z);
    for (let i = 0; i < size; i++) p[i] = z[i]! + (next / rho) * p[i]!;
    rho = next;
  }
  return h;
};

/**
 * Trophic levels h: (diag(u) - W - W^T) h = in - out, u = in + out strength; the lowest row of every piece
 * of the graph stands at 0. An edge of a perfectly layered graph rises by 1.
 *
 * MacKay, Johnson and Sansom, How directed is a directed network?, Royal Society Open Science 7 (2020).
 */
export const trophicLevelsOf = (graph: WeightedGraph): Float64Array => {
  const sides = { outgoing: graph, incoming: transpose(graph) };
  const into = sums(sides.incoming);
  const imbalance = sums(graph).map((out, i) => into[i]! - out);
  const h = solveLaplacian(sides, imbalance);
  const piece = pieces(sides);
  const lowest = new Float64Array(graph.size).fill(Number.POSITIVE_INFINITY);
  h.forEach((level, i) => {
    lowest[piece[i]!] = Math.min(lowest[piece[i]!]!, level);
  });
  return h.map((level, i) => level - lowest[piece[i]!]!);
};

/**
 * Trophic incoherence F0 = sum W_ij (h_j - h_i - 1)² / sum W: 0 where all flows in layers, 1 where it
 * has no direction at all. Null without edges.
 */
export const trophicIncoherenceOf = (graph: WeightedGraph): number | null => {
  const h = trophicLevelsOf(graph);
  let gross = 0;
  let gap = 0;
  for (let i = 0; i < graph.size; i++) {
    for (let k = graph.start[i]!; k < graph.start[i + 1]!; k++) {
      gross += graph.weight[k]!;
      gap += graph.weight[k]! * (h[graph.column[k]!]! - h[i]! - 1) ** 2;
    }
  }
  return gross === 0 ? null : gap / gross;
};

export const trophicLevel: Measure = {
  id: 'trophic-level',
  title: { en: 'Trophic level', zh: '营养级' },
  unit: 'none',
  convention:
    'How far down the stream of payments the firm stands: an edge rises by 1 where money flows in ' +
    'layers; the lowest firm of every connected piece is 0; dollars of the chosen layers, payer to ' +
    'payee, parallel deals summed.',
  source: 'MacKay, Johnson and Sansom 2020',
  parameters: {},
  fn: (network, { layers } = {}) => trophicLevelsOf(dollarGraph(network, layers)),
};
