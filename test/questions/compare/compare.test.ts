import { describe, expect, test } from 'vitest';
import { ScenarioError } from '../../../src/base/errors.ts';
import { parseNetwork } from '../../../src/data/parse.ts';
import type { NetworkDocument } from '../../../src/data/schema.ts';
import { simulate } from '../../../src/models/chained-boats/simulate.ts';
import { ADAPTERS } from '../../../src/models/on-web/adapters.ts';
import { compare } from '../../../src/questions/compare/compare.ts';
import { comparisonSchema } from '../../../src/questions/compare/comparison.ts';
import type { Scenario } from '../../../src/scenario/schema.ts';
import { threeBoats } from '../../worlds/three-boats.ts';

const network = parseNetwork(threeBoats);
const scenario: Scenario = {
  version: 1,
  name: 'half',
  shocks: [{ kind: 'revenue', firm: 'alpha', size: 0.5 }],
};
const comparison = compare(network, scenario);

test('the document keeps its schema, and survives JSON', () => {
  expect(comparisonSchema.parse(comparison)).toEqual(comparison);
  expect(JSON.parse(JSON.stringify(comparison))).toEqual(comparison);
});

test('all models by default, each with what it can’t see, in two languages', () => {
  expect(comparison.models.map(({ id }) => id)).toEqual(ADAPTERS.map(({ id }) => id));
  for (const model of comparison.models) {
    expect(model).toMatchObject({ refused: null, converged: true });
    for (const text of [model.title, model.unit, model.maps, model.loses]) {
      expect(text.en.length).toBeGreaterThan(2);
      expect(text.zh).toMatch(/\p{Script=Han}/u);
    }
  }
});

test('the first column is what simulate says', () => {
  const { firms } = simulate(network, scenario);
  for (const { id, lossFraction } of firms) {
    const same = comparison.firms.find((firm) => firm.id === id)!;
    expect(same.losses['chained-boats']).toBeCloseTo(lossFraction ?? -1, 12);
  }
});

test('the spread is the largest less the smallest share', () => {
  for (const { losses, spread } of comparison.firms) {
    const known = Object.values(losses).filter((loss) => loss !== null);
    const sorted = known.toSorted((a, b) => a - b);
    expect(spread).toBeCloseTo(sorted.at(-1)! - sorted[0]!, 15);
  }
});

test('every pair of models once, each model agreeing with itself run twice', () => {
  const count = ADAPTERS.length;
  expect(comparison.correlations).toHaveLength((count * (count - 1)) / 2);
  for (const { firms } of comparison.correlations) expect(firms).toBeLessThanOrEqual(3);
  expect(compare(network, scenario)).toEqual(comparison);
});

test('models in the order asked for, each once', () => {
  const models = ['debtrank-linear', 'chained-boats', 'debtrank-linear'];
  const two = compare(network, scenario, { models });
  expect(two.models.map(({ id }) => id)).toEqual(['debtrank-linear', 'chained-boats']);
  expect(two.correlations).toHaveLength(1);
  expect(compare(network, scenario, { models: ['esri'] }).correlations).toEqual([]);
});

test('firms of unknown value, and those that stand for many, are in no correlation', () => {
  const { valueUsd: _, ...unknown } = threeBoats.firms[2]!;
  const firms = [threeBoats.firms[0]!, { ...threeBoats.firms[1]!, aggregate: true }, unknown];
  const result = compare(parseNetwork({ ...threeBoats, firms }), scenario);
  expect(result.firms.map(({ ranked }) => ranked)).toEqual([true, false, false]);
  for (const { firms: count, kendall, spearman } of result.correlations) {
    expect({ count, kendall, spearman }).toEqual({ count: 1, kendall: null, spearman: null });
  }
});

test('a web on which a model isn’t defined empties its column alone', () => {
  const stakes = [
    ['alpha', 'bravo'],
    ['bravo', 'alpha'],
  ].map(([holder, issuer]) => ({
    id: `eq-whole-${holder}`,
    kind: 'equity' as const,
    holder: holder!,
    issuer: issuer!,
    instrument: 'shares',
    status: 'closed' as const,
    stake: 1,
  }));
  const deals = threeBoats.deals.filter(({ kind }) => kind === 'order');
  const closed: NetworkDocument = {
    ...threeBoats,
    deals: [...deals.map((deal) => ({ ...deal, link: undefined })), ...stakes],
  };
  const result = compare(parseNetwork(closed), scenario);
  const refused = result.models.filter((model) => model.refused !== null);
  expect(refused.map(({ id }) => id)).toContain('cross-holdings');
  expect(refused[0]!.refused).toContain('expected');
  expect(refused.length).toBeLessThan(result.models.length);
  expect(comparisonSchema.parse(result)).toEqual(result);
  for (const { losses } of result.firms) expect(losses['cross-holdings']).toBeNull();
});

describe('bad input', () => {
  test.each([
    [['debtrank'], 'models: found "debtrank", expected one of chained-boats'],
    [[], 'models: found none, expected at least one'],
  ])('models %j', (models, message) => {
    expect(() => compare(network, scenario, { models })).toThrow(message);
    expect(() => compare(network, scenario, { models })).toThrow(ScenarioError);
  });

  test('a shock on a firm that isn’t there', () => {
    const shocks = [{ kind: 'revenue', firm: 'delta', size: 0.5 }] as const;
    expect(() => compare(network, { ...scenario, shocks: [...shocks] })).toThrow(ScenarioError);
  });
});
