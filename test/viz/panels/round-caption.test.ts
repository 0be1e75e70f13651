import { describe, expect, it } from 'vitest';
import { playbackSteps } from '../../../viz/panels/playback.ts';
import { roundCaption } from '../../../viz/panels/round-caption.ts';
import { cascadeOf } from '../worlds.ts';

const line = (firm: string | undefined, round: number, usd: number) =>
  ({
    cause: firm ? 'lost-order' : 'own-shock',
    ...(firm ? { firm, deal: `deal-${firm}` } : {}),
    round,
    usd,
  }) as const;

const cascade = cascadeOf(
  [
    { id: 'alpha', startValueUsd: 90e9, ledger: [line(undefined, 1, 45e9)] },
    { id: 'bravo', startValueUsd: 300e9, ledger: [line('alpha', 2, 20e9), line('carrow', 2, 1e9)] },
    { id: 'carrow', startValueUsd: 9e9, failedInRound: 2, ledger: [line('alpha', 2, 9e9)] },
    { id: 'delta', startValueUsd: 80e9, ledger: [line('alpha', 2, 4e9)] },
    { id: 'echo', startValueUsd: 70e9, ledger: [line('bravo', 2, 3e9)] },
    { id: 'fund', startValueUsd: 5e9, valueKnown: false, ledger: [line('bravo', 2, 5e9)] },
  ],
  [1, 2],
);
const steps = playbackSteps(cascade.rounds);
const name = (id: string) => id.toUpperCase();

describe('roundCaption', () => {
  it('names the firms that lose most, the cause and who lit them, and adds the rest up', () => {
    expect(roundCaption('en', cascade, steps[1], name)).toBe(
      'Round 2: $42bn lost. BRAVO loses $21bn (orders lost: ALPHA); CARROW loses $9bn (orders lost: ALPHA); ' +
        'DELTA loses $4bn (orders lost: ALPHA); 1 more firm loses $3bn. CARROW fails.',
    );
  });

  it('says it in Chinese from the same run', () => {
    expect(roundCaption('zh', cascade, steps[0], name)).toBe(
      '第 1 轮：损失450亿美元。ALPHA损失450亿美元（冲击本身）。',
    );
  });

  it('stands before the shock where no step is done', () => {
    expect(roundCaption('en', cascade, undefined, name)).toMatch(/^Before the shock/);
  });
});
