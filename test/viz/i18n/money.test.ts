import { describe, expect, it } from 'vitest';
import { columnMoney, lossMoney, money } from '../../../viz/i18n/money.ts';
import { columnPercent, day, figure, percent, times } from '../../../viz/i18n/number.ts';

describe('money', () => {
  it.each([
    [412.3e9, '$412B', '4120亿美元'],
    [1.4e12, '$1.4T', '1.4万亿美元'],
    [22.4e9, '$22.4B', '224亿美元'],
    [300e9, '$300B', '3000亿美元'],
    [4.2e6, '$4.2M', '420万美元'],
    [1_600_000, '$1.6M', '160万美元'],
    [950, '$950', '950美元'],
    [0, '$0', '0美元'],
    [0.4, '$0.4', '0.4美元'],
    // Rounding up crosses into the next unit.
    [999.6e9, '$1T', '1万亿美元'],
    [99_960_000, '$100M', '1亿美元'],
  ])('%d is %s and %s', (usd, english, chinese) => {
    expect(money('en', usd)).toBe(english);
    expect(money('zh', usd)).toBe(chinese);
  });

  it('writes the minus sign U+2212, and none before nothing', () => {
    expect(money('en', -7.25e9)).toBe('\u2212$7.25B');
    expect(lossMoney('zh', 7.25e9)).toBe('\u221272.5亿美元');
    expect(lossMoney('en', 0)).toBe('$0');
    expect(lossMoney('en', -3e9)).toBe('$3B');
  });
});

describe('columnMoney', () => {
  it('keeps one unit and the same decimals down a column', () => {
    expect(columnMoney('en', 1_234.5e9)).toBe('1,234.50');
    expect(columnMoney('zh', 1_234.5e9)).toBe('12,345.0');
    expect(columnMoney('en', -2e9)).toBe('\u22122.00');
  });

  it('never writes something as nothing', () => {
    expect(columnMoney('en', 1.6e6)).toBe('<0.01');
    expect(columnMoney('en', 0)).toBe('0.00');
  });
});

describe('numbers', () => {
  it('writes shares', () => {
    expect(percent(0.5)).toBe('50%');
    expect(percent(0.0812)).toBe('8.1%');
    expect(percent(0.0002)).toBe('<0.1%');
    expect(percent(0)).toBe('0%');
    expect(columnPercent(0.5)).toBe('50.0%');
  });

  it('writes multiples and scores in few digits', () => {
    expect(times(6.78)).toBe('×6.8');
    expect(figure(0.042831)).toBe('0.0428');
    expect(figure(0)).toBe('0');
    expect(figure(0.0000123)).toBe('1.23e-5');
  });

  it('writes days, months and years, and leaves what is none of them', () => {
    expect(day('en', '2026-04-27')).toBe('Apr 27, 2026');
    expect(day('zh', '2026-04-27')).toBe('2026年4月27日');
    expect(day('en', '2026-04')).toBe('Apr 2026');
    expect(day('zh', '2026')).toBe('2026年');
    expect(day('en', 'soon-ish-now')).toBe('soon-ish-now');
  });
});
