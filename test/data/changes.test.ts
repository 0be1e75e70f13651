import { expect, test } from 'vitest';
import { changesByDay } from '../../src/data/changes.ts';
import type { NetworkDocument } from '../../src/data/schema.ts';
import { harbour } from '../worlds/harbour.ts';

test('deals announced, changed and cancelled, each on its day, days in order', () => {
  const changes = changesByDay(harbour);
  const days = [...changes.keys()];
  expect(days).toEqual(days.toSorted());
  expect(changes.get('2025-09-22')).toEqual([
    { kind: 'deal', id: 'eq-pike-minnow', change: 'announced', fields: [] },
    { kind: 'deal', id: 'ord-minnow-pike', change: 'announced', fields: [] },
  ]);
  expect(changes.get('2025-10-30')).toContainEqual({
    kind: 'deal',
    id: 'eq-heron-eel',
    change: 'cancelled',
    fields: ['status'],
  });
  expect(changes.get('2026-02-27')).toContainEqual({
    kind: 'deal',
    id: 'eq-pike-minnow',
    change: 'changed',
    fields: ['status', 'commitmentUsd', 'capacityGw', 'stake'],
  });
});

test('a figure counts on the day on which it was observed, later days than the book’s do not', () => {
  const document: NetworkDocument = {
    ...harbour,
    asOf: '2025-12-31',
    deals: [],
    firms: [
      {
        id: 'oak',
        name: { en: 'Oak' },
        layer: 'models',
        valueUsd: 5e9,
        revenueUsd: 1e9,
        asOf: '2025-06-30',
        figuresOn: { valueUsd: '2025-03-01' },
        history: [
          { on: '2025-06-30', cashUsd: 2e8, note: 'a note is no change' },
          { on: '2026-01-05', valueUsd: 6e9 },
        ],
      },
    ],
  };
  expect([...changesByDay(document)]).toEqual([
    ['2025-03-01', [{ kind: 'firm', id: 'oak', change: 'changed', fields: ['valueUsd'] }]],
    [
      '2025-06-30',
      [{ kind: 'firm', id: 'oak', change: 'changed', fields: ['revenueUsd', 'cashUsd'] }],
    ],
  ]);
});
