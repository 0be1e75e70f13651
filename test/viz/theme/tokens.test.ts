import { describe, expect, it } from 'vitest';
import { FIRE_STOPS, fireColour } from '../../../viz/theme/fire-colour.ts';
import { mix } from '../../../viz/theme/mix.ts';
import { cssVariables, type ThemeName, themes } from '../../../viz/theme/tokens.ts';
import { contrast, distance, okLab, type Vision } from './colour-science.ts';

const NAMES: readonly ThemeName[] = ['light', 'dark'];
const VISIONS: readonly Vision[] = ['normal', 'protan', 'deutan', 'tritan'];

const closest = (pairs: readonly (readonly [string, string])[], vision: Vision): number =>
  Math.min(...pairs.map(([a, b]) => distance(a, b, vision)));
const pairsOf = (colours: readonly string[]) =>
  colours.flatMap((a, i) => colours.slice(i + 1).map((b) => [a, b] as const));

describe('the yardsticks themselves', () => {
  it('gives black on white 21 and a colour on itself 1', () => {
    expect(contrast('#000000', '#FFFFFF')).toBeCloseTo(21, 9);
    expect(contrast('#B63A22', '#B63A22')).toBe(1);
  });

  it('puts white at lightness 100 without chroma', () => {
    const [l, a, b] = okLab('#FFFFFF', 'normal');
    expect(l).toBeCloseTo(100, 4);
    expect(Math.hypot(a, b)).toBeLessThan(0.001);
  });

  it('shows protans and deutans a red and a green closer than others see them', () => {
    const seen = distance('#C02020', '#208020', 'normal');
    expect(distance('#C02020', '#208020', 'protan')).toBeLessThan(seen * 0.6);
    expect(distance('#C02020', '#208020', 'deutan')).toBeLessThan(seen * 0.6);
  });
});

describe.each(NAMES)('%s theme', (name) => {
  const theme = themes[name];

  it.each(['bg', 'surface', 'raised'] as const)('has readable text on %s', (ground) => {
    for (const ink of [theme.text, theme.text2, theme.text3, theme.fireText]) {
      expect(contrast(ink, theme[ground])).toBeGreaterThanOrEqual(4.5);
    }
    expect(contrast(theme.controlBorder, theme[ground])).toBeGreaterThanOrEqual(3);
    expect(contrast(theme.focus, theme[ground])).toBeGreaterThanOrEqual(3);
  });

  it('has layers, deals and ash that stand out from the page', () => {
    for (const colour of [
      ...Object.values(theme.layers),
      ...Object.values(theme.deals),
      theme.ash,
    ]) {
      expect(contrast(colour, theme.bg)).toBeGreaterThanOrEqual(4.2);
    }
  });

  it('has a readable button', () => {
    expect(contrast(theme.actionInk, theme.action)).toBeGreaterThanOrEqual(4.5);
  });

  it('keeps its decoration quieter than its controls', () => {
    expect(contrast(theme.hairline, theme.bg)).toBeLessThan(
      contrast(theme.controlBorder, theme.bg),
    );
  });

  it.each(VISIONS)('has a fire whose lightness only rises or only falls (%s)', (vision) => {
    const lightness = theme.fire.map((step) => okLab(step, vision)[0]);
    const sign = name === 'dark' ? 1 : -1;
    for (let k = 1; k < lightness.length; k++) {
      expect(sign * (lightness[k]! - lightness[k - 1]!)).toBeGreaterThan(2);
    }
  });
});

/** Stated minima: pairs of layers, pairs of deals, a fire step and any resting colour. */
const MINIMA: Readonly<Record<ThemeName, Readonly<Record<Vision, readonly number[]>>>> = {
  dark: {
    normal: [14.7, 19.2, 7.9],
    protan: [10.2, 15.3, 3.6],
    deutan: [12.1, 14.9, 5.2],
    tritan: [11.7, 12.5, 4.9],
  },
  light: {
    normal: [13.8, 16.4, 10.7],
    protan: [8.7, 16, 4.2],
    deutan: [9.2, 11.8, 3.5],
    tritan: [8.2, 12.9, 6.2],
  },
};

describe.each(NAMES)('distances in the %s theme', (name) => {
  const { layers, deals, fire } = themes[name];
  const [layer, deal] = [Object.values(layers), Object.values(deals)];

  it.each(VISIONS)('are wide enough for %s vision', (vision) => {
    const [betweenLayers, betweenDeals, fromFire] = MINIMA[name][vision];
    const hot = fire.flatMap((step) => [...layer, ...deal].map((rest) => [step, rest] as const));
    expect(closest(pairsOf(layer), vision)).toBeGreaterThanOrEqual(betweenLayers!);
    expect(closest(pairsOf(deal), vision)).toBeGreaterThanOrEqual(betweenDeals!);
    expect(closest(hot, vision)).toBeGreaterThanOrEqual(fromFire!);
  });
});

describe('fireColour', () => {
  it('meets every step of the ramp at its share', () => {
    for (const name of NAMES) {
      FIRE_STOPS.forEach((stop, k) => {
        expect(fireColour(themes[name], stop).toUpperCase()).toBe(themes[name].fire[k]);
      });
    }
  });

  it('lies half way between two steps half way between their shares, and is clamped', () => {
    const { dark } = themes;
    expect(fireColour(dark, 0.35)).toBe(mix(dark.fire[2], dark.fire[3], 0.5));
    expect(fireColour(dark, -1)).toBe(fireColour(dark, 0));
    expect(fireColour(dark, 7)).toBe(fireColour(dark, 1));
  });
});

describe('cssVariables', () => {
  it('writes every colour of the theme once, by the same names in both', () => {
    const dark = cssVariables('dark');
    expect(Object.keys(dark).sort()).toEqual(Object.keys(cssVariables('light')).sort());
    expect(dark['--text-2']).toBe(themes.dark.text2);
    expect(dark['--control-border']).toBe(themes.dark.controlBorder);
    expect(dark['--layer-energy']).toBe(themes.dark.layers.energy);
    expect(dark['--deal-warrant']).toBe(themes.dark.deals.warrant);
    expect(dark['--fire-5']).toBe(themes.dark.fire[5]);
    for (const colour of Object.values(dark)) expect(colour).toMatch(/^#[0-9A-F]{6}$/);
  });
});
