import { describe, expect, it } from 'vitest';
import { discRadius, firmRadius, firmStyle } from '../../../viz/style/firm-style.ts';
import { lensOf, lensText, NO_LENS, readLens } from '../../../viz/style/lens.ts';
import { themes } from '../../../viz/theme/tokens.ts';
import { firm } from '../worlds.ts';

const ranking = {
  firms: [
    { id: 'lab', scores: { pagerank: 0.4, vulnerability: null } },
    { id: 'chips', scores: { pagerank: 0.1, vulnerability: 0.2 } },
    { id: 'fund', scores: { pagerank: 0, vulnerability: 0.05 } },
  ],
};
const lab = firm('lab', { layer: 'models', valueUsd: 5e11 });
const fund = firm('fund', { layer: 'capital' });
const chips = firm('chips', { valueUsd: 4e12 });

describe('a measure in place of value and layer', () => {
  const lens = lensOf({ size: 'pagerank', colour: 'vulnerability' }, ranking);

  it('takes scores as shares of the largest, and leaves unknown ones out', () => {
    expect([...lens.size!]).toEqual([
      ['lab', 1],
      ['chips', 0.25],
      ['fund', 0],
    ]);
    expect([...lens.colour!.keys()]).toEqual(['chips', 'fund']);
  });

  it('draws discs whose area goes with the score', () => {
    const [largest, quarter] = [firmRadius(lab, 4e12, lens), firmRadius(chips, 4e12, lens)];
    expect(quarter / largest).toBeCloseTo(0.5, 12);
    expect(firmRadius(fund, 4e12, lens)).toBeGreaterThan(0);
    expect(firmRadius(lab, 4e12, NO_LENS)).toBe(discRadius(5e11, 4e12));
  });

  it('colours by the score, darker the higher, grey where it is unknown', () => {
    const fill = (subject: typeof lab) => firmStyle(subject, themes.light, 4e12, lens).fill;
    expect(fill(lab).toLowerCase()).toBe(themes.light.hairline.toLowerCase());
    expect(fill(chips).toLowerCase()).toBe(themes.light.focus.toLowerCase());
    expect(fill(chips)).not.toBe(firmStyle(chips, themes.light, 4e12, NO_LENS).fill);
  });

  it('shows values and layers while there is no ranking, and for measures nobody knows', () => {
    expect(lensOf({ size: 'pagerank', colour: null }, null)).toEqual(NO_LENS);
    expect(lensOf({ size: 'renown', colour: null }, ranking)).toEqual(NO_LENS);
  });

  it('goes through a link and back; what it can’t read is left out', () => {
    for (const choice of [
      { size: 'pagerank', colour: 'impact-diffusion' },
      { size: null, colour: 'katz' },
      { size: 'katz', colour: null },
    ]) {
      expect(readLens(lensText(choice)!)).toEqual(choice);
    }
    expect(lensText({ size: null, colour: null })).toBeUndefined();
    expect(readLens('size:<b>,shape:katz')).toEqual({ size: null, colour: null });
  });
});
