import { describe, expect, test } from 'vitest';
import { BASELINES } from '../../../src/questions/backtest/baselines.ts';
import { outcomeOf } from '../../../src/questions/backtest/outcome.ts';
import type { Scored } from '../../../src/questions/backtest/scoring.ts';

const draws = { permutations: 500, seed: 3 };

/** Correlations per event by predictor; every other baseline is silent. */
const scoresFrom = (rhos: Readonly<Record<string, readonly number[]>>): readonly Scored[] => {
  const predictors = [...new Set([...BASELINES.map(({ id }) => id), ...Object.keys(rhos)])];
  const events = Object.values(rhos)[0]!.length;
  return predictors.flatMap((predictor) =>
    Array.from({ length: events }, (_, at) =>
      (['others', 'all'] as const).map((set): Scored => {
        const spearman = rhos[predictor]?.[at] ?? null;
        return {
          ...{ predictor, set, spearman, event: `e${at}`, target: 'excess', firms: 9 + at },
          ...{ kendall: spearman, calls: 0, hits: 0, pValue: null, permuted: new Float64Array(9) },
        };
      }),
    ).flat(),
  );
};

const high = [0.6, 0.5, 0.7, 0.6, 0.55];
const low = [0.1, -0.1, 0.2, 0, 0.05];
const near = high.map((rho) => rho - 0.1);

describe('the first line', () => {
  test('says that direct exposure does as well, where the difference is noise', () => {
    const outcome = outcomeOf(
      scoresFrom({ 'chained-boats': high, 'direct-exposure': near }),
      draws,
    )!;
    expect(outcome.verdict).toBe('unclear');
    expect(outcome.text.en).toMatch(/^Direct exposure alone does as well as the cascade/);
    expect(outcome.others.spearman).toBeCloseTo(0.1, 12);
  });

  test('says that the cascade does better, or worse, beyond noise', () => {
    const better = outcomeOf(scoresFrom({ 'chained-boats': high, 'direct-exposure': low }), draws)!;
    expect(better.verdict).toBe('cascade-better');
    expect(better.text.en).toMatch(/^The cascade does better than direct exposure alone/);
    const worse = outcomeOf(scoresFrom({ 'chained-boats': low, 'direct-exposure': high }), draws)!;
    expect(worse.verdict).toBe('direct-better');
    expect(worse.text.en).toMatch(/^Direct exposure alone does better/);
    expect(worse.text.zh).not.toBe(better.text.zh);
  });

  test('a large mean difference that rests on one event stays unclear', () => {
    const once = [1, 0, 0, 0, 0.1];
    const lucky = [-0.9, 0.1, 0, 0.05, 0.1];
    const outcome = outcomeOf(
      scoresFrom({ 'chained-boats': once, 'direct-exposure': lucky }),
      draws,
    )!;
    expect(outcome.others.interval[0]).toBeLessThanOrEqual(0);
    expect(outcome.verdict).toBe('unclear');
  });

  test('the better of the two direct baselines counts, and the best of the plain rules is named', () => {
    const outcome = outcomeOf(
      scoresFrom({
        'chained-boats': low,
        'direct-exposure': low,
        'first-step': near,
        degree: high,
      }),
      draws,
    )!;
    expect([outcome.direct, outcome.plain]).toEqual(['first-step', 'degree']);
    expect(outcome.text.en).toContain('“Number of deals”, gets +0.59');
  });

  test('is missing for fewer than five events or without the cascade', () => {
    expect(
      outcomeOf(scoresFrom({ 'chained-boats': high.slice(1), esri: low.slice(1) }), draws),
    ).toBeNull();
    expect(outcomeOf(scoresFrom({ esri: high, 'direct-exposure': low }), draws)).toBeNull();
  });
});
