import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { DataError, ModelError, ScenarioError } from '../../../src/base/errors.ts';
import { threshold } from '../../../src/models/threshold/threshold.ts';
import { randomPairs, seededRandom } from '../../random.ts';
import { CURRENCIES, referenceCase, scaled, scaledEntries, type Triple } from '../reference.ts';
import { restatements } from '../restatements.ts';

const { solve } = threshold;
const seeds = fc.integer({ min: 1, max: 2 ** 31 - 1 });

describe('refuses', () => {
  const problem = { exposures: [[0, 1, 2]], buffers: [1, 1], shocks: 'each' };

  test.each([
    ['a matrix that is not square', { exposures: [[0, 1]] }, DataError],
    ['a negative exposure', { exposures: [[0, 1, -2]] }, ModelError],
    ['a loan to itself', { exposures: [[1, 1, 2]] }, ModelError],
    ['NaN', { buffers: [Number.NaN, 1] }, DataError],
    ['a shock for too few firms', { shocks: [[1]] }, DataError],
    ['a negative shock', { shocks: [[0, -0.5]] }, ModelError],
    ['a recovery above 1', { parameters: { recovery: 1.2 } }, ScenarioError],
    ['a recovery below 0', { parameters: { recovery: -0.2 } }, ScenarioError],
    ['an unknown rule for ties', { parameters: { ties: 'toss' } }, ScenarioError],
  ])('%s', (_, change, error) => {
    expect(() => solve({ ...problem, ...change } as never)).toThrow(error);
  });

  test('fields that the schema does not know', () => {
    expect(z.safeParse(threshold.problemSchema, problem).success).toBe(true);
    expect(z.safeParse(threshold.problemSchema, { ...problem, weights: [] }).success).toBe(false);
  });
});

describe('by hand', () => {
  // firm 0 (buffer 7) lends 6 to firm 1 and 4 to firm 2; firm 1 (buffer 3) lends 5 to firm 2
  const exposures: Triple[] = [
    [0, 1, 6],
    [0, 2, 4],
    [1, 2, 5],
  ];
  const problem = { exposures, buffers: [7, 3, 1] };

  test('firm 2 takes firm 1 with it, both together firm 0', () => {
    const answer = solve({ ...problem, shocks: 'each' });
    expect(answer.waves).toEqual([[[0]], [[1]], [[2], [1], [0]]]);
    expect(answer.defaulted[2]).toEqual([true, true, true]);
    expect(answer.defaulted[1]).toEqual([false, true, false]);
    expect(answer).toMatchObject({ converged: true, residual: 0, iterations: 3 });
  });

  test('half recovered: firm 1 loses 2.5 of 3 and stands, unless a tenth of its buffer is gone', () => {
    const parameters = { recovery: 0.45 };
    const waves = (shock: number[]) => solve({ ...problem, parameters, shocks: [shock] }).waves[0];
    expect(waves([0, 0, 1])).toEqual([[2]]);
    expect(waves([0, 0.1, 1])).toEqual([[2], [1]]);
  });

  test('a loss equal to the buffer: the stated rule, at any scale', () => {
    for (const unit of [...CURRENCIES, 1 / 3]) {
      const tie = {
        exposures: scaledEntries(
          [
            [0, 1, 0.1],
            [0, 2, 0.2],
          ],
          unit,
        ),
        buffers: scaled([0.3, 1, 1], unit),
        shocks: [[0, 1, 1]],
      };
      expect(solve(tie).waves).toEqual([[[1, 2]]]);
      expect(solve({ ...tie, parameters: { ties: 'fail' } }).waves).toEqual([[[1, 2], [0]]]);
    }
  });

  test('a firm below 0 has failed; one at 0 stands until it loses something', () => {
    const edge = { exposures: [[1, 0, 2]] as Triple[], buffers: [-1, 3, 0] };
    expect(solve({ ...edge, shocks: [[0, 0, 0]] }).waves).toEqual([[[0]]]);
    const poor = { exposures: [[1, 0, 2]] as Triple[], buffers: [1, 0, 0] };
    expect(
      solve({
        ...poor,
        shocks: [
          [0, 0, 0],
          [1, 0, 0],
        ],
      }).waves,
    ).toEqual([[], [[0], [1]]]);
  });

  test('no firms', () => {
    expect(solve({ exposures: [], buffers: [], shocks: 'each' }).defaulted).toEqual([]);
  });
});

describe('Gai and Kapadia: loans of 0.2 spread over the borrowers, no recovery', () => {
  const file = referenceCase('gai-kapadia');
  const evenly = (edges: readonly (readonly [number, number])[], size: number): Triple[] => {
    const borrowers = new Array<number>(size).fill(0);
    for (const [lender] of edges) borrowers[lender]! += 1;
    return edges.map(([lender, borrower]) => [lender, borrower, 0.2 / borrowers[lender]!]);
  };
  const capital = (size: number, share: number) => new Array<number>(size).fill(share);
  type Hand = {
    name: string;
    n: number;
    K: number;
    edges: [number, number][];
    seeds: number[];
    expected_waves: number[][];
  };

  test.each(file.hand as Hand[])('$name', ({ n, K, edges, seeds: first, expected_waves }) => {
    const shock = capital(n, 0).map((_, i) => (first.includes(i) ? 1 : 0));
    for (const { name, list, amounts, entries, groups } of restatements(n)) {
      const answer = solve({
        exposures: entries(evenly(edges, n)),
        buffers: amounts(capital(n, K)),
        shocks: [list(shock)],
      });
      expect(groups(answer.waves[0]!), name).toEqual(expected_waves);
    }
  });

  type Result = {
    z: number;
    K: number;
    defaults_by_seed: number[];
    contagions_over_5pct: number;
    mean_size_given_contagion: number | null;
  };

  test.each(file.random.results as Result[])('250 firms with $z borrowers each', (result) => {
    const { n, edges_by_z } = file.random;
    const exposures = evenly(edges_by_z[result.z], n);
    for (const { name, back, amounts, entries } of restatements(n)) {
      const { defaulted } = solve({
        exposures: entries(exposures),
        buffers: amounts(capital(n, result.K)),
        shocks: 'each',
      });
      const sizes = back(defaulted).map((firms) => firms.filter(Boolean).length);
      expect(sizes, name).toEqual(result.defaults_by_seed);
      const large = sizes.filter((failed) => failed > 0.05 * n);
      expect(large, name).toHaveLength(result.contagions_over_5pct);
    }
  });

  type Peer = { z: number; K: number; seed_bank: number; peer_failed: number };

  test.each(file.peer_crosscheck as Peer[])('z $z, capital $K, first firm $seed_bank', (peer) => {
    const { n, edges_by_z } = file.random;
    const shock = capital(n, 0).map((_, i) => (i === peer.seed_bank ? 1 : 0));
    const exposures = evenly(edges_by_z[peer.z], n);
    const asGiven = solve({ exposures, buffers: capital(n, peer.K), shocks: [shock] });
    for (const { name, list, back, amounts, entries } of restatements(n)) {
      for (const ties of ['survive', 'fail']) {
        const { defaulted } = solve({
          exposures: entries(exposures),
          buffers: amounts(capital(n, peer.K)),
          shocks: [list(shock)],
          parameters: { ties },
        });
        const failed = back(defaulted[0]!);
        expect(failed.filter(Boolean), name).toHaveLength(peer.peer_failed);
        expect(failed, name).toEqual(asGiven.defaulted[0]);
      }
    }
  });
});

describe('default cascades of systemicrisk: net worth at face value, recovery 0 and 0.4', () => {
  const { cases } = referenceCase('threshold-systemicrisk');
  type Case = {
    name: string;
    inputs: { n: number; ea: number[]; el: number[]; liabilities: Triple[] };
    cascade0: number[];
    cascade04: number[];
  };

  test.each(cases as Case[])('$name', ({ inputs, cascade0, cascade04 }) => {
    const { liabilities } = inputs;
    const exposures = liabilities.map(
      ([debtor, creditor, amount]): Triple => [creditor, debtor, amount],
    );
    const net = inputs.ea.map((assets, i) => assets - inputs.el[i]!);
    for (const [debtor, creditor, amount] of liabilities) {
      net[creditor]! += amount;
      net[debtor]! -= amount;
    }
    const calm = net.map(() => 0);
    expect(cascade0).toHaveLength(inputs.n);
    for (const { name, list, back, amounts, entries } of restatements(inputs.n)) {
      const problem = {
        exposures: entries(exposures),
        buffers: amounts(net),
        shocks: [list(calm)],
      };
      const failed = (recovery: number) =>
        back(solve({ ...problem, parameters: { recovery } }).defaulted[0]!).map(Number);
      expect(failed(0), name).toEqual(cascade0);
      expect(failed(0.4), name).toEqual(cascade04);
    }
  });
});

test('random networks: what is left standing covers its losses, what failed did not; more recovery fails fewer', () => {
  fc.assert(
    fc.property(seeds, fc.integer({ min: 2, max: 12 }), (seed, size) => {
      const random = seededRandom(seed);
      const buffers = Array.from({ length: size }, () => 10 * random());
      const exposures = randomPairs(size, 0.35, random).map(
        ([i, j]): Triple => [i, j, 10 ** (1.3 * random())],
      );
      const shock = buffers.map(() => (random() < 0.2 ? 1 : 0.3 * random()));
      const run = (recovery: number) =>
        solve({ exposures, buffers, shocks: [shock], parameters: { recovery } });
      const [hard, soft] = [run(0.1), run(0.5)];
      const failedBefore = new Set<number>();
      hard.waves[0]!.forEach((wave, k) => {
        for (let i = 0; i < size; i++) {
          if (failedBefore.has(i)) continue;
          const loss = exposures
            .filter(([lender, borrower]) => lender === i && failedBefore.has(borrower))
            .reduce((sum, [, , amount]) => sum + 0.9 * amount, 0);
          const shouldFail = shock[i] === 1 || loss > buffers[i]! * (1 - shock[i]!);
          expect(wave.includes(i), `firm ${i}, wave ${k}`).toBe(shouldFail);
        }
        for (const i of wave) failedBefore.add(i);
      });
      soft.defaulted[0]!.forEach((failed, i) => {
        if (failed) expect(hard.defaulted[0]![i]).toBe(true);
      });
    }),
    { numRuns: 200 },
  );
});
