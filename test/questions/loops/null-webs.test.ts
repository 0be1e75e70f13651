import { expect, test } from 'vitest';
import { ScenarioError } from '../../../src/base/errors.ts';
import { circularity } from '../../../src/questions/loops/circularity.ts';
import { circularitySchema } from '../../../src/questions/loops/circularity-document.ts';
import { besideRandomWebs, nullWeb } from '../../../src/questions/loops/null-indices.ts';
import { equity, makeNetwork, order } from '../../measures/make-network.ts';
import { circularityCase } from '../../measures/reference.ts';

const reference = circularityCase('random50');
const web = reference.edges.map(([payer, payee, usd], at) => ({
  payer,
  payee,
  usd,
  layer: at % 3 === 0 ? ('equity' as const) : ('order' as const),
}));

const sumsOf = (payments: typeof web): Map<string, number> => {
  const sums = new Map<string, number>();
  const add = (key: string, usd: number) => sums.set(key, (sums.get(key) ?? 0) + usd);
  for (const { payer, payee, usd, layer } of payments) {
    add(`${layer} out ${payer}`, usd);
    add(`${layer} in ${payee}`, usd);
  }
  return sums;
};

test('every firm pays and is paid as much in each layer, nobody pays itself, and yet all is new', () => {
  const before = sumsOf(web);
  const random = nullWeb(web, 7) as typeof web;
  const after = sumsOf(random);
  for (const [key, usd] of before) expect(after.get(key) ?? 0).toBeCloseTo(usd, 6);
  expect(random.every(({ payer, payee, usd }) => payer !== payee && usd > 0)).toBe(true);
  const pairs = new Set(web.map(({ payer, payee }) => `${payer} ${payee}`));
  const kept = random.filter(({ payer, payee }) => pairs.has(`${payer} ${payee}`));
  expect(kept.length).toBeLessThan(0.5 * random.length);
});

test('the same seed gives the same web, another one another', () => {
  expect(nullWeb(web, 3)).toEqual(nullWeb(web, 3));
  expect(nullWeb(web, 3)).not.toEqual(nullWeb(web, 4));
});

/** Four rings of two firms, one investing in the other and getting it back as orders. */
const rings = makeNetwork(
  [...'abcdefgh'].map((id) => ({ id })),
  ['ab', 'cd', 'ef', 'gh'].flatMap(([one, other], at) => [
    equity(one!, other!, { paidUsd: (at + 1) * 1e9 }),
    order(other!, one!, { amountUsd: (at + 1) * 1e9 }),
  ]),
);

test('money that returns stands out among random webs of the same strengths', async () => {
  const document = await besideRandomWebs(rings, circularity(rings), { webs: 200, seed: 5 });
  expect(circularitySchema.safeParse(document).error).toBeUndefined();
  const index = (id: string) => document.randomWebs!.indices.find((one) => one.id === id)!;
  expect(document.indices.find(({ id }) => id === 'reciprocity')!.value).toBeCloseTo(1, 9);
  expect(index('reciprocity').quantile!).toBeGreaterThan(0.9);
  expect(index('reciprocity').z!).toBeGreaterThan(1);
  expect(index('reciprocity').mean!).toBeLessThan(0.8);
  // all that is paid comes back in a web that nothing leaves, however it is wired
  expect(index('finn')).toMatchObject({ quantile: 0.5, z: null });
  const again = await besideRandomWebs(rings, circularity(rings), { webs: 200, seed: 5 });
  expect(again).toEqual(document);
});

test('mean, deviation and quantile by hand over two random webs', async () => {
  const document = circularity(rings);
  const both = await besideRandomWebs(rings, document, { webs: 2, seed: 9 });
  const one = (seed: number) => besideRandomWebs(rings, document, { webs: 2, seed });
  const [first, second] = await Promise.all([one(9), one(10)]);
  // webs 9 and 10, then 10 and 11: the second web of the first pair is the first of the second
  const mean = (answer: typeof both) =>
    answer.randomWebs!.indices.find(({ id }) => id === 'maximum-circulation')!;
  expect(mean(first)).toEqual(mean(both));
  const { mean: m, sd } = mean(both);
  const upper = m! + sd! / Math.SQRT2;
  const lower = m! - sd! / Math.SQRT2;
  const { mean: m2, sd: sd2 } = mean(second);
  const shared = [m2! + sd2! / Math.SQRT2, m2! - sd2! / Math.SQRT2];
  expect(
    [upper, lower].some((value) => shared.some((other) => Math.abs(other - value) < 1e-9)),
  ).toBe(true);
});

test('work that is stopped keeps the webs it drew', async () => {
  const stop = new AbortController();
  stop.abort();
  const document = await besideRandomWebs(rings, circularity(rings), {
    webs: 50,
    signal: stop.signal,
  });
  expect(document.randomWebs).toMatchObject({ webs: 0, asked: 50, complete: false });
  expect(document.randomWebs!.indices.every(({ z }) => z === null)).toBe(true);
});

test.each([0, 1, 2.5, Number.NaN, 1e6])('%d random webs are refused', async (webs) => {
  await expect(besideRandomWebs(rings, circularity(rings), { webs })).rejects.toThrow(
    ScenarioError,
  );
});
