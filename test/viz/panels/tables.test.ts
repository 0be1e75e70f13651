import { describe, expect, it } from 'vitest';
import {
  countLosers,
  imputedCarriers,
  losersInOrder,
  lossOfUnknown,
} from '../../../viz/panels/count-losers.ts';
import { firmRows } from '../../../viz/panels/firm-rows.ts';
import { rankingExport } from '../../../viz/panels/ranking-export.ts';
import { findFirm } from '../../../viz/panels/search.ts';
import { nextSorting, sortRows } from '../../../viz/panels/sort-rows.ts';
import { cascadeOf, firm, networkOf } from '../worlds.ts';

const network = networkOf(
  [
    firm('alpha', { name: { en: 'Alpha, Inc.', zh: '阿尔法' }, ticker: 'ALF' }),
    firm('bravo', { name: { en: 'Bravo' } }),
    firm('fund', { name: { en: 'Fund' } }),
    firm('everyone', { name: { en: 'Everyone' }, aggregate: true }),
  ],
  [],
);
const cascade = cascadeOf(
  [
    { id: 'alpha', startValueUsd: 10, ledger: [{ cause: 'own-shock', round: 1, usd: 2 }] },
    {
      id: 'bravo',
      startValueUsd: 40,
      failedInRound: 2,
      ledger: [
        { cause: 'lost-order', firm: 'alpha', deal: 'ab', round: 2, usd: 50 },
        { cause: 'limited-liability', round: 2, usd: -10 },
      ],
    },
    {
      id: 'fund',
      startValueUsd: 8,
      valueKnown: false,
      ledger: [{ cause: 'holding', firm: 'bravo', round: 3, usd: 8 }],
    },
    { id: 'everyone', startValueUsd: 0, valueKnown: false, ledger: [] },
  ],
  [1, 2, 3],
);

describe('losers', () => {
  it('are firms of known value only, the largest loss first', () => {
    expect(countLosers(cascade)).toEqual({ losers: 2, failed: 1 });
    expect(losersInOrder(cascade).map(({ id }) => id)).toEqual(['bravo', 'alpha']);
    expect(lossOfUnknown(cascade)).toBe(8);
  });
});

describe('imputedCarriers', () => {
  it('are deals of imputed dollars that carried a loss, the largest first', () => {
    const deal = (id: string, basis: 'imputed' | 'stated', lossUsd: number) =>
      ({ id, basis, lossUsd, ratio: 1, countedUsd: 5e9 }) as const;
    const deals = [
      deal('small', 'imputed', 2),
      deal('stated', 'stated', 90),
      deal('still', 'imputed', 0),
      deal('large', 'imputed', 7),
    ];
    expect(imputedCarriers({ ...cascade, deals }).map(({ id }) => id)).toEqual(['large', 'small']);
  });
});

describe('firmRows', () => {
  const rows = firmRows(network, cascade, null);

  it('leaves out what stands for many and keeps the unknown unknown', () => {
    expect(rows.map(({ id }) => id)).toEqual(['alpha', 'bravo', 'fund']);
    expect(rows[2]).toMatchObject({ valueUsd: null, lossUsd: null, lossFraction: null });
  });

  it('finds the first round and the main cause', () => {
    expect(rows[1]).toMatchObject({
      firstRound: 2,
      mainCause: { cause: 'lost-order', firm: 'alpha', deal: 'ab' },
    });
  });

  it('exports with names, units and empty cells for the unknown', () => {
    const [header, units, first, , last] = rankingExport(rows, null).split('\n');
    expect(header).toMatch(/^firm,nameEn,nameZh,layer,status,valueUsd,lossUsd,lossFraction/);
    expect(units!.split(',')).toHaveLength(header!.split(',').length);
    expect(first).toMatch(/^bravo,Bravo,,compute,failed,40,40,1,2,2/);
    expect(last).toMatch(/^fund,Fund,,compute,burning,,,,3,/);
    expect(rankingExport(rows, null)).toContain('"Alpha, Inc."');
  });
});

describe('sortRows', () => {
  const collator = new Intl.Collator('en');
  const rows = [{ key: 3 }, { key: null }, { key: -1 }, { key: 7 }];

  it('puts the unknown last in either direction', () => {
    const keys = (direction: 'ascending' | 'descending') =>
      sortRows(rows, ({ key }) => key, direction, collator).map(({ key }) => key);
    expect(keys('ascending')).toEqual([-1, 3, 7, null]);
    expect(keys('descending')).toEqual([7, 3, -1, null]);
  });

  it('turns the order round on the same column, and starts anew on another', () => {
    const now = { column: 'loss', direction: 'descending' } as const;
    expect(nextSorting(now, 'loss', 'descending').direction).toBe('ascending');
    expect(nextSorting(now, 'firm', 'ascending')).toEqual({
      column: 'firm',
      direction: 'ascending',
    });
  });
});

describe('findFirm', () => {
  it('knows names in both languages, ids, tickers and beginnings', () => {
    for (const text of ['alpha', 'ALF', '阿尔法', ' Alpha, inc. ', 'alp']) {
      expect(findFirm(network, text), text).toBe('alpha');
    }
    expect(findFirm(network, 'rav')).toBe('bravo');
    expect(findFirm(network, 'zulu')).toBeUndefined();
    expect(findFirm(network, '  ')).toBeUndefined();
  });
});
