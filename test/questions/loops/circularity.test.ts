import { expect, test } from 'vitest';
import { loadNetwork } from '../../../src/data/load.ts';
import { circularity } from '../../../src/questions/loops/circularity.ts';
import { circularitySchema } from '../../../src/questions/loops/circularity-document.ts';
import { paymentsOf } from '../../../src/questions/loops/payments.ts';
import { circularitySentence } from '../../../src/questions/loops/sentence.ts';
import { speakerIn } from '../../../src/tell/words/from-files.ts';
import { equity, makeNetwork, order } from '../../measures/make-network.ts';

const network = await loadNetwork('data/ai-web', { asOf: '2026-04-27' });
const share = (fraction: number): string => `${(100 * fraction).toFixed(0)}%`;

const small = makeNetwork(
  [{ id: 'chips' }, { id: 'cloud' }, { id: 'lab' }],
  [
    equity('chips', 'lab', { paidUsd: 6e9, commitmentUsd: 20e9, startYear: 2027, endYear: 2029 }),
    order('lab', 'cloud', { perYearUsd: 5e9, startYear: 2027, endYear: 2030, takeOrPay: 0.8 }),
    order('cloud', 'chips', {
      schedule: [
        { year: 2027, usd: 3e9 },
        { year: 2028, usd: 9e9 },
      ],
    }),
    equity('cloud', 'lab', { paidUsd: 2e9, status: 'announced' }),
    order('chips', 'lab', { status: 'loi' }),
  ],
);
const dollars = (basis: 'announced' | 'binding', year?: number) =>
  Object.fromEntries(paymentsOf(small, basis, year).map(({ deal, usd }) => [deal, usd]));

test('dollars by basis and by year, by hand', () => {
  expect(dollars('announced')).toEqual({
    'eq-chips-lab': 26e9,
    'ord-lab-cloud': 15e9,
    'ord-cloud-chips': 12e9,
    'eq-cloud-lab': 2e9,
    'ord-chips-lab': null,
  });
  expect(dollars('binding')).toEqual({
    'eq-chips-lab': 26e9,
    'ord-lab-cloud': 12e9,
    'ord-cloud-chips': 6e9,
  });
  expect(dollars('announced', 2026)).toEqual({
    'eq-chips-lab': 6e9,
    'eq-cloud-lab': 2e9,
    'ord-chips-lab': null,
  });
  expect(dollars('announced', 2028)).toEqual({
    'eq-chips-lab': 10e9,
    'ord-lab-cloud': 5e9,
    'ord-cloud-chips': 9e9,
    'ord-chips-lab': null,
  });
});

test('the ring of the small web: what circulates, what comes back, and by year', () => {
  const document = circularity(small);
  expect(circularitySchema.safeParse(document).error).toBeUndefined();
  // chips > lab > cloud > chips carries 12; cloud > lab > cloud 2 of the 15 that lab pays
  expect(document.maxCirculationUsd).toBe(40e9);
  const chips = document.firms.find(({ id }) => id === 'chips')!;
  expect(chips).toMatchObject({
    soldUsd: 12e9,
    investedUsd: 26e9,
    roundTripUsd: 12e9,
    notOwnMoneyUsd: 0,
  });
  const cloud = document.firms.find(({ id }) => id === 'cloud')!;
  expect(cloud).toMatchObject({
    soldUsd: 15e9,
    investedUsd: 2e9,
    roundTripUsd: 2e9,
    notOwnMoneyUsd: 13e9,
  });
  expect(document.years.map(({ year }) => year)).toEqual([2026, 2027, 2028, 2029]);
  expect(document.years[0]!.circularShare).toBe(0);
  expect(document.years[2]!.grossUsd).toBe(24e9);
  // 2028: 10 in, 5 on, 9 back: 5 go round three times
  expect(document.years[2]!.maxCirculationUsd).toBe(15e9);
  expect(circularity(small, { year: 2028 })).toMatchObject({ grossUsd: 24e9, years: [] });
});

test('loops stand by what must be paid; a hop that binds nobody is worth nothing there', () => {
  const { loops } = circularity(small);
  expect(loops.map(({ firms, usd, bindingUsd }) => [firms.join(), usd, bindingUsd])).toEqual([
    ['chips,lab,cloud', 12e9, 6e9],
    ['cloud,lab', 2e9, 0],
  ]);
});

test('years of whole terms add up to the whole deal on the shipped web', () => {
  const whole = new Map(paymentsOf(network, 'announced').map((one) => [one.deal, one]));
  const summed = new Map<string, number>();
  for (let year = 2015; year < 2075; year++) {
    for (const { deal, usd } of paymentsOf(network, 'announced', year)) {
      if (usd !== null) summed.set(deal, (summed.get(deal) ?? 0) + usd);
    }
  }
  let compared = 0;
  for (const [deal, usd] of summed) {
    const { layer, usd: all } = whole.get(deal)!;
    if (layer === 'order' && all !== null) {
      expect(usd / all).toBeCloseTo(1, 6);
      compared++;
    }
  }
  expect(compared).toBeGreaterThan(30);
});

test('every share of the shipped web is a share, and firms’ sums hold', () => {
  for (const basis of ['announced', 'binding'] as const) {
    const document = circularity(network, { basis });
    expect(circularitySchema.safeParse(document).error).toBeUndefined();
    expect(document.circularShare! * document.grossUsd).toBeLessThanOrEqual(
      document.maxCirculationUsd * (1 + 1e-12),
    );
    const circular = document.deals.reduce((sum, deal) => sum + deal.usd * deal.circularShare, 0);
    expect(circular / document.grossUsd).toBeCloseTo(document.circularShare!, 9);
    for (const firm of document.firms) {
      expect(firm.roundTripUsd + firm.notOwnMoneyUsd).toBeCloseTo(firm.soldUsd, 3);
      expect(firm.roundTripUsd).toBeLessThanOrEqual(Math.min(firm.soldUsd, firm.investedUsd) + 1);
    }
  }
});

test('one sentence says what it counts, in both languages', () => {
  const document = circularity(small, { basis: 'binding' });
  const english = circularitySentence(document, speakerIn('en'), share);
  expect(english).toMatch(
    /^Of \$44bn that firms of this web have bound themselves to pay each other/,
  );
  expect(english).toMatch(
    /as of 2026-04-27, 41% goes in circles \(balanced flow; at most \$18bn could\)/,
  );
  expect(english).toMatch(/1 loop of up to 5 payments/);
  const chinese = circularitySentence(document, speakerIn('zh'), share);
  expect(chinese).toMatch(/有约束力款项共 440亿美元，其中 41% 在兜圈子/);
  const nobody = circularity(makeNetwork([{ id: 'a' }], []));
  expect(circularitySentence(nobody, speakerIn('en'), share)).toMatch(/no announced dollars/);
  expect(circularitySentence(nobody, speakerIn('zh'), share)).toMatch(/没有已知且大于零/);
  expect(circularitySentence(circularity(small, { year: 2028 }), speakerIn('en'), share)).toMatch(
    /in 2028/,
  );
});
