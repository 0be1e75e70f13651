import { expect, test } from 'vitest';
import { dollarGraph, toCsr, transpose } from '../../src/measures/dollar-graph.ts';
import { debt, equity, makeNetwork, order } from './make-network.ts';

const firms = [{ id: 'a' }, { id: 'b', valueUsd: 10 }, { id: 'c' }];
const deals = [
  order('a', 'b', { id: 'one', perYearUsd: 3 }),
  order('a', 'b', { id: 'two', perYearUsd: 4 }),
  equity('a', 'b', { stake: 0.5 }),
  debt('b', 'a', { faceUsd: 11 }),
  order('c', 'a', { perYearUsd: 0 }),
  order('b', 'c', {}),
];

test('parallel deals add up, the two directions of a pair stay apart', () => {
  const graph = dollarGraph(makeNetwork(firms, deals));
  expect(graph.ids).toEqual(['a', 'b', 'c']);
  expect([...graph.start]).toEqual([0, 1, 2, 2]);
  expect([...graph.column]).toEqual([1, 0]);
  expect([...graph.weight]).toEqual([12, 11]); // 3 + 4 + half of 10; 11
});

test('a deal without known dollars is named, one of 0 dollars is just no edge', () => {
  const { leftOut } = dollarGraph(makeNetwork(firms, deals));
  expect(leftOut).toEqual([{ deal: 'ord-b-c', reason: 'no amount known' }]);
});

test('only the layers asked for count', () => {
  expect([...dollarGraph(makeNetwork(firms, deals), ['order']).weight]).toEqual([7]);
  expect(dollarGraph(makeNetwork(firms, deals), ['equity']).leftOut).toEqual([]);
});

test('turning round twice gives the graph back; entries of a row to itself are dropped', () => {
  const graph = toCsr(4, [
    [3, 1, 2],
    [0, 2, 5],
    [0, 1, 4],
    [2, 2, 9],
    [3, 1, 1],
  ]);
  expect([...graph.weight]).toEqual([4, 5, 3]);
  expect([...transpose(graph).start]).toEqual([0, 0, 2, 3, 3]);
  expect(transpose(transpose(graph))).toEqual(graph);
});
