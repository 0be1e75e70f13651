import { ScenarioError } from '../../base/errors.ts';
import { type LongWork, workThrough } from '../../base/long-work.ts';
import type { Network } from '../../data/graph.ts';
import { type Entry, toCsr } from '../../measures/dollar-graph.ts';
import { randomFrom } from '../../numerics/random/random.ts';
import type { Circularity } from './circularity-document.ts';
import { type Payment, paymentsOf } from './payments.ts';
import { INDEX_IDS, INDICES } from './web-indices.ts';

/** A payment of known dollars. */
type Known = Pick<Payment, 'payer' | 'payee' | 'layer'> & { readonly usd: number };

/** Exchanges tried per payment: each payment meets several others. */
const TURNS = 20;

/**
 * A random web in which every firm pays and is paid what it is in fact, layer by layer.
 *
 * Two payments of one layer, a to b and c to d, exchange payees for the smaller of their dollars: then a
 * pays d and c pays b that much. Nobody's sums change; payments to oneself are refused. Twenty such
 * exchanges are tried per payment. Same seed, same web.
 *
 * The idea is the rewiring of Maslov and Sneppen (Science 296, 2002), with dollars in place of degrees.
 */
export const nullWeb = (payments: readonly Known[], seed: number): readonly Known[] => {
  const draw = randomFrom(seed);
  const layers = new Map<string, { payer: number; payee: number; usd: number }[]>();
  for (const { payer, payee, layer, usd } of payments) {
    const own = layers.get(layer) ?? [];
    own.push({ payer, payee, usd });
    layers.set(layer, own);
  }
  for (const own of layers.values()) {
    const turns = TURNS * own.length;
    for (let turn = 0; turn < turns && own.length > 1; turn++) {
      const one = own[Math.floor(draw() * own.length)]!;
      const other = own[Math.floor(draw() * own.length)]!;
      if (one === other || one.payer === other.payee || other.payer === one.payee) continue;
      const [large, small] = one.usd >= other.usd ? [one, other] : [other, one];
      const rest = large.usd - small.usd;
      if (rest > 0) own.push({ payer: large.payer, payee: large.payee, usd: rest });
      const payee = large.payee;
      large.usd = small.usd;
      large.payee = small.payee;
      small.payee = payee;
    }
  }
  return [...layers].flatMap(([layer, own]) =>
    own.map((payment) => ({ ...payment, layer: layer as Known['layer'] })),
  );
};

export interface NullOptions extends LongWork {
  /** How many random webs; at least 2. */
  readonly webs: number;
  readonly seed?: number;
}

const checkCount = (webs: number): void => {
  if (Number.isInteger(webs) && webs >= 2 && webs <= 100_000) return;
  throw new ScenarioError({
    where: 'random webs',
    found: String(webs),
    expected: 'a whole number, 2 to 100000',
  });
};

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** Rounding of an index is no difference. */
const SAME = 1e-9;

/**
 * Each index of the web beside the same index of random webs of the same strengths (`nullWeb`), since a
 * random web is circular too: mean, standard deviation, z = (index - mean) / sd, and the part of random
 * webs whose index is not above it (ties count half).
 *
 * @returns the document with `randomWebs` filled; ended early it holds those that were drawn
 * @throws ScenarioError for fewer than 2 webs
 */
export const besideRandomWebs = async (
  network: Network,
  document: Circularity,
  { webs, seed = 1, ...follow }: NullOptions,
): Promise<Circularity> => {
  checkCount(webs);
  const { basis, year } = document.receipt;
  const known = paymentsOf(network, basis, year).flatMap((payment) =>
    payment.usd === null ? [] : [{ ...payment, usd: payment.usd }],
  );
  const drawn = INDEX_IDS.map((): number[] => []);
  const { done, complete } = await workThrough(
    webs,
    (index) => {
      const random = nullWeb(known, seed + index);
      const graph = toCsr(
        network.order,
        random.map(({ payer, payee, usd }): Entry => [payer, payee, usd]),
      );
      INDEX_IDS.forEach((id, at) => {
        const value = INDICES[id](graph);
        if (value !== null) drawn[at]!.push(value);
      });
    },
    follow,
  );
  const indices = document.indices.map(({ id, value }) => {
    const values = drawn[INDEX_IDS.indexOf(id)]!;
    if (value === null || values.length < 2)
      return { id, mean: null, sd: null, z: null, quantile: null };
    const mean = meanOf(values);
    const sd = Math.sqrt(
      values.reduce((sum, drawnValue) => sum + (drawnValue - mean) ** 2, 0) / (values.length - 1),
    );
    const below = values.filter((drawnValue) => drawnValue < value - SAME).length;
    const ties = values.filter((drawnValue) => Math.abs(drawnValue - value) <= SAME).length;
    return {
      id,
      mean,
      sd,
      z: sd > SAME ? (value - mean) / sd : null,
      quantile: (below + ties / 2) / values.length,
    };
  });
  return { ...document, randomWebs: { webs: done, asked: webs, seed, complete, indices } };
};
