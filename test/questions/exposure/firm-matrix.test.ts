import { expect, test } from 'vitest';
import { ModelError, ScenarioError } from '../../../src/base/errors.ts';
import { allDealShares, dealShares, exposure } from '../../../src/questions/exposure/exposure.ts';
import { firmMatrixTable } from '../../../src/questions/exposure/exposure-tables.ts';
import { firmMatrix } from '../../../src/questions/exposure/firm-matrix.ts';
import {
  type FirmMatrix,
  firmMatrixSchema,
} from '../../../src/questions/exposure/firm-matrix-schema.ts';
import { identityLess, linearSolve, zeros } from '../../linear-solve.ts';
import { debt, equity, makeNetwork, order } from '../../measures/make-network.ts';

/** Two firms hold of each other, a third of the first; orders run in a ring too. */
const web = makeNetwork(
  [
    { id: 'a', valueUsd: 90e9, revenueUsd: 40e9, operatingIncomeUsd: 15e9 },
    { id: 'b', valueUsd: 30e9, revenueUsd: 10e9, operatingIncomeUsd: -2e9 },
    { id: 'c', revenueUsd: 8e9 },
  ],
  [
    equity('a', 'b', { stake: 0.25 }),
    equity('b', 'a', { stake: 0.1 }),
    equity('c', 'a', { stake: 0.4 }),
    order('a', 'b', { perYearUsd: 6e9 }),
    order('b', 'c', { perYearUsd: 5e9 }),
    order('c', 'a', { perYearUsd: 1e9 }),
  ],
);

const denseOf = ({ firms, entries }: FirmMatrix): number[][] => {
  const matrix = zeros(firms.length);
  for (const [row, column, entry] of entries) matrix[row]![column] = entry;
  return matrix;
};

const inverse = (matrix: number[][]): number[][] => {
  const columns = matrix.map((_, j) =>
    linearSolve(
      matrix,
      matrix.map((_row, i) => (i === j ? 1 : 0)),
    ),
  );
  return matrix.map((_, i) => columns.map((column) => column[i]!));
};

const expectClose = (found: number[][], wanted: number[][]): void => {
  wanted.forEach((row, i) => {
    row.forEach((entry, j) => {
      expect(found[i]![j]).toBeCloseTo(entry, 12);
    });
  });
};

test('dependency: Ĉ (I - C)^-1 by elimination; what a firm owns belongs to somebody in full', () => {
  const c = [
    [0, 0.25, 0],
    [0.1, 0, 0],
    [0.4, 0, 0],
  ];
  const outside = [0.5, 0.75, 1];
  const wanted = inverse(identityLess(c)).map((row, i) => row.map((entry) => outside[i]! * entry));
  const answer = firmMatrix(web, 'dependency');
  expectClose(denseOf(answer), wanted);
  for (const column of [0, 1, 2]) {
    const sum = denseOf(answer).reduce((total, row) => total + row[column]!, 0);
    expect(sum).toBeCloseTo(1, 12);
  }
  expect(firmMatrixSchema.parse(JSON.parse(JSON.stringify(answer)))).toEqual(answer);
});

test('Leontief: (I - A)^-1 by elimination, A over the output of the customer', () => {
  // a makes 40, b 10, c 8: rows suppliers, columns customers
  const a = [
    [0, 0, 1 / 8],
    [6 / 40, 0, 0],
    [0, 5 / 10, 0],
  ];
  expectClose(denseOf(firmMatrix(web, 'leontief')), inverse(identityLess(a)));
});

test('total order exposure is the output lost by extraction, x N_ij / N_jj', () => {
  const inverseOfOrders = denseOf(firmMatrix(web, 'leontief'));
  const output = [40e9, 10e9, 8e9];
  const { exposures } = exposure(web, { layers: ['order'] });
  expect(exposures).toHaveLength(6);
  for (const { exposed, to, totalUsd } of exposures) {
    const [i, j] = [web.nodes().indexOf(exposed), web.nodes().indexOf(to)];
    const wanted = (output[j]! * inverseOfOrders[i]![j]!) / inverseOfOrders[j]![j]!;
    expect(totalUsd! / wanted).toBeCloseTo(1, 12);
  }
});

test('firms that belong wholly to each other, or buy only of each other, are refused by name', () => {
  const closed = makeNetwork(
    [{ id: 'x' }, { id: 'y' }],
    [
      equity('x', 'y', { stake: 1 }),
      equity('y', 'x', { stake: 1 }),
      order('x', 'y', { perYearUsd: 3e9 }),
      order('y', 'x', { perYearUsd: 3e9 }),
    ],
  );
  expect(() => firmMatrix(closed, 'dependency')).toThrow(ModelError);
  expect(() => firmMatrix(closed, 'dependency')).toThrow(/stakes: found x owned wholly by firms/);
  expect(() => firmMatrix(closed, 'leontief')).toThrow(
    /orders: found chains that come back 1\.00 times/,
  );
});

test('an unknown matrix is refused with the list, an empty web has empty ones', () => {
  expect(() => firmMatrix(web, 'ghosh' as 'leontief')).toThrow(ScenarioError);
  expect(() => firmMatrix(web, 'ghosh' as 'leontief')).toThrow(/dependency, leontief/);
  expect(firmMatrix(makeNetwork([], []), 'dependency').entries).toEqual([]);
});

test('both percentages of a deal: of the payer’s cost and of the payee’s revenue', () => {
  expect(dealShares(web, web.getEdgeAttributes('ord-a-b'))).toEqual({
    deal: 'ord-a-b',
    kind: 'order',
    payer: 'a',
    payee: 'b',
    usd: 6e9,
    unit: 'usd-per-year',
    ofPayerCost: 6 / 25,
    ofPayeeRevenue: 0.6,
  });
  expect(dealShares(web, web.getEdgeAttributes('ord-b-c'))).toMatchObject({
    ofPayerCost: 5 / 12,
    ofPayeeRevenue: 5 / 8,
  });
});

test('unknown income, revenue or dollars leave a percentage unknown', () => {
  const network = makeNetwork(
    [{ id: 'a', revenueUsd: 4e9 }, { id: 'b' }],
    [order('a', 'b', { perYearUsd: 1e9 }), debt('b', 'a', {})],
  );
  const [loan, sale] = allDealShares(network);
  expect(sale).toMatchObject({
    deal: 'ord-a-b',
    usd: 1e9,
    ofPayerCost: null,
    ofPayeeRevenue: null,
  });
  expect(loan).toMatchObject({ usd: null, unit: 'usd', ofPayeeRevenue: null });
});

test('a pair whose deals have no dollars is unknown in the matrix, not nothing', () => {
  const shy = makeNetwork(
    [
      { id: 'a', valueUsd: 9e9, revenueUsd: 4e9 },
      { id: 'b', valueUsd: 5e9, revenueUsd: 3e9 },
      { id: 'c', valueUsd: 2e9, revenueUsd: 1e9 },
    ],
    [order('a', 'b', {}), order('b', 'c', { perYearUsd: 0.5e9 })],
  );
  for (const of of ['direct', 'total'] as const) {
    const { entries, unknown } = firmMatrix(shy, of, 'order');
    expect(unknown).toEqual(
      of === 'direct' || !entries.some(([row, to]) => row === 1 && to === 0) ? [[1, 0]] : [],
    );
  }
  const { columns } = firmMatrixTable(firmMatrix(shy, 'direct', 'order'));
  const ofA = columns.find(({ name }) => name === 'a')!;
  expect(ofA.values).toEqual([0, null, 0]);
  expect(firmMatrix(shy, 'leontief').unknown).toEqual([]);
});
