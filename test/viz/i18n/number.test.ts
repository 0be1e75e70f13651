import { describe, expect, it } from 'vitest';
import { columnPercent, day, figure, percent, times } from '../../../viz/i18n/number.ts';

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
