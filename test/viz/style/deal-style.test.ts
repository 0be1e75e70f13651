import { describe, expect, it } from 'vitest';
import { dealAmountUsd } from '../../../viz/style/deal-amount.ts';
import { dealLabel } from '../../../viz/style/deal-label.ts';
import { dealLook, dealStyle, dealWidth } from '../../../viz/style/deal-style.ts';
import { themes } from '../../../viz/theme/tokens.ts';
import { debt, equity, order } from '../worlds.ts';

const styleOf = (deal: Parameters<typeof dealStyle>[0], basis: 'total' | 'per-year' = 'total') =>
  dealStyle(deal, themes.dark, basis, 100e9);

describe('dealAmountUsd', () => {
  it('spreads a total over its term, and sums a yearly flow over it, by the same years', () => {
    const total = order('a', 'x', 'y', { amountUsd: 300e9, startYear: 2027, endYear: 2032 });
    const yearly = order('b', 'x', 'y', { perYearUsd: 60e9, startYear: 2027, endYear: 2032 });
    expect(dealAmountUsd(total, 'per-year')).toBe(60e9);
    expect(dealAmountUsd(yearly, 'total')).toBe(300e9);
  });

  it('never turns one into the other without a term', () => {
    expect(dealAmountUsd(order('a', 'x', 'y', { amountUsd: 5e9 }), 'per-year')).toBeNull();
    expect(dealAmountUsd(order('b', 'x', 'y', { perYearUsd: 5e9 }), 'total')).toBeNull();
    expect(dealAmountUsd(order('c', 'x', 'y'), 'total')).toBeNull();
  });

  it('adds the years of a schedule', () => {
    const schedule = [
      { year: 2026, usd: 3e9 },
      { year: 2027, usd: 4e9 },
    ];
    expect(dealAmountUsd(order('a', 'x', 'y', { schedule }), 'total')).toBe(7e9);
  });

  it('takes the stated worth of a holding, else what was paid and promised', () => {
    expect(dealAmountUsd(equity('a', 'x', 'y', { valueUsd: 9e9, paidUsd: 1e9 }), 'total')).toBe(
      9e9,
    );
    expect(
      dealAmountUsd(equity('b', 'x', 'y', { paidUsd: 1e9, commitmentUsd: 2e9 }), 'total'),
    ).toBe(3e9);
    expect(dealAmountUsd(equity('c', 'x', 'y', { stake: 0.27 }), 'total')).toBeNull();
    expect(
      dealAmountUsd(
        equity('d', 'x', 'y', { commitmentUsd: 8e9, startYear: 2026, endYear: 2030 }),
        'per-year',
      ),
    ).toBe(2e9);
  });

  it('counts the drawn and the undrawn part of a loan, and its service by the year', () => {
    const loan = debt('a', 'x', 'y', { faceUsd: 2e9, commitmentUsd: 5e9, servicePerYearUsd: 1e8 });
    expect(dealAmountUsd(loan, 'total')).toBe(7e9);
    expect(dealAmountUsd(loan, 'per-year')).toBe(1e8);
  });
});

describe('dealStyle', () => {
  it('tells the kinds apart without colour', () => {
    const patterns = [
      equity('a', 'x', 'y'),
      order('b', 'x', 'y'),
      debt('c', 'x', 'y'),
      equity('d', 'x', 'y', { instrument: 'Warrant' }),
      debt('e', 'x', 'y', { instrument: 'lease guarantee' }),
    ].map((deal) => styleOf(deal).pattern);
    expect(patterns).toEqual(['solid', 'dash', 'double', 'dot', 'dash-dot']);
    expect(dealLook(debt('f', 'x', 'y', { instrument: 'lease guarantee' }))).toBe('guarantee');
  });

  it('shows how binding a deal is by alpha and arrowhead', () => {
    const look = (status: string) => {
      const { alpha, filledHead } = styleOf(order('a', 'x', 'y', { status }));
      return [alpha, filledHead];
    };
    expect(look('closed')).toEqual([1, true]);
    expect(look('signed')).toEqual([1, true]);
    expect(look('announced')).toEqual([0.75, true]);
    for (const status of ['loi', 'reported', 'rumoured'])
      expect(look(status)).toEqual([0.5, false]);
    expect(styleOf(order('b', 'x', 'y', { status: 'cancelled' })).hidden).toBe(true);
  });

  it('draws width by the root of dollars, and an unknown amount thin with a gap', () => {
    expect(styleOf(order('a', 'x', 'y', { amountUsd: 100e9 })).width).toBe(9);
    expect(styleOf(order('b', 'x', 'y', { amountUsd: 25e9 })).width).toBe(4.5);
    const unknown = styleOf(order('c', 'x', 'y'));
    expect([unknown.width, unknown.gap]).toEqual([1.25, true]);
    const nothing = styleOf(order('d', 'x', 'y', { amountUsd: 0 }));
    expect([nothing.width, nothing.gap]).toEqual([1.25, false]);
  });

  it('is unknown on a basis on which nobody knows it', () => {
    expect(styleOf(order('a', 'x', 'y', { amountUsd: 5e9 }), 'per-year').gap).toBe(true);
  });

  it('never divides by nothing', () => {
    expect(dealWidth(0, 0)).toBe(1.25);
    expect(dealWidth(null, 4)).toBe(1.25);
  });
});

describe('dealLabel', () => {
  it('says kind, dollars and stake, and that an amount is unknown', () => {
    expect(dealLabel(order('a', 'x', 'y', { amountUsd: 300e9 }), 'total', 'en')).toBe(
      'order · $300bn',
    );
    expect(dealLabel(equity('b', 'x', 'y', { stake: 0.27 }), 'total', 'en')).toBe('equity · 27%');
    expect(dealLabel(debt('c', 'x', 'y'), 'total', 'zh')).toBe('债务 · 金额未知');
    expect(dealLabel(order('d', 'x', 'y', { perYearUsd: 2e9 }), 'per-year', 'en')).toBe(
      'order · $2bn a year',
    );
  });
});
