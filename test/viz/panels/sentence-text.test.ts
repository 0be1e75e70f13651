import { describe, expect, it } from 'vitest';
import type { Shock } from '../../../src/scenario/schema.ts';
import { fillSlots } from '../../../viz/panels/fill-slots.ts';
import { firmName, sentenceText, subjectName } from '../../../viz/panels/sentence-text.ts';
import { cascadeOf, firm, networkOf, order } from '../worlds.ts';

const network = networkOf(
  [
    firm('alpha', { name: { en: 'Alpha (holding)', zh: '阿尔法（控股）' }, layer: 'models' }),
    firm('bravo', { name: { en: 'Bravo', zh: '勇士' } }),
    firm('fund', { name: { en: 'Fund' } }),
  ],
  [order('ab', 'alpha', 'bravo', { instrument: 'cloud-commitment' })],
);

const cascade = cascadeOf(
  [
    {
      id: 'bravo',
      startValueUsd: 300e9,
      ledger: [{ cause: 'lost-order', firm: 'alpha', deal: 'ab', round: 1, usd: 40e9 }],
    },
    {
      id: 'fund',
      startValueUsd: 9e9,
      valueKnown: false,
      ledger: [{ cause: 'holding', firm: 'bravo', round: 2, usd: 2e9 }],
    },
  ],
  [1, 2],
);

const facts = (shocks: readonly Shock[]) => ({
  network,
  scenario: { version: 1 as const, name: '', shocks: [...shocks] },
  time: { mode: 'horizon', window: [2026, 2030] as [number, number] } as const,
  asOf: '2026-04-27',
  cascade,
});
const revenue: Shock = { kind: 'revenue', firm: 'alpha', size: 0.5 };

describe('sentenceText', () => {
  it('says the condition and what follows, and counts no firm of unknown value', () => {
    expect(sentenceText('en', facts([revenue]))).toBe(
      'If Alpha misses its revenue by 50%, as of Apr 27, 2026, under chained-boats, over 2026–2030, 1 firm loses $42bn.',
    );
    expect(sentenceText('zh', facts([revenue]))).toBe(
      '若阿尔法外部收入减少50%，截至2026年4月27日，按chained-boats模型，在 2026–2030 年间，1 家公司共损失420亿美元。',
    );
  });

  it('joins several shocks of every kind', () => {
    const shocks: Shock[] = [
      revenue,
      { kind: 'funding', firm: 'all', size: 0.4 },
      { kind: 'cancel', deal: 'ab', size: 1 },
      { kind: 'multiple', layer: 'compute', size: 0.375 },
      { kind: 'default', firm: 'bravo', size: 1 },
    ];
    const text = sentenceText('en', { ...facts(shocks), time: { mode: 'year', year: 2027 } });
    expect(text).toContain('all firms lose outside funding by 40%');
    expect(text).toContain('Alpha → Bravo, cloud commitment is torn up and the');
    expect(text).toContain('the Compute layer is re-rated down by 37.5%');
    expect(text).toContain('and Bravo defaults outright, as of');
    expect(text).toContain('in 2027,');
  });

  it('says how much of a deal is torn up, and that nothing happens where nothing does', () => {
    const half = facts([{ kind: 'cancel', deal: 'ab', size: 0.5 }]);
    expect(sentenceText('en', half)).toContain('50% of Alpha → Bravo, cloud commitment is torn up');
    expect(sentenceText('en', facts([]))).toMatch(/^If nothing happens, as of/);
  });

  it('says so where nobody loses, and waits where nothing is computed', () => {
    const none = cascadeOf([], []);
    expect(sentenceText('en', { ...facts([revenue]), cascade: none })).toMatch(
      /no firm loses anything\.$/,
    );
    expect(sentenceText('en', { ...facts([revenue]), cascade: null })).toMatch(/…$/);
  });
});

describe('names', () => {
  it('leaves out what a record adds in brackets, and keeps ids that the day does not know', () => {
    expect(firmName('zh', network, 'alpha')).toBe('阿尔法');
    expect(firmName('zh', network, 'fund')).toBe('Fund');
    expect(firmName('en', network, 'nobody')).toBe('nobody');
    expect(subjectName('en', network, { kind: 'cancel', deal: 'gone', size: 1 })).toBe('gone');
  });
});

describe('fillSlots', () => {
  it('keeps the order of the message, whatever the language', () => {
    expect(fillSlots('若{a}，按{b}。', { a: 1, b: 2 })).toEqual(['若', 1, '，按', 2, '。']);
    expect(fillSlots('{a} {b}', { b: 2 })).toEqual(['', '{a}', ' ', 2, '']);
  });
});
