import { expect, test } from 'vitest';
import { ScenarioError } from '../../../src/base/errors.ts';
import type { Network } from '../../../src/data/graph.ts';
import { exposure } from '../../../src/questions/exposure/exposure.ts';
import {
  type ExposureLayer,
  exposureSchema,
} from '../../../src/questions/exposure/exposure-schema.ts';
import { debt, equity, firm, makeNetwork, order } from '../../measures/make-network.ts';

/** Holder h owns of k, k of j; t sells to k, k to j; l lends to k, k to j. Nobody is like another. */
const web = makeNetwork(
  [
    { id: 'h' },
    { id: 'k', valueUsd: 50e9, revenueUsd: 20e9 },
    { id: 'j', valueUsd: 200e9, revenueUsd: 9e9 },
    { id: 't', valueUsd: 80e9, revenueUsd: 30e9 },
    { id: 'l', valueUsd: 12e9 },
  ],
  [
    equity('h', 'k', { stake: 0.3 }),
    equity('k', 'j', { stake: 0.1 }),
    order('k', 't', { perYearUsd: 6e9 }),
    order('j', 'k', { perYearUsd: 5e9 }),
    debt('l', 'k', { faceUsd: 4e9 }),
    debt('k', 'j', { faceUsd: 10e9 }),
  ],
);

const pair = (network: Network, layer: ExposureLayer, exposed: string, to: string) =>
  exposure(network, { layers: [layer] }).exposures.find(
    (entry) => entry.exposed === exposed && entry.to === to,
  );

test('equity: share of what is held through others', () => {
  expect(pair(web, 'equity', 'k', 'j')).toMatchObject({ directUsd: 20e9, totalUsd: 20e9 });
  expect(pair(web, 'equity', 'h', 'j')).toMatchObject({
    directUsd: 0,
    totalUsd: 0.3 * 20e9,
    deals: [],
  });
});

test('orders: what a supplier sells to the customer’s suppliers goes with it, of their output', () => {
  // k sells 5 of its 20 to j; without j it buys a quarter less of t
  expect(pair(web, 'order', 'k', 'j')).toMatchObject({ directUsd: 5e9, totalUsd: 5e9 });
  expect(pair(web, 'order', 't', 'j')).toMatchObject({
    directUsd: 0,
    totalUsd: 1.5e9,
    totalOfValue: 1.5 / 80,
    totalOfRevenue: 0.05,
  });
  expect(pair(web, 'order', 'j', 'k')).toBeUndefined();
});

test('debt: a lender’s loss is passed on over its value', () => {
  expect(pair(web, 'debt', 'k', 'j')).toMatchObject({ directUsd: 10e9, directOfValue: 0.2 });
  expect(pair(web, 'debt', 'l', 'j')).toMatchObject({ directUsd: 0, totalUsd: 0.2 * 4e9 });
});

test('together: value at stake, orders as the part of the supplier’s own value that rests on them', () => {
  // k: stake 20 + loan 10 + (50 - 20) x 5/20 of its own value
  expect(pair(web, 'together', 'k', 'j')).toMatchObject({ directUsd: 37.5e9, directOfValue: 0.75 });
  // t: 80 x 6/30 rests on k, and three quarters of it on j through k
  expect(pair(web, 'together', 't', 'k')).toMatchObject({ directUsd: 16e9 });
  expect(pair(web, 'together', 't', 'j')!.totalUsd).toBeCloseTo(12e9, -2);
  expect(pair(web, 'together', 'h', 'j')!.totalUsd).toBeCloseTo(0.75 * 15e9, -2);
});

test('unknown value and revenue leave shares unknown, never 0', () => {
  expect(pair(web, 'equity', 'h', 'k')).toMatchObject({
    directUsd: 15e9,
    directOfValue: null,
    totalOfValue: null,
    totalOfRevenue: null,
  });
  expect(pair(web, 'debt', 'l', 'k')).toMatchObject({
    directOfValue: 1 / 3,
    directOfRevenue: null,
  });
});

test('a deal of unknown dollars is named: its pair is unknown, or a floor', () => {
  const patchy = makeNetwork(
    [{ id: 'a', valueUsd: 90e9, revenueUsd: 8e9 }, { id: 'b', revenueUsd: 10e9 }, { id: 'c' }],
    [
      order('b', 'a', { perYearUsd: 2e9 }),
      order('c', 'b', {}),
      order('c', 'a', { id: 'mute' }),
      order('b', 'a', { id: 'mute-too' }),
    ],
  );
  const [known] = [pair(patchy, 'order', 'a', 'b')];
  expect(known).toMatchObject({ directUsd: 2e9, unknownDeals: ['mute-too'], deals: ['ord-b-a'] });
  expect(pair(patchy, 'order', 'b', 'c')).toMatchObject({
    directUsd: null,
    totalUsd: null,
    directOfRevenue: null,
  });
  const answer = exposure(patchy, { layers: ['order'] });
  expect(answer.leftOut.map(({ deal }) => deal)).toEqual(['ord-c-b', 'mute', 'mute-too']);
  expect(answer.exposures.at(-1)!.totalUsd).toBeNull();
});

test('a chain of known dollars counts although the direct deal is unknown', () => {
  const network = makeNetwork(
    [{ id: 'a' }, { id: 'b', revenueUsd: 10e9 }, { id: 'c' }],
    [
      order('b', 'a', { perYearUsd: 4e9 }),
      order('c', 'b', { perYearUsd: 5e9 }),
      order('c', 'a', {}),
    ],
  );
  expect(pair(network, 'order', 'a', 'c')).toMatchObject({ directUsd: null, totalUsd: 2e9 });
});

test('together leaves out orders to suppliers of unknown value or revenue, and says so', () => {
  const network = makeNetwork(
    [{ id: 'a', valueUsd: 5e9 }, { id: 'b' }],
    [order('b', 'a', { perYearUsd: 1e9 })],
  );
  const { exposures, leftOut } = exposure(network, { layers: ['together'] });
  expect(exposures).toMatchObject([{ exposed: 'a', to: 'b', directUsd: null, totalUsd: null }]);
  expect(leftOut).toEqual([
    { layer: 'together', deal: 'ord-b-a', reason: 'value or revenue of the supplier unknown' },
  ]);
});

test('cancelled and conditional deals are no exposure, not even an unknown one', () => {
  const network = makeNetwork(
    [{ id: 'a' }, { id: 'b' }],
    [
      debt('a', 'b', { faceUsd: 1e9, status: 'cancelled' }),
      debt('b', 'a', { faceUsd: 2e9, contingent: true }),
    ],
  );
  expect(exposure(network).exposures).toEqual([]);
});

test('more than all of an issuer held: shares shrink to the whole of it', () => {
  const network = makeNetwork(
    [{ id: 'a' }, { id: 'b' }, { id: 'c', valueUsd: 10e9 }, { id: 'd', valueUsd: 40e9 }],
    [
      equity('a', 'c', { paidUsd: 12e9 }),
      equity('b', 'c', { stake: 0.5 }),
      equity('c', 'd', { stake: 0.2 }),
    ],
  );
  // a's whole and b's half of c come to 1.5: two thirds and one third of c's 8 bn in d
  expect(pair(network, 'equity', 'a', 'd')!.totalUsd).toBeCloseTo(8e9 * (1 / 1.5), 0);
  expect(pair(network, 'equity', 'b', 'd')!.totalUsd).toBeCloseTo(8e9 * (0.5 / 1.5), 0);
});

test('loans that multiply along a ring have direct figures only, and a reason', () => {
  const network = makeNetwork(
    [
      { id: 'a', valueUsd: 1e9 },
      { id: 'b', valueUsd: 2e9 },
    ],
    [debt('a', 'b', { faceUsd: 5e9 }), debt('b', 'a', { faceUsd: 3e9 })],
  );
  const answer = exposure(network, { layers: ['debt', 'order'] });
  expect(answer.layers[0]!.noTotal).toMatch(
    /total exposure, debt: found chains that come back 2\.74/,
  );
  expect(answer.layers[1]!.noTotal).toBeNull();
  expect(answer.exposures.map(({ directUsd, totalUsd }) => [directUsd, totalUsd])).toEqual([
    [5e9, null],
    [3e9, null],
  ]);
});

test('is the document of its schema; one firm sees both of its sides', () => {
  const answer = exposure(web, { firm: 'K' });
  expect(exposureSchema.parse(JSON.parse(JSON.stringify(answer)))).toEqual(answer);
  expect(answer.receipt).toMatchObject({
    firm: 'k',
    layers: ['equity', 'order', 'debt', 'together'],
  });
  expect(answer.exposures.every(({ exposed, to }) => exposed === 'k' || to === 'k')).toBe(true);
  const equityPairs = answer.exposures.filter(({ layer }) => layer === 'equity');
  expect(equityPairs.map(({ exposed, to }) => `${exposed} ${to}`)).toEqual(['k j', 'h k']);
});

test('the order of firms and deals changes nothing', () => {
  const turned = makeNetwork(
    [...web.nodes()].reverse().map((id) => firm(web.getNodeAttributes(id))),
    [...web.edges()].reverse().map((id) => web.getEdgeAttributes(id)),
  );
  expect(exposure(turned).receipt.resultHash).toBe(exposure(web).receipt.resultHash);
});

test('nobody, and nobody’s deals, have no exposures', () => {
  expect(exposure(makeNetwork([], [])).exposures).toEqual([]);
  expect(exposure(makeNetwork([{ id: 'alone', valueUsd: 1 }], [])).exposures).toEqual([]);
});

test.each([
  [{ firm: 'nobody' }, /firm: found "nobody"/],
  [
    { layers: ['shares' as 'equity'] },
    /layers: found "shares", expected one of equity, order, debt, together/,
  ],
  [{ layers: [] }, /layers: found none/],
])('refuses %j', (options, message) => {
  expect(() => exposure(web, options)).toThrow(ScenarioError);
  expect(() => exposure(web, options)).toThrow(message);
});
