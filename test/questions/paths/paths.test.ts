import { expect, test } from 'vitest';
import { ScenarioError } from '../../../src/base/errors.ts';
import type { Network } from '../../../src/data/graph.ts';
import { type Deal, endsOf } from '../../../src/data/schema.ts';
import { dealWeight } from '../../../src/measures/weights.ts';
import { randomFrom } from '../../../src/numerics/random/random.ts';
import { type PathsOptions, paths } from '../../../src/questions/paths/paths.ts';
import { pathsSchema } from '../../../src/questions/paths/paths-schema.ts';
import { shortestChains } from '../../../src/questions/paths/shortest-chains.ts';
import { debt, equity, makeNetwork, order } from '../../measures/make-network.ts';

const FIRMS = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];

/** Parallel deals, both ways, some without dollars, some cancelled; few sizes, so that ways tie. */
const randomWeb = (seed: number): Network => {
  const random = randomFrom(seed);
  const pick = <Of>(of: readonly Of[]): Of => of[Math.floor(random() * of.length)]!;
  const deals = Array.from({ length: 9 + 5 * (seed % 4) }, (_, at): Deal => {
    const from = pick(FIRMS);
    const to = pick(FIRMS.filter((firm) => firm !== from));
    const usd = pick([2, 3, 6, 6, undefined]);
    const id = `deal-${at}`;
    const status = random() < 0.1 ? 'cancelled' : 'signed';
    const [kind, worth] = pick([
      [order, 'perYearUsd'],
      [equity, 'valueUsd'],
      [debt, 'faceUsd'],
    ] as const);
    return kind(from, to, { id, status, ...(usd === undefined ? {} : { [worth]: usd }) });
  });
  return makeNetwork(
    FIRMS.map((id) => ({ id })),
    deals,
  );
};

/** Every chain without a firm twice, its length from the definition; the shortest of them. */
const bruteForce = (
  network: Network,
  { from, to, by = 'hops', directed = false, kinds = ['order', 'equity', 'debt'] }: PathsOptions,
): string[] => {
  const lengthOf = (one: string, other: string): number => {
    const deals = network
      .mapEdges((_, deal) => deal)
      .filter((deal) => {
        const [payer, payee] = endsOf(deal);
        const leads = payer === one && payee === other;
        const leadsBack = payer === other && payee === one;
        return (
          deal.status !== 'cancelled' &&
          kinds.includes(deal.kind) &&
          (leads || (leadsBack && !directed))
        );
      });
    if (deals.length === 0) return Number.POSITIVE_INFINITY;
    if (by === 'hops') return 1;
    return 1 / deals.reduce((sum, deal) => sum + (dealWeight(deal, network).usd ?? 0), 0);
  };
  const found: { firms: string; length: number }[] = [];
  const walk = (firms: readonly string[], length: number): void => {
    if (length === Number.POSITIVE_INFINITY) return;
    const last = firms.at(-1)!;
    if (last === to) found.push({ firms: firms.join(' '), length });
    else
      for (const next of FIRMS) {
        if (!firms.includes(next)) walk([...firms, next], length + lengthOf(last, next));
      }
  };
  walk([from], 0);
  const least = Math.min(...found.map(({ length }) => length));
  return found
    .filter(({ length }) => length <= least * (1 + 1e-9))
    .map(({ firms }) => firms)
    .sort();
};

test.each([
  { by: 'hops', directed: false },
  { by: 'hops', directed: true },
  { by: 'strength', directed: false },
  { by: 'strength', directed: true },
  { by: 'strength', directed: false, kinds: ['order', 'debt'] },
  { by: 'hops', directed: true, kinds: ['equity', 'order'] },
] as const)('every tied chain and no other, on 120 random webs: %j', (how) => {
  let most = 0;
  let none = 0;
  for (let seed = 1; seed <= 120; seed++) {
    const network = randomWeb(seed);
    const asked = { ...how, from: 'a', to: 'g' };
    const { chains, count } = pathsSchema.parse(paths(network, asked));
    const wanted = bruteForce(network, asked);
    expect(chains.map(({ firms }) => firms.join(' ')).sort()).toEqual(wanted);
    expect(count).toBe(wanted.length);
    most = Math.max(most, count);
    none += count === 0 ? 1 : 0;
  }
  expect(most).toBeGreaterThan(1);
  expect(none).toBeGreaterThan(0);
});

const web = makeNetwork(
  ['a', 'b', 'c', 'd', 'constructor'].map((id) => ({ id })),
  [
    order('a', 'b', { id: 'small', perYearUsd: 1 }),
    equity('b', 'a', { id: 'large', valueUsd: 3 }),
    debt('a', 'b', { id: 'unknown' }),
    order('b', 'c', { id: 'on', perYearUsd: 4 }),
    order('a', 'c', { id: 'thin', perYearUsd: 1 }),
    order('c', 'd', { id: 'dead', perYearUsd: 9, status: 'cancelled' }),
    order('c', 'constructor', { id: 'named', perYearUsd: 2 }),
  ],
);

test('parallel deals of a hop add up, whichever way they go; a chain weakens like conductors', () => {
  // a - b is 1 + 3 dollars, b - c 4: 1 / (1/4 + 1/4) = 2, more than the 1 between a and c
  const { chains } = paths(web, { from: 'a', to: 'c', by: 'strength' });
  expect(chains).toHaveLength(1);
  expect(chains[0]).toMatchObject({ firms: ['a', 'b', 'c'], strengthUsd: 2, leastUsd: 4 });
  expect(chains[0]!.hops[0]!.usd).toBe(4);
  expect(chains[0]!.hops[0]!.deals.map(({ id, payer, usd }) => [id, payer, usd])).toEqual([
    ['large', 'b', 3],
    ['small', 'a', 1],
    ['unknown', 'a', null],
  ]);
  const along = paths(web, { from: 'a', to: 'c', by: 'strength', directed: true });
  expect(along.chains.map(({ firms }) => firms)).toEqual([['a', 'c']]);
});

test('unknown dollars are a hop, and no strength; cancelled deals are neither', () => {
  const kinds = ['debt'] as const;
  const [chain] = paths(web, { from: 'a', to: 'b', kinds }).chains;
  expect(chain).toMatchObject({ strengthUsd: null, leastUsd: null });
  const strong = paths(web, { from: 'a', to: 'b', kinds, by: 'strength' });
  expect(strong).toMatchObject({ count: 0, chains: [] });
  expect(strong.leftOut).toEqual([{ deal: 'unknown', reason: 'no amount known' }]);
  const cut = paths(web, { from: 'a', to: 'd' });
  expect(cut.count).toBe(0);
  expect(cut.leftOut).toEqual([{ deal: 'dead', reason: 'cancelled' }]);
});

test('a firm may be called as an object’s own property is', () => {
  for (const by of ['hops', 'strength'] as const) {
    const { chains } = paths(web, { from: 'constructor', to: 'b', by });
    expect(chains.map(({ firms }) => firms)).toEqual([['constructor', 'c', 'b']]);
  }
});

test('the order in which firms and deals are listed does not matter', () => {
  for (let seed = 1; seed <= 20; seed++) {
    const network = randomWeb(seed);
    const turned = makeNetwork(
      network.mapNodes((id) => ({ id })).reverse(),
      network.mapEdges((_, deal) => deal).reverse(),
    );
    const asked = { from: 'a', to: 'g' };
    const [one, other] = [paths(network, asked), paths(turned, asked)];
    expect(other.chains).toEqual(one.chains);
    expect(other.receipt.resultHash).toBe(one.receipt.resultHash);
  }
});

test('ways tie although their sums round apart: 0.1 + 0.2 and 0.15 + 0.15', () => {
  const steps = [
    { tail: 0, head: 1, length: 0.1 },
    { tail: 1, head: 3, length: 0.2 },
    { tail: 0, head: 2, length: 0.15 },
    { tail: 2, head: 3, length: 0.15 },
  ];
  expect(0.1 + 0.2).not.toBe(0.15 + 0.15);
  const ends = { from: 0, to: 3, directed: true, limit: 9 };
  expect(shortestChains(4, steps, ends).chains).toHaveLength(2);
});

test('chains without number are counted, not listed', () => {
  // 60 diamonds in a row: 2^60 ways
  const steps = Array.from({ length: 60 }, (_, at) => [
    [3 * at, 3 * at + 1],
    [3 * at, 3 * at + 2],
    [3 * at + 1, 3 * at + 3],
    [3 * at + 2, 3 * at + 3],
  ])
    .flat()
    .map(([tail, head]) => ({ tail: tail!, head: head!, length: 1 }));
  const ends = { from: 0, to: 180, directed: false, limit: 5 };
  const { count, chains } = shortestChains(181, steps, ends);
  expect(count).toBe(2 ** 60);
  expect(chains).toHaveLength(5);
  expect(chains.every((chain) => chain.length === 120)).toBe(true);
});

test.each([
  [{ from: 'a', to: 'A' }, /to: found "a", the firm that the chains start from/],
  [{ from: 'constructo', to: 'a' }, /from: found "constructo".*Did you mean constructor/],
  [{ from: 'a', to: 'b', kinds: [] }, /kinds: found none/],
  [{ from: 'a', to: 'b', limit: 0 }, /limit: found 0, expected a whole number from 1/],
])('%j is refused', (options, message) => {
  expect(() => paths(web, options)).toThrow(ScenarioError);
  expect(() => paths(web, options)).toThrow(message);
});
