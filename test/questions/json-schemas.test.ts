import { expect, it } from 'vitest';
import { jsonSchemas } from '../../src/questions/json-schemas.ts';

it('publishes every document, unknown fields refused', () => {
  const schemas = jsonSchemas();
  for (const name of ['network', 'scenario', 'cascade', 'comparison', 'ranking', 'order-book']) {
    expect(schemas).toHaveProperty(name);
  }
  for (const schema of Object.values(schemas)) {
    expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema');
    expect(schema.additionalProperties).toBe(false);
    expect(schema.required).toContain('version');
  }
});

it('asks of a network only what nobody can fill in', () => {
  const { network } = jsonSchemas();
  const deals = network.properties?.['deals'] as { items: { oneOf: { required: string[] }[] } };
  expect(deals.items.oneOf.map(({ required }) => required)).toEqual([
    ['kind', 'customer', 'supplier', 'id', 'status'],
    ['kind', 'holder', 'issuer', 'id', 'status'],
    ['kind', 'lender', 'borrower', 'id', 'status'],
  ]);
});
