import { describe, expect, it } from 'vitest';
import { columnMoney, lossMoney, money } from '../../src/tell/money.ts';

describe('money', () => {
  it.each([
    [412.3e9, '$412bn', '4120亿美元'],
    [1.4e12, '$1.4tn', '1.4万亿美元'],
    [22.4e9, '$22.4bn', '224亿美元'],
    [300e9, '$300bn', '3000亿美元'],
    [1.757e12, '$1.76tn', '1.76万亿美元'],
    [45e6, '$45m', '4500万美元'],
    [4.2e6, '$4.2m', '420万美元'],
    [1_600_000, '$1.6m', '160万美元'],
    [950, '$950', '950美元'],
    [0, '$0', '0美元'],
    [0.4, '$0.4', '0.4美元'],
    // Rounding up crosses into the next unit.
    [999.6e9, '$1tn', '1万亿美元'],
    [99_960_000, '$100m', '1亿美元'],
  ])('%d is %s and %s', (usd, english, chinese) => {
    expect(money('en', usd)).toBe(english);
    expect(money('zh', usd)).toBe(chinese);
  });

  it('writes the minus sign U+2212, and none before nothing', () => {
    expect(money('en', -7.25e9)).toBe('\u2212$7.25bn');
    expect(lossMoney('zh', 7.25e9)).toBe('\u221272.5亿美元');
    expect(lossMoney('en', 0)).toBe('$0');
    expect(lossMoney('en', -3e9)).toBe('$3bn');
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
    expect(columnMoney('en', -1.6e6)).toBe('<0.01');
    // Less than a dollar is what is left of rounding.
    expect(columnMoney('en', -1e-4)).toBe('0.00');
    expect(columnMoney('en', 0)).toBe('0.00');
  });
});
