import { describe, expect, test } from 'vitest';
import { DataError, ModelError, ScenarioError } from '../../../src/base/errors.ts';
import { PUBLISHED, PUBLISHED_IDS } from '../../../src/models/published.ts';
import { problemJsonSchema } from '../../../src/questions/solve/problem-json-schema.ts';
import { solve, solveDocument } from '../../../src/questions/solve/solve.ts';

/** A owes B 10 and has 4, B owes C 10 and has 3: A pays 4, B pays 7. */
const chain = {
  model: 'eisenberg-noe',
  liabilities: [
    [0, 1, 10],
    [1, 2, 10],
  ],
  externalAssets: [4, 3, 1],
  parameters: { clearing: 'greatest' },
} as const;

const thrown = (call: () => unknown): Error => {
  try {
    call();
  } catch (error) {
    if (error instanceof Error) return error;
  }
  throw new Error('nothing was thrown');
};

test('a problem by hand, typed by its model', () => {
  const { payments, defaulted, converged } = solve(chain);
  expect(payments).toEqual([4, 7, 0]);
  expect(defaulted).toEqual([true, true, false]);
  expect(converged).toBe(true);
});

test('dense and listed matrices, a $schema beside: the same answer', () => {
  const dense = [
    [0, 10, 0],
    [0, 0, 10],
    [0, 0, 0],
  ];
  const document = { ...chain, $schema: 'https://example.org/problem', liabilities: dense };
  expect(solveDocument(document)).toEqual(solve(chain));
});

test('every model is listed under its own id, and solves an empty problem of no firms', () => {
  for (const id of PUBLISHED_IDS) expect(PUBLISHED[id].id).toBe(id);
  const answer = solve({ model: 'eisenberg-noe', liabilities: [], externalAssets: [] });
  expect(answer).toMatchObject({ payments: [], converged: true });
});

describe('what is no problem is refused with its place', () => {
  test.each([
    [{ ...chain, model: 'eisenberg' }, 'model: found "eisenberg"', 'Did you mean eisenberg-noe?'],
    [{ externalAssets: [] }, 'model: found nothing', `one of ${PUBLISHED_IDS.join(', ')}`],
    [{ ...chain, model: 'constructor' }, 'model: found "constructor"', 'expected one of'],
  ])('%#: unknown model', (document, start, end) => {
    const error = thrown(() => solveDocument(document));
    expect(error).toBeInstanceOf(ScenarioError);
    expect(error.message).toContain(start);
    expect(error.message).toContain(end);
  });

  test.each([
    [{ liabilities: [[0, 1, '10']] }, 'problem: liabilities[0][2]: found "10", expected a number'],
    [
      { liabilities: { entries: [[0, null, 1]] } },
      'problem: liabilities.entries[0][1]: found null',
    ],
    [{ liabilities: 'all' }, 'problem: liabilities: found "all", expected a list'],
    [{ externalAssets: [Number.NaN, 3, 1] }, 'problem: externalAssets[0]: found NaN, expected a'],
    [{ externalAssets: [Number.POSITIVE_INFINITY] }, 'externalAssets[0]: found Infinity'],
    [{ externalAssets: undefined }, 'problem: externalAssets: found nothing, expected a list'],
    [{ extrnalLiabilities: [1] }, 'Did you mean externalLiabilities or'],
  ])('%#: %j', (change, message) => {
    const error = thrown(() => solveDocument({ ...chain, ...change }));
    expect(error).toBeInstanceOf(DataError);
    expect(error.message).toContain(message);
    expect(error.message).not.toContain('\n');
  });

  test('a misspelt field is named before the one that is missing', () => {
    const { externalAssets, ...rest } = chain;
    const error = thrown(() => solveDocument({ ...rest, externalAsets: externalAssets }, 'p.json'));
    expect(error.message).toMatch(/^p\.json: externalAsets: .*Did you mean externalAssets\?$/);
  });

  test('parameters and models keep their own errors', () => {
    const strange = { ...chain, parameters: { recovery: 2 } };
    expect(thrown(() => solveDocument(strange))).toBeInstanceOf(ScenarioError);
    const negative = { ...chain, liabilities: [[0, 1, -10]] };
    expect(thrown(() => solveDocument(negative))).toBeInstanceOf(ModelError);
  });
});

describe.each(PUBLISHED_IDS)('schema of %s', (id) => {
  const schema = problemJsonSchema(id) as {
    readonly properties: Record<string, Record<string, unknown>>;
    readonly required: readonly string[];
    readonly additionalProperties: boolean;
  };

  test('names the model and its fields, and nothing else passes', () => {
    expect(schema.properties['model']).toEqual({ const: id });
    expect(schema.required).toContain('model');
    expect(schema.required.length).toBeGreaterThan(1);
    for (const field of schema.required) expect(schema.properties).toHaveProperty(field);
    expect(schema.additionalProperties).toBe(false);
    expect(JSON.stringify(schema)).not.toContain('readOnly');
  });

  test('has every parameter with its default', () => {
    const { properties } = schema.properties['parameters'] as {
      properties: Record<string, { default: unknown }>;
    };
    const defaults = Object.entries(properties).map(([name, field]) => [name, field.default]);
    const table = Object.entries(PUBLISHED[id].parameters);
    expect(defaults).toEqual(table.map(([name, parameter]) => [name, parameter.default]));
  });
});
