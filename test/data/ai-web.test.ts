import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { CONFIDENCES } from '../../src/data/schema.ts';
import { scenarioSchema } from '../../src/scenario/schema.ts';
import { failing, ids, LAYERS } from './rows.ts';
import { FOLDER, list, type Row, table } from './tables.ts';

const firms = table('firms');
const deals = table('deals');
const sources = table('sources');
const facts = table('facts');
const perGigawatt = table('per-gigawatt');
const history = table('history');

describe('ids', () => {
  test('are slugs and unique; no deal has the id of a firm', () => {
    for (const rows of [[...firms, ...deals], sources, facts, perGigawatt]) {
      expect(new Set(ids(rows)).size).toBe(rows.length);
      expect(ids(rows).filter((id) => !/^[a-z0-9]+(?:[-.][a-z0-9]+)*$/.test(id))).toEqual([]);
    }
  });

  test('sizes of the tables are those that data/README.md states', () => {
    const readme = readFileSync(new URL('../README.md', FOLDER), 'utf8');
    expect(readme).toContain(`${firms.length} firms of the AI stack and the ${deals.length} deals`);
    expect(facts.length).toBeGreaterThanOrEqual(115);
  });
});

describe('sources', () => {
  const seenById = new Map(sources.map(({ id, seen }) => [id!, seen]));
  const stated = [...firms, ...deals, ...facts, ...perGigawatt, ...history];

  test('every record and every change cites sources that exist, and has a confidence', () => {
    const isRight = (row: Row): boolean =>
      list(row['sources']).length > 0 &&
      list(row['sources']).every((id) => seenById.has(id)) &&
      CONFIDENCES.some((name) => name === row['confidence']);
    expect(failing(stated, isRight)).toEqual([]);
  });

  test('nothing is of high confidence on recalled sources alone', () => {
    const isRight = (row: Row): boolean =>
      row['confidence'] !== 'high' || list(row['sources']).some((id) => seenById.get(id) === 'yes');
    expect(failing(stated, isRight)).toEqual([]);
  });

  test('a page that was read has an address; every source a title, a publisher and a date', () => {
    const isRight = ({ seen, url, title, publisher, publishedOn = '' }: Row): boolean =>
      (seen === 'no' || (seen === 'yes' && /^https?:\/\//.test(url!))) &&
      title !== '' &&
      publisher !== '' &&
      /^(\d{4}(-\d{2}(-\d{2})?)?)?$/.test(publishedOn);
    expect(failing(sources, isRight)).toEqual([]);
  });
});

test('dollars per gigawatt lie in their range and are for instruments and suppliers that occur', () => {
  const isRight = ({ instrument, supplier, usdPerGw, lowUsdPerGw, highUsdPerGw, note }: Row) =>
    Number(lowUsdPerGw) <= Number(usdPerGw) &&
    Number(usdPerGw) <= Number(highUsdPerGw) &&
    note !== '' &&
    deals.some(
      (deal) => deal['instrument'] === instrument && (!supplier || deal['supplier'] === supplier),
    );
  expect(failing(perGigawatt, isRight)).toEqual([]);
});

test('scenarios are valid and name firms, deals and layers that exist', () => {
  const names = readdirSync(new URL('scenarios/', FOLDER));
  expect(names).toContain('openai-shortfall-50.json');
  const known = new Set([...ids(firms), ...ids(deals), ...LAYERS, 'all']);
  for (const name of names) {
    const text = readFileSync(new URL(`scenarios/${name}`, FOLDER), 'utf8');
    const { shocks } = scenarioSchema.parse(JSON.parse(text));
    for (const { kind: _kind, size, ...where } of shocks) {
      expect(Object.values(where).filter((id) => !known.has(id))).toEqual([]);
      expect(size).toBeGreaterThan(0);
    }
  }
});
