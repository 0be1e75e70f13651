import { expect, test } from 'vitest';
import { loadNetwork } from '../../../src/data/load.ts';
import type { Deal, Firm } from '../../../src/data/schema.ts';
import { compileWeb, fillDefaults } from '../../../src/models/chained-boats/simulate.ts';
import { firstLossShare } from '../../../src/models/on-web/first-loss.ts';
import { hitBy } from '../../../src/questions/systemic/sweep.ts';
import { systemic } from '../../../src/questions/systemic/systemic.ts';
import type { Scenario } from '../../../src/scenario/schema.ts';
import { debt, equity, makeNetwork } from '../../measures/make-network.ts';
import { seededRandom } from '../../random.ts';

const calm: Scenario = { version: 1, name: 'calm', shocks: [] };
const VARIANTS = ['debtrank-linear', 'debtrank-single-hit', 'debtrank-nonlinear'];

/** Twelve unequal firms that own and lend to each other at random. */
const randomWeb = (seed: number) => {
  const draw = seededRandom(seed);
  const ids = Array.from({ length: 12 }, (_, i) => `f${i}`);
  const firms = ids.map((id): Partial<Firm> & { id: string } => ({
    id,
    valueUsd: (1 + 99 * draw()) * 1e9,
    revenueUsd: (1 + 20 * draw()) * 1e9,
  }));
  const deals: Deal[] = [];
  for (const one of ids) {
    for (const other of ids) {
      if (one === other) continue;
      if (draw() < 0.12) deals.push(equity(one, other, { stake: 0.08 * draw() }));
      if (draw() < 0.12) deals.push(debt(one, other, { faceUsd: draw() * 2e9 }));
    }
  }
  return makeNetwork(firms, deals);
};

test('one solve is never below the sweep, whatever the variant of DebtRank', async () => {
  let bounded = 0;
  for (let seed = 1; seed <= 25; seed++) {
    for (const model of VARIANTS) {
      const { firms, noBound } = await systemic(randomWeb(seed), calm, { model });
      if (noBound !== null) continue;
      bounded++;
      for (const firm of firms) {
        expect(firm.importanceAtMostUsd! * (1 + 1e-9) + 1).toBeGreaterThanOrEqual(
          firm.importanceUsd!,
        );
        expect(firm.vulnerabilityAtMost! + 1e-9).toBeGreaterThanOrEqual(firm.vulnerability ?? 0);
      }
    }
  }
  expect(bounded).toBeGreaterThan(60);
});

test('where no firm is lost in full, one solve is the sweep plus what comes back to who was struck', async () => {
  const strike = { kind: 'value', size: 0.001 } as const;
  for (let seed = 1; seed <= 10; seed++) {
    const web = randomWeb(seed);
    const document = await systemic(web, calm, { model: 'debtrank-linear', strike });
    const compiled = compileWeb(web, fillDefaults(calm));
    const { order, impacts, firms } = document;
    const own = new Map(
      impacts.flatMap(([struck, firm, share]) =>
        struck === firm ? [[order[struck]!, share] as const] : [],
      ),
    );
    for (const firm of firms) {
      const hit = hitBy(compiled, [{ ...strike, firm: firm.id }]);
      const echo = (own.get(firm.id) ?? 0) - firstLossShare(hit)[order.indexOf(firm.id)]!;
      expect((firm.importanceAtMostUsd! - firm.importanceUsd!) / 1e9).toBeCloseTo(
        (echo * firm.valueUsd!) / 1e9,
        8,
      );
      expect(firm.vulnerabilityAtMost! - firm.vulnerability!).toBeCloseTo(
        echo / (order.length - 1),
        10,
      );
    }
  }
});

test('two firms that hold all of each other pass a loss on in full: no bound, and it says so', async () => {
  const ring = makeNetwork(
    [
      { id: 'a', valueUsd: 9e9, revenueUsd: 1e9 },
      { id: 'b', valueUsd: 4e9, revenueUsd: 3e9 },
    ],
    [debt('a', 'b', { faceUsd: 12e9 }), debt('b', 'a', { faceUsd: 11e9 })],
  );
  const { noBound, firms } = await systemic(ring, calm, { model: 'debtrank-linear' });
  expect(noBound).toMatch(/passes a loss on in full/);
  expect(firms.every(({ importanceAtMostUsd }) => importanceAtMostUsd === null)).toBe(true);
});

test('bounds hold where some strikes have no answer, in the shipped web too', async () => {
  const web = await loadNetwork('data/ai-web');
  const strike = { kind: 'value', size: 0.3 } as const;
  const { firms } = await systemic(web, calm, { model: 'debtrank-linear', strike });
  expect(firms.filter(({ converged }) => converged === null).length).toBeGreaterThan(10);
  for (const { id, vulnerability, vulnerabilityAtMost } of firms) {
    expect([id, (vulnerability ?? 0) <= vulnerabilityAtMost! + 1e-12]).toEqual([id, true]);
  }
});
