import * as z from 'zod/mini';
import { DataError, ModelError } from '../../base/errors.ts';
import { type MaxLinear, maxLinear } from '../../numerics/fixed-point/max-linear.ts';
import { type Csr, compressRows } from '../../numerics/sparse/csr.ts';
import { type Entries, type MatrixInput, matrixSchema, readEntries } from '../problem/entries.ts';
import { parametersSchema, vectorSchema } from '../problem/problem-fields.ts';
import { readTable } from '../problem/table.ts';
import { readVector } from '../problem/vector.ts';

/**
 * How much industries need each other's goods, dense or as `[input industry, using industry, need]`:
 * 0 irrelevant, 1 missed in proportion, 2 nothing goes without it. Pairs that are left away are 0.
 *
 * @param industries  number of industries
 * @returns           need of input industry k in industry l at k * industries + l
 * @throws DataError for another shape, another need, or a pair that has two
 */
const readEssentiality = (input: MatrixInput, industries: number): Uint8Array => {
  const where = 'essentiality';
  const { row, column, amount } = readTable(where, input, {
    rows: industries,
    columns: industries,
  });
  const needs = new Uint8Array(industries * industries);
  amount.forEach((need, at) => {
    const pair = row[at]! * industries + column[at]!;
    const found = `${need} for input ${row[at]} in industry ${column[at]}`;
    if (need !== 1 && need !== 2) throw new DataError({ where, found, expected: '0, 1 or 2' });
    if (needs[pair] !== 0) throw new DataError({ where, found, expected: 'one need for a pair' });
    needs[pair] = need;
  });
  return needs;
};

export const esriProblemSchema = z.strictObject({
  /** [supplier, customer, amount] or dense with a row per supplier. */
  links: matrixSchema,
  /** Industry of each firm, whole numbers from 0. */
  industry: vectorSchema,
  /** [input industry, using industry, need] or dense; need 0: none, 1: in proportion, 2: essential. */
  essentiality: matrixSchema,
  /** Per scenario, the share of its capacity that each firm keeps; left away: each firm closes in turn. */
  capacities: z.optional(z.union([vectorSchema, z.readonly(z.array(vectorSchema))])),
  /** Sales of each firm also outside the network, at least its sales in it. */
  revenues: z.optional(vectorSchema),
  /** Costs of each firm also outside the network, at least its purchases in it. */
  costs: z.optional(vectorSchema),
  /** Importance of each firm in the scores; left away: its sales in the network. */
  weights: z.optional(vectorSchema),
  parameters: parametersSchema,
});

export type EsriProblem = z.infer<typeof esriProblemSchema>;

/** A supply network as two maps of losses, one per direction. */
export interface SupplyWeb {
  readonly size: number;
  readonly industries: number;
  readonly industry: Int32Array;
  /** Sales of each firm in the network, in the currency of the problem. */
  readonly sales: Float64Array;
  /** Loss of a customer from the losses of its suppliers: a group per essential input, one for the rest. */
  readonly down: MaxLinear;
  /** Loss of a supplier from the losses of its customers: one group. */
  readonly up: MaxLinear;
  /** The same as rows: share of a supplier's sales that each customer buys. */
  readonly customers: Csr;
  /** Shares of the firms in the scores, summing to 1, or all 0. */
  readonly weights: Float64Array;
}

const readIndustry = (values: readonly number[]): Int32Array => {
  values.forEach((value, i) => {
    if (Number.isInteger(value) && value >= 0 && value <= 1e6) return;
    const expected = 'a whole number from 0';
    throw new DataError({ where: `industry[${i}]`, found: String(value), expected });
  });
  return Int32Array.from(values);
};

/** `values`, or `least` where they are left away. */
const atLeast = (where: string, values: readonly number[] | undefined, least: Float64Array) => {
  if (values === undefined) return least;
  const given = readVector(where, values, { size: least.length, min: 0 });
  given.forEach((value, i) => {
    if (value >= least[i]! * (1 - 1e-12)) return;
    const expected = `at least ${least[i]}, what the links of the firm sum to`;
    throw new ModelError({ where: `${where}[${i}]`, found: String(value), expected });
  });
  return given;
};

const ESSENTIAL = 2;

const downForms = (
  { row: supplier, column: customer, amount }: Entries,
  industry: Int32Array,
  { industries, needs, bought, costs }: DownFacts,
): MaxLinear => {
  const ofInput = new Map<number, number>();
  const inputOf = (at: number): number => customer[at]! * industries + industry[supplier[at]!]!;
  for (let at = 0; at < amount.length; at++) {
    ofInput.set(inputOf(at), (ofInput.get(inputOf(at)) ?? 0) + amount[at]!);
  }
  const entries = Array.from(amount, (usd, at) => {
    const [i, j] = [supplier[at]!, customer[at]!];
    const isEssential = needs[industry[i]! * industries + industry[j]!] === ESSENTIAL;
    const whole = isEssential ? ofInput.get(inputOf(at))! : bought[j]!;
    const scale = costs[j]! > 0 ? bought[j]! / costs[j]! : 1;
    const group = isEssential ? industry[i]! : -1;
    return { row: j, group, column: i, weight: (usd / whole) * scale };
  });
  const counts = entries.filter(
    (_, at) => needs[industry[supplier[at]!]! * industries + industry[customer[at]!]!] !== 0,
  );
  return maxLinear(industry.length, counts);
};

interface DownFacts {
  readonly industries: number;
  readonly needs: Uint8Array;
  readonly bought: Float64Array;
  readonly costs: Float64Array;
}

/** @throws DataError, ModelError for a matrix or vector that isn't what it should be */
export const readSupplyWeb = (problem: EsriProblem): SupplyWeb => {
  const industry = readIndustry(problem.industry);
  const size = industry.length;
  const industries = industry.reduce((most, k) => Math.max(most, k + 1), 0);
  const needs = readEssentiality(problem.essentiality, industries);
  const links = readEntries('links', problem.links, size);
  const { row: supplier, column: customer, amount } = links;
  const sales = new Float64Array(size);
  const bought = new Float64Array(size);
  for (let at = 0; at < amount.length; at++) {
    sales[supplier[at]!]! += amount[at]!;
    bought[customer[at]!]! += amount[at]!;
  }
  const revenues = atLeast('revenues', problem.revenues, sales);
  const costs = atLeast('costs', problem.costs, bought);
  const share = amount.map((usd, at) => usd / revenues[supplier[at]!]!);
  const upForms = Array.from(share, (weight, at) => ({
    row: supplier[at]!,
    group: 0,
    column: customer[at]!,
    weight,
  }));
  const weights = problem.weights
    ? readVector('weights', problem.weights, { size, min: 0 })
    : sales;
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return {
    size,
    industries,
    industry,
    sales,
    down: downForms(links, industry, { industries, needs, bought, costs }),
    up: maxLinear(size, upForms),
    customers: compressRows(supplier, customer, share, size),
    weights: weights.map((weight) => (total > 0 ? weight / total : 0)),
  };
};
