import { expect, test } from 'vitest';
import { MEASURES } from '../../src/measures/measures.ts';
import { debt, equity, makeNetwork, order } from './make-network.ts';

const web = makeNetwork(
  [{ id: 'a' }, { id: 'b', valueUsd: 40 }, { id: 'c' }],
  [
    order('a', 'b', { id: 'one', perYearUsd: 3 }),
    order('a', 'c', { id: 'two', perYearUsd: 4 }),
    order('c', 'b', {}),
    equity('c', 'b', { stake: 0.25 }),
    debt('c', 'a', { faceUsd: 11 }),
  ],
);

test.each([
  ['order-out', [7, 0, 0]],
  ['order-in', [0, 3, 4]],
  ['equity-out', [0, 0, 10]],
  ['equity-in', [0, 10, 0]],
  ['debt-out', [0, 0, 11]],
  ['debt-in', [11, 0, 0]],
])('%s by hand', (id, dollars) => {
  const measure = MEASURES.find((candidate) => candidate.id === id);
  expect([...measure!.fn(web)]).toEqual(dollars);
});
