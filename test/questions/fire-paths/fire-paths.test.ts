import { describe, expect, test } from 'vitest';
import { ScenarioError } from '../../../src/base/errors.ts';
import { parseNetwork } from '../../../src/data/parse.ts';
import { simulate } from '../../../src/models/chained-boats/simulate.ts';
import { bestChains } from '../../../src/questions/fire-paths/best-chains.ts';
import { firePaths, splitByHops } from '../../../src/questions/fire-paths/fire-paths.ts';
import { firePathsSchema } from '../../../src/questions/fire-paths/fire-paths-schema.ts';
import { hopsOf } from '../../../src/questions/fire-paths/hops.ts';
import { netLedger } from '../../../src/questions/fire-paths/net-ledger.ts';
import {
  type Sources,
  sourcesOf,
  type Traceable,
} from '../../../src/questions/fire-paths/sources.ts';
import { play } from '../../models/chained-boats/play.ts';
import { randomWeb } from '../../models/chained-boats/property/random-web.ts';
import { harbour } from '../../worlds/harbour.ts';
import { handWeb } from './hand-web.ts';

/** What `firePaths` needs, from a small problem without a network. */
const traceable = (seed: number): Traceable => {
  const { size, problem, shocks } = randomWeb(seed);
  const spans: number[] = [];
  const { web, ledger, solution } = play(size, problem, shocks);
  const last = Math.max(0, ...ledger.lines.flat().map(({ round }) => round));
  for (let round = 1; round <= last; round++) spans.push(1);
  // The closing step is the one that the solver needed more than one pass for.
  if (last > 0 && solution.iterations > last + 1) spans[last - 1] = 2;
  return {
    firms: web.firms.map((id, i) => ({
      id,
      lossUsd: solution.state.valueLossUsd[i]!,
      ledger: [...ledger.lines[i]!],
    })),
    rounds: spans.map((span, at) => ({ round: at + 1, lossUsd: 0, failed: [], spans: span })),
    shocks: [...shocks],
  };
};

/** Every chain without a firm twice, line by line: slow, and written another way than the search. */
const allChains = (sources: Sources, firm: string, maxHops: number): Map<string, number> => {
  const found = new Map<string, number>();
  const end = (chain: readonly string[], usd: number): void => {
    const key = chain.join('>');
    found.set(key, (found.get(key) ?? 0) + usd);
  };
  const follow = (chain: readonly string[], round: number, usd: number): void => {
    const own = sources.get(chain[0]!)!;
    for (const source of own.rounds[round]!) {
      const part = (usd * source.usd) / own.usdInRound[round]!;
      const { origin, behind } = source;
      if (origin === null) {
        if (behind === 'spark') end(chain, part);
        continue;
      }
      if (chain.length > maxHops || chain.includes(origin) || behind === 'untraced') continue;
      if (behind === 'spark') {
        end([origin, ...chain], part);
        continue;
      }
      const theirs = sources.get(origin)!.usdInRound;
      const [first, last] = behind as readonly [number, number];
      const total = theirs.slice(first, last + 1).reduce((sum, one) => sum + one, 0);
      for (let at = first; at <= last; at++) {
        const share = theirs[at]! / total;
        if (share * part > 0) follow([origin, ...chain], at, part * share);
      }
    }
  };
  const { usdInRound } = sources.get(firm)!;
  usdInRound.forEach((usd, round) => {
    if (usd > 0) follow([firm], round, usd);
  });
  return found;
};

describe('on random webs with all kinds of legs, failures and shocks', () => {
  const seeds = Array.from({ length: 150 }, (_, at) => 7001 + at);

  test('chains of every length, the longer ones and the untraced sum to each firm’s loss', () => {
    let longer = 0;
    for (const seed of seeds) {
      const web = traceable(seed);
      const sources = sourcesOf(web);
      for (const { id, lossUsd } of web.firms) {
        for (const maxHops of [0, 2, 5]) {
          const split = splitByHops(sources, id, maxHops);
          const usd = split.usdByHops.reduce((sum, part) => sum + part, 0);
          expect(Math.abs(usd + split.longerUsd + split.untracedUsd - lossUsd)).toBeLessThanOrEqual(
            1e-9 * lossUsd,
          );
          expect(
            Math.min(...split.usdByHops, split.longerUsd, split.untracedUsd),
          ).toBeGreaterThanOrEqual(0);
          longer += maxHops === 2 ? split.longerUsd : 0;
        }
      }
    }
    expect(longer).toBeGreaterThan(0);
  });

  test('the best chains are the largest of all chains, and each hop sums to its chain', () => {
    let chains = 0;
    for (const seed of seeds) {
      const web = traceable(seed);
      if (web.rounds.length > 12) continue;
      const sources = sourcesOf(web);
      for (const { id, lossUsd } of web.firms) {
        const all = [...allChains(sources, id, 3)].sort(([, a], [, b]) => b - a);
        const best = bestChains(sources, id, 6, 3);
        const expected = all.slice(0, 6).filter(([, usd]) => usd > 1e-6 * lossUsd);
        expect(best.length).toBe(expected.length);
        best.forEach(({ firms, usd }, at) => {
          expect(usd).toBeCloseTo(expected[at]![1], 9);
          expect(usd).toBeCloseTo(all.find(([key]) => key === firms.join('>'))![1], 9);
          for (const hop of hopsOf(sources, firms)) {
            const sum = hop.reduce((total, through) => total + through.usd, 0);
            expect(Math.abs(sum - usd)).toBeLessThanOrEqual(1e-9 * lossUsd);
          }
        });
        chains += best.length;
        // All chains of at most three hops together are no more than what three hops carry.
        const within = splitByHops(sources, id, 3).usdByHops.reduce((sum, usd) => sum + usd, 0);
        const listed = all.reduce((sum, [, usd]) => sum + usd, 0);
        expect(listed).toBeLessThanOrEqual(within + 1e-9 * lossUsd);
      }
    }
    expect(chains).toBeGreaterThan(400);
  });
});

describe('by hand', () => {
  // 100 at the mill; it orders 40 a year from the mine and its owner holds 30 % of it.
  const cascade = handWeb();

  test('a loss that is passed on by a stake is traced to its spark, dollar for dollar', () => {
    const { lossUsd, paths, othersUsd, longerUsd, untracedUsd } = firePaths(cascade, 'owner');
    expect(paths.map(({ firms }) => firms.join('>'))).toEqual(['mill>owner', 'mill>mine>owner']);
    expect(paths[0]!.usd).toBeCloseTo(30, 9);
    expect(paths[1]!.usd).toBeCloseTo(8, 9);
    expect(paths[0]!.hops).toEqual([[{ cause: 'holding', deal: 'stake-mill', usd: 30 }]]);
    expect(paths[1]!.hops.map((hop) => hop.map(({ deal }) => deal))).toEqual([
      ['order-mine'],
      ['stake-mine'],
    ]);
    expect(lossUsd).toBeCloseTo(38, 9);
    expect(othersUsd + longerUsd + untracedUsd).toBeCloseTo(0, 9);
  });

  test('with too few hops the rest is longer, with too few paths it is another', () => {
    expect(firePaths(cascade, 'owner', { maxHops: 1 }).longerUsd).toBeCloseTo(8, 9);
    const short = firePaths(cascade, 'owner', { count: 1 });
    expect(short.othersUsd).toBeCloseTo(8, 9);
    expect(short.paths).toHaveLength(1);
  });

  test('a firm that the shock hit has a path without a hop', () => {
    const { paths } = firePaths(cascade, 'mill');
    expect(paths).toEqual([{ firms: ['mill'], usd: 100, share: 1, hops: [] }]);
  });
});

test('limited liability comes off the lines of its round in proportion', () => {
  const net = netLedger([
    { cause: 'own-shock', round: 1, usd: 60 },
    { cause: 'holding', deal: 'd', firm: 'f', round: 2, usd: 90 },
    { cause: 'loan', deal: 'e', firm: 'g', round: 2, usd: 30 },
    { cause: 'limited-liability', round: 2, usd: -80 },
  ]);
  expect(net.map(({ usd }) => usd)).toEqual([60, 30, 10]);
});

test('a shock on funding, which no value shows, is the spark of what then goes unpaid', () => {
  const network = parseNetwork(harbour);
  const shocks = [{ kind: 'funding', firm: 'minnow', size: 0.9 } as const];
  const cascade = simulate(network, { version: 1, name: '', shocks });
  const losers = cascade.firms.filter(({ lossUsd }) => lossUsd > 0);
  expect(losers.length).toBeGreaterThan(1);
  for (const { id, lossUsd } of losers) {
    const answer = firePaths(cascade, id);
    expect(() => firePathsSchema.parse(answer)).not.toThrow();
    expect(answer.untracedUsd).toBe(0);
    expect(answer.paths[0]!.firms[0]).toBe('minnow');
    const parts = answer.paths.reduce((sum, { usd }) => sum + usd, answer.othersUsd);
    expect(parts + answer.longerUsd).toBeCloseTo(lossUsd, -1);
  }
});

describe('refuses', () => {
  const cascade = simulate(parseNetwork(harbour), { version: 1, name: '', shocks: [] });
  test.each([
    ['minow', {}, /"minow".*Did you mean minnow/],
    ['minnow', { count: 0 }, /count: found 0, expected a whole number from 1 to 100/],
    ['minnow', { count: 2.5 }, /count: found 2.5/],
    ['minnow', { maxHops: -1 }, /hops: found -1, expected a whole number from 0 to 20/],
    ['minnow', { maxHops: 21 }, /hops: found 21/],
  ])('%s %o', (firm, options, message) => {
    expect(() => firePaths(cascade, firm, options)).toThrow(ScenarioError);
    expect(() => firePaths(cascade, firm, options)).toThrow(message);
  });

  test('nothing lost: no paths, and nothing left over', () => {
    expect(firePaths(cascade, 'pike')).toMatchObject({
      lossUsd: 0,
      paths: [],
      othersUsd: 0,
      longerUsd: 0,
      untracedUsd: 0,
    });
  });
});
