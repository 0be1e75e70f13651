import { describe, expect, it } from 'vitest';
import { firmSentence } from '../../../viz/style/firm-sentence.ts';
import { discRadius, firmStyle } from '../../../viz/style/firm-style.ts';
import { NO_LENS } from '../../../viz/style/lens.ts';
import { shortName } from '../../../viz/style/short-name.ts';
import type { FirmFrame } from '../../../viz/style/timeline.ts';
import { fireColour } from '../../../viz/theme/fire-colour.ts';
import { themes } from '../../../viz/theme/tokens.ts';
import { firm, networkOf } from '../worlds.ts';

const theme = themes.dark;
const cloud = firm('cloud', { valueUsd: 612e9, listed: true });
const outcome = (change: Partial<FirmFrame>): FirmFrame => ({
  lossFraction: 0,
  lossUsd: 0,
  failed: false,
  hit: null,
  heat: 0,
  spark: false,
  ...change,
});

describe('discRadius', () => {
  it('is 44 px for the largest, 7 at least, and follows the power in between', () => {
    expect(discRadius(4.5e12, 4.5e12)).toBe(44);
    expect(discRadius(1e6, 4.5e12)).toBe(7);
    expect(discRadius(0, 0)).toBe(7);
    // A thousandth of the largest: 44 / 1000^0.3 = 44 / 7.943...
    expect(discRadius(4.5e9, 4.5e12)).toBe(7);
    expect(discRadius(4.5e11, 4.5e12)).toBeCloseTo(44 / 10 ** 0.3, 9);
  });
});

describe('firmStyle', () => {
  const style = (subject = cloud, change?: Partial<FirmFrame>) =>
    firmStyle(subject, theme, 4.5e12, NO_LENS, change && outcome(change));

  it('is cool, whole and lettered at rest', () => {
    expect(style()).toMatchObject({
      shape: 'disc',
      fill: theme.layers.compute.toLowerCase(),
      ring: theme.focus,
      equityLeft: 1,
      glyph: 'C',
      estimated: false,
      lossFraction: null,
    });
  });

  it('takes the colour of the ramp and opens the ring by what is lost', () => {
    const burning = style(cloud, { heat: 0.45, lossFraction: 0.45 });
    expect(burning.fill).toBe(fireColour(theme, 0.45));
    expect(burning.equityLeft).toBeCloseTo(0.55, 12);
    expect(burning.lossFraction).toBe(0.45);
  });

  it('turns to hollow ash with a cross when it has failed', () => {
    const ash = style(cloud, { heat: 0.8, lossFraction: 0.8, failed: true });
    expect(ash).toMatchObject({ shape: 'ash', fill: theme.bg, ring: theme.ash, glyph: '✕' });
  });

  it('never burns a firm whose value nobody knows, and never draws it as the smallest', () => {
    const unknown = style(firm('who', { layer: 'capital' }), { heat: 0.9, failed: true });
    expect(unknown).toMatchObject({
      shape: 'unknown',
      glyph: '?',
      equityLeft: 1,
      lossFraction: null,
      estimated: false,
    });
    expect(unknown.radius).toBeGreaterThan(discRadius(0, 4.5e12));
  });

  it('draws an aggregate apart from a firm', () => {
    expect(style(firm('bonds', { aggregate: true }))).toMatchObject({ shape: 'many', glyph: 'Σ' });
  });

  it('marks a value that no market prices, and a layer that it has no colour for', () => {
    expect(style(firm('lab', { valueUsd: 5e11 })).estimated).toBe(true);
    expect(style(firm('port', { layer: 'shipping', valueUsd: 5e11 }))).toMatchObject({
      glyph: 'S',
      fill: theme.text3.toLowerCase(),
    });
  });
});

describe('firmSentence', () => {
  const network = networkOf(
    [
      firm('oracle', { name: { en: 'Oracle', zh: '甲骨文' }, valueUsd: 612e9, listed: true }),
      firm('openai', { name: { en: 'OpenAI' }, layer: 'models' }),
    ],
    [],
  );

  it('says everything that the disc shows', () => {
    const hit = outcome({ lossFraction: 0.081, hit: { round: 2, igniter: 'openai' } });
    expect(firmSentence(network, 'oracle', 'en', hit)).toBe(
      'Oracle, compute, value $612bn, loses 8.1%, hit in round 2 by OpenAI',
    );
    expect(firmSentence(network, 'oracle', 'zh', hit)).toBe(
      '甲骨文，算力，价值6120亿美元，损失8.1%，第2轮被OpenAI波及',
    );
  });

  it('does not invent a value or a loss', () => {
    expect(firmSentence(network, 'openai', 'en', undefined)).toBe('OpenAI, models, value unknown');
    const still = outcome({ lossFraction: 0 });
    expect(firmSentence(network, 'oracle', 'en', still)).toBe('Oracle, compute, value $612bn');
  });
});

describe('shortName', () => {
  const named = (en: string, zh?: string) =>
    firm('x', { name: zh === undefined ? { en } : { en, zh } });

  it('drops what stands in brackets, of either width', () => {
    expect(shortName(named('Bank of America (as syndicate lead)'), 'en')).toBe('Bank of America');
    expect(shortName(named('Foxconn', '鸿海（富士康）'), 'zh')).toBe('鸿海');
  });

  it('keeps a name that is all brackets, cuts a long one, and falls back to English', () => {
    expect(shortName(named('(Group)'), 'en')).toBe('(Group)');
    expect(shortName(named('STACK BorderPlex Project Jupiter'), 'en')).toBe(
      'STACK BorderPlex Proj…',
    );
    expect(shortName(named('Nscale'), 'zh')).toBe('Nscale');
  });
});
