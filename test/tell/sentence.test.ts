import { expect, test } from 'vitest';
import { parseNetwork } from '../../src/data/parse.ts';
import { simulate } from '../../src/models/chained-boats/simulate.ts';
import type { Scenario, Shock } from '../../src/scenario/schema.ts';
import { money } from '../../src/tell/money.ts';
import { namesOf } from '../../src/tell/names.ts';
import { sentenceOf } from '../../src/tell/sentence.ts';
import { threeBoats } from '../worlds/three-boats.ts';

const network = parseNetwork(threeBoats);
const sentence = (
  shocks: readonly Shock[],
  more: Partial<Scenario> = {},
  language: 'en' | 'zh' = 'en',
) =>
  sentenceOf(
    simulate(network, { version: 1, name: 'test', shocks: [...shocks], ...more }),
    namesOf(network, language),
  );

test.each<[Shock, string]>([
  [{ kind: 'revenue', firm: 'alpha', size: 0.5 }, 'If Alpha Models misses revenue by 50%, '],
  [{ kind: 'value', firm: 'bravo', size: 0.125 }, 'If Bravo Chips is marked down by 12.5%, '],
  [{ kind: 'funding', firm: 'all', size: 0.4 }, 'If every firm loses 40% of its outside funding, '],
  [
    { kind: 'funding', firm: 'alpha', size: 0.4 },
    'If Alpha Models loses 40% of its outside funding, ',
  ],
  [{ kind: 'capacity', firm: 'bravo', size: 0.3 }, 'If Bravo Chips delivers 30% less, '],
  [{ kind: 'default', firm: 'carrow', size: 1 }, 'If Carrow Cloud fails outright, '],
  [
    { kind: 'cancel', deal: 'ord-alpha-bravo', size: 1 },
    'If Alpha Models’s order from Bravo Chips (ord-alpha-bravo) is torn up, ',
  ],
  [
    { kind: 'cancel', deal: 'eq-alpha-bravo', size: 0.5 },
    'If 50% of Alpha Models’s stake in Bravo Chips (eq-alpha-bravo) is torn up, ',
  ],
  [
    { kind: 'multiple', layer: 'compute', size: 0.375 },
    'If core values in the layer “compute” are re-rated by -37.5%, ',
  ],
])('%j', (shock, beginning) => {
  expect(sentence([shock]).startsWith(beginning)).toBe(true);
});

test('several shocks and cuts, a single year, in Chinese', () => {
  const shocks: Shock[] = [
    { kind: 'revenue', firm: 'alpha', size: 0.5 },
    { kind: 'value', firm: 'carrow', size: 0.1 },
  ];
  const more: Partial<Scenario> = { cuts: ['ord-alpha-bravo'], time: { mode: 'year', year: 2027 } };
  expect(sentence(shocks, more, 'zh')).toMatch(
    /^若阿尔法模型收入低于预期50%、Carrow Cloud估值下调10%和切断阿尔法模型向Bravo Chips的订单 \(ord-alpha-bravo\)，按chained-boats模型，2027年，截至2026-03-01：\d 家企业损失价值[\d.]+亿美元，其中[\d.]+亿美元由最终所有者承担。$/,
  );
});

test('nothing happens: no firm loses value', () => {
  expect(sentence([])).toMatch(/^If nothing happens, .*: no firm loses value\.$/);
});

test('the counts and dollars are those of the cascade', () => {
  const shocks: Shock[] = [{ kind: 'value', firm: 'carrow', size: 0.5 }];
  const cascade = simulate(network, { version: 1, name: 'test', shocks });
  const losers = cascade.firms.filter(({ status }) => status !== 'untouched').length;
  const gross = money('en', cascade.totals.grossLossUsd);
  const verb = losers === 1 ? 'firm loses' : 'firms lose';
  expect(sentence(shocks)).toContain(`: ${losers} ${verb} ${gross} of value, `);
});
