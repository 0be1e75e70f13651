import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { Scenario } from '../../../src/scenario/schema.ts';

/**
 * The engine with one line of one file changed, as a maintainer would change it: what follows of itself,
 * and what a half-made change runs into.
 */
const FOLDER = resolve('test-results/changed-engines');
afterAll(() => rmSync(FOLDER, { recursive: true, force: true }));

const engineWith = async (name: string, file: string, line: string, instead: string) => {
  const src = join(FOLDER, name);
  cpSync('src', src, { recursive: true });
  cpSync('tsconfig.json', join(FOLDER, 'tsconfig.json'));
  const path = join(src, file);
  const text = readFileSync(path, 'utf8');
  expect(text.split(line), `the line to change stands once in ${file}`).toHaveLength(2);
  writeFileSync(path, text.replace(line, instead));
  const load = <Module>(module: string): Promise<Module> => import(join(src, module));
  return {
    ...(await load<typeof import('../../../src/data/parse.ts')>('data/parse.ts')),
    ...(await load<typeof import('../../../src/models/chained-boats/simulate.ts')>(
      'models/chained-boats/simulate.ts',
    )),
    ...(await load<typeof import('../../../src/questions/sensitivity/sensitivity.ts')>(
      'questions/sensitivity/sensitivity.ts',
    )),
    ...(await load<typeof import('../../../src/questions/uncertain/uncertainty.ts')>(
      'questions/uncertain/uncertainty.ts',
    )),
    ...(await load<typeof import('../../../src/questions/cut/firebreak.ts')>(
      'questions/cut/firebreak.ts',
    )),
  };
};

const EQUATIONS = 'models/chained-boats/equations.ts';
const WRITE_OFF =
  'const lost = algebra.multiply(figures.loans.faceUsd[leg]!, loanUnpaid(round, leg));';
/** A column of loans: the share that is lost in default, another for every leg. */
const WITH_COLUMN = `const inDefault = algebra.constant(1 / (2 + leg));
    const lost = algebra.multiply(inDefault, algebra.multiply(figures.loans.faceUsd[leg]!, loanUnpaid(round, leg)));`;

const document = {
  version: 1,
  name: 'loans',
  asOf: '2026-01-15',
  firms: [
    {
      id: 'shop',
      name: { en: 'Shop' },
      layer: 'models',
      listed: false,
      country: 'US',
      valueUsd: 4e9,
      revenueUsd: 1e9,
      operatingIncomeUsd: 0.1e9,
      cashUsd: 0.02e9,
    },
    {
      id: 'bank',
      name: { en: 'Bank' },
      layer: 'capital',
      listed: false,
      country: 'US',
      valueUsd: 5e9,
    },
    {
      id: 'fund',
      name: { en: 'Fund' },
      layer: 'capital',
      listed: false,
      country: 'US',
      valueUsd: 3e9,
    },
  ].map((firm) => ({
    ...firm,
    sources: [],
    confidence: 'high',
  })),
  deals: [
    { id: 'debt-bank', lender: 'bank', faceUsd: 0.9e9, servicePerYearUsd: 0.3e9 },
    { id: 'debt-fund', lender: 'fund', faceUsd: 0.4e9, servicePerYearUsd: 0.15e9 },
  ].map((deal) => ({
    ...deal,
    kind: 'debt',
    borrower: 'shop',
    instrument: 'loan',
    status: 'closed',
    announcedOn: '2025-06-30',
    startYear: 2026,
    endYear: 2031,
    sources: [],
    confidence: 'high',
  })),
  uncertainty: [
    {
      id: 'face',
      figure: 'valueUsd',
      of: 'high',
      shape: 'triangular',
      low: 0.9,
      mode: 1,
      high: 1.1,
    },
  ],
};
const scenario: Scenario = {
  version: 1,
  name: 'a bad year',
  time: { mode: 'year', year: 2026 },
  shocks: [{ kind: 'revenue', firm: 'shop', size: 0.5 }],
};

describe('a column multiplied into the write-off of a loan, in the one line where it belongs', async () => {
  const plain = await engineWith('plain', EQUATIONS, WRITE_OFF, WRITE_OFF);
  const changed = await engineWith('column', EQUATIONS, WRITE_OFF, WITH_COLUMN);
  const network = changed.parseNetwork(document);
  const before = plain.simulate(plain.parseNetwork(document), scenario);
  const after = changed.simulate(network, scenario);
  const lossOf = ({ firms }: typeof after, id: string) => firms.find((one) => one.id === id)!;

  test('totals follow', () => {
    expect(lossOf(before, 'bank').lossUsd).toBeGreaterThan(1e7);
    expect(lossOf(after, 'bank').lossUsd).toBeCloseTo(lossOf(before, 'bank').lossUsd / 2, 3);
    expect(lossOf(after, 'fund').lossUsd).toBeCloseTo(lossOf(before, 'fund').lossUsd / 3, 3);
  });

  test('the ledger follows', () => {
    for (const id of ['bank', 'fund']) {
      const { ledger, lossUsd } = lossOf(after, id);
      expect(ledger.map(({ cause }) => cause)).toContain('loan');
      expect(ledger.reduce((sum, { usd }) => sum + usd, 0)).toBeCloseTo(lossUsd, 3);
    }
  });

  test('slopes and tornado follow', async () => {
    const { slopes, tornado, totalUsd } = await changed.sensitivity(network, scenario, {
      target: 'gross-loss',
    });
    expect(totalUsd).toBeCloseTo(after.totals.grossLossUsd, 3);
    const shock = slopes.find(({ input }) => input.kind === 'shock')!;
    const at = (size: number) =>
      changed.simulate(network, {
        ...scenario,
        shocks: [{ kind: 'revenue', firm: 'shop', size }],
      }).totals.grossLossUsd;
    expect(shock.slope! / ((at(0.5 + 1e-5) - at(0.5 - 1e-5)) / 2e-5)).toBeCloseTo(1, 5);
    expect(tornado.length).toBeGreaterThan(0);
    for (const { low } of tornado) expect(low.totalUsd).not.toBeNull();
    const value = tornado.find(({ input }) => input.kind === 'firm' && input.firm === 'shop')!;
    const cheaper = {
      ...document,
      firms: document.firms.map((firm) =>
        firm.id === 'shop' ? { ...firm, valueUsd: Number(value.low.value) } : firm,
      ),
    };
    expect(
      value.low.totalUsd! /
        changed.simulate(changed.parseNetwork(cheaper), scenario).totals.grossLossUsd,
    ).toBeCloseTo(1, 9);
  });

  test('draws follow', async () => {
    const { totals } = await changed.uncertainty(network, scenario, { draws: 64 });
    expect(totals.grossLossUsd!.point).toBeCloseTo(after.totals.grossLossUsd, 3);
    const least = totals.grossLossUsd!.quantiles[0]!;
    expect(least).toBeGreaterThan(0.85 * after.totals.grossLossUsd);
    expect(totals.grossLossUsd!.quantiles.at(-1)!).toBeLessThan(1.15 * after.totals.grossLossUsd);
  });

  test('cuts follow', async () => {
    const { single, lossUsd } = await changed.firebreak(network, scenario);
    expect(lossUsd).toBeCloseTo(after.totals.grossLossUsd, 3);
    for (const { measure, lossUsd: left } of single) {
      const cut = { ...scenario, cuts: [measure.kind === 'cash' ? '' : measure.deal] };
      expect(left).toBeCloseTo(changed.simulate(network, cut).totals.grossLossUsd, 3);
    }
  });
});

describe('a half-made change', () => {
  test('a term that no cause stands for fails in the very run', async () => {
    const { simulate, parseNetwork } = await engineWith(
      'nobody-to-blame',
      EQUATIONS,
      WRITE_OFF,
      'const lost = algebra.multiply(figures.loans.faceUsd[leg]!, round.seen.debtUnpaid[web.loans.borrower[leg]!]!);',
    );
    expect(() => simulate(parseNetwork(document), scenario)).toThrow(
      /^ledger of (bank|fund): found/,
    );
  });

  test('a term in one way to the loss alone fails in the very run', async () => {
    const { simulate, parseNetwork } = await engineWith(
      'one-way',
      EQUATIONS,
      'result.valueLossUsd[i] = borneUsd(round, i, loss);',
      'result.valueLossUsd[i] = borneUsd(round, i, algebra.multiply(loss, algebra.constant(1.1)));',
    );
    expect(() => simulate(parseNetwork(document), scenario)).toThrow(/^ledger of \w+: found/);
  });
});
