import { expect, test } from 'vitest';
import { FIGURES, failing, ids, isCount, isDay, LAYERS } from './rows.ts';
import { endsOf, type Row, table } from './tables.ts';

const firms = table('firms');
const deals = table('deals');
const layout = table('layout');

test('have a known layer, names in English and Chinese, and shelves where they compute', () => {
  const isRight = (firm: Row): boolean =>
    LAYERS.includes(firm['layer']!) &&
    firm['name.en'] !== '' &&
    firm['name.zh'] !== '' &&
    !/[()()]/.test(firm['name.zh']!) &&
    (firm['layer'] === 'compute') === (firm['shelf'] !== '');
  expect(failing(firms, isRight)).toEqual([]);
});

test('figures are whole dollars with a day and, for value and revenue, a basis', () => {
  const isRight = (firm: Row): boolean =>
    FIGURES.every(
      (figure) =>
        (figure === 'operatingIncomeUsd' || isCount(firm[figure])) &&
        (firm[figure] !== '' || firm[`figuresOn.${figure}`] === '') &&
        isDay(firm[`figuresOn.${figure}`] || firm['asOf']),
    ) &&
    (firm['valueUsd'] === '') === (firm['valueBasis'] === '') &&
    (firm['revenueUsd'] === '') === (firm['revenueBasis'] === '');
  expect(failing(firms, isRight)).toEqual([]);
});

test('aggregates are bond investors and bank syndicates only', () => {
  const aggregates = firms.filter(({ aggregate }) => aggregate === 'yes');
  expect(ids(aggregates)).toEqual(['bond-investors', 'bank-syndicate']);
});

test('each is touched by a deal and has its own place on the map', () => {
  const touched = new Set(deals.flatMap(endsOf));
  expect(ids(firms).filter((id) => !touched.has(id))).toEqual([]);
  expect(layout.map(({ firm }) => firm).sort()).toEqual(ids(firms).sort());
});

test('within a lane or shelf places keep their distance', () => {
  const xOf = new Map(layout.map(({ firm, x }) => [firm!, Number(x)]));
  const laneOf = ({ layer, shelf }: Row): string =>
    shelf || (['apps', 'middleware', 'users'].includes(layer!) ? 'uses' : layer!);
  for (const lane of new Set(firms.map(laneOf))) {
    const xs = firms.filter((firm) => laneOf(firm) === lane).map(({ id }) => xOf.get(id!)!);
    xs.sort((a, b) => a - b);
    expect(xs.every((x) => x >= 0 && x <= 1)).toBe(true);
    const gaps = xs.slice(1).map((x, index) => x - xs[index]!);
    expect(Math.min(...gaps), lane).toBeGreaterThan(0.9 / (xs.length + 1));
  }
});
