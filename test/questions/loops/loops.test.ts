import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ScenarioError } from '../../../src/base/errors.ts';
import { loadNetwork } from '../../../src/data/load.ts';
import { circularity } from '../../../src/questions/loops/circularity.ts';
import { circularitySchema } from '../../../src/questions/loops/circularity-document.ts';
import { findLoops } from '../../../src/questions/loops/find-loops.ts';
import { type Payment, paymentsOf } from '../../../src/questions/loops/payments.ts';
import { debt, equity, makeNetwork, order } from '../../measures/make-network.ts';

const BN = 1e9;
const firms = [{ id: 'maker' }, { id: 'lab' }, { id: 'cloud' }, { id: 'bank' }];
const deals = [
  equity('maker', 'lab', { paidUsd: 4 * BN, commitmentUsd: 6 * BN }),
  order('lab', 'cloud', { perYearUsd: 5 * BN, startYear: 2026, endYear: 2029, takeOrPay: 0.4 }),
  order('cloud', 'maker', { amountUsd: 8 * BN, status: 'announced' }),
  order('lab', 'maker', {}),
  debt('bank', 'cloud', { faceUsd: 3 * BN }),
  order('maker', 'cloud', { amountUsd: 90 * BN, status: 'cancelled' }),
];
const web = makeNetwork(firms, deals);

describe('paymentsOf', () => {
  it('counts whole contracts and money put in and promised; cancelled deals not at all', () => {
    const dollars = paymentsOf(web, 'announced').map(({ deal, usd }) => [deal, usd]);
    expect(dollars).toEqual([
      ['eq-maker-lab', 10 * BN],
      ['ord-lab-cloud', 15 * BN],
      ['ord-cloud-maker', 8 * BN],
      ['ord-lab-maker', null],
      ['debt-bank-cloud', 3 * BN],
    ]);
  });

  it('binding: signed alone, of orders what must be paid', () => {
    const dollars = paymentsOf(web, 'binding').map(({ deal, usd }) => [deal, usd]);
    expect(dollars).toEqual([
      ['eq-maker-lab', 10 * BN],
      ['ord-lab-cloud', 6 * BN],
      ['ord-lab-maker', null],
      ['debt-bank-cloud', 3 * BN],
    ]);
  });
});

describe('circularity', () => {
  it('finds each loop once, by its least hop, the unknown ones last', () => {
    const { loops, dealsWithoutDollars } = circularity(web);
    expect(loops.map(({ usd, firms: around }) => [usd, around])).toEqual([
      [8 * BN, ['maker', 'lab', 'cloud']],
      [null, ['maker', 'lab']],
    ]);
    expect(loops[0]!.hops.flat().map(({ id }) => id)).toEqual([
      'eq-maker-lab',
      'ord-lab-cloud',
      'ord-cloud-maker',
    ]);
    expect(dealsWithoutDollars).toBe(1);
  });

  it('is a document of its schema, with and without anything to find', async () => {
    const shipped = await loadNetwork('data/ai-web');
    for (const network of [shipped, web, makeNetwork(firms, []), makeNetwork([], [])]) {
      expect(circularitySchema.safeParse(circularity(network)).error).toBeUndefined();
    }
    expect(circularity(makeNetwork(firms, []))).toMatchObject({ circularShare: null, loops: [] });
  });

  it('is the same in another currency, and per firm whatever their order', () => {
    const dear = JSON.parse(JSON.stringify(deals), (key, value) =>
      /Usd$/.test(key) ? value * 7 : value,
    );
    const other = circularity(makeNetwork(firms.toReversed(), dear));
    const own = circularity(web);
    expect(other.circularShare).toBeCloseTo(own.circularShare!, 12);
    const sharesOf = ({ firms: all }: typeof own) => new Map(all.map((one) => [one.id, one]));
    for (const [id, { comesBackShare }] of sharesOf(own)) {
      expect(sharesOf(other).get(id)!.comesBackShare).toBeCloseTo(comesBackShare, 12);
    }
    expect(other.loops.map(({ usd }) => usd)).toEqual([56 * BN, null]);
  });

  it('refuses hops that make no loop or too many', () => {
    for (const hops of [1, 2.5, 9]) {
      expect(() => circularity(web, { hops })).toThrow(ScenarioError);
    }
  });
});

/** Loops by trying every sequence of different firms: the slow way round. */
const bySequences = (payments: readonly Payment[], size: number, mostHops: number): string[] => {
  const found = new Set<string>();
  const extend = (path: readonly number[]): void => {
    const closes = path.map((from, at) => {
      const to = path[(at + 1) % path.length];
      return payments.filter(({ payer, payee }) => payer === from && payee === to);
    });
    if (path.length > 1 && closes.every((hop) => hop.length > 0)) {
      const capital = closes.flatMap((hop, at) =>
        hop.some((p) => p.layer !== 'order') ? [at] : [],
      );
      const orders = closes.flatMap((hop, at) =>
        hop.some((p) => p.layer === 'order') ? [at] : [],
      );
      if (capital.some((a) => orders.some((b) => a !== b))) {
        const least = path.indexOf(Math.min(...path));
        found.add([...path.slice(least), ...path.slice(0, least)].join());
      }
    }
    if (path.length === mostHops) return;
    for (let next = 0; next < size; next++) if (!path.includes(next)) extend([...path, next]);
  };
  for (let first = 0; first < size; first++) extend([first]);
  return [...found].sort();
};

it('finds what trying every sequence of firms finds', () => {
  const payment = fc.record({
    deal: fc.string(),
    layer: fc.constantFrom('equity' as const, 'order' as const, 'debt' as const),
    payer: fc.nat(4),
    payee: fc.nat(4),
    usd: fc.option(fc.integer({ min: 1, max: 90 })),
  });
  fc.assert(
    fc.property(
      fc.array(payment, { maxLength: 14 }),
      fc.integer({ min: 2, max: 5 }),
      (all, hops) => {
        const payments = all.filter(({ payer, payee }) => payer !== payee);
        const loops = findLoops(payments, 5, hops).map((loop) => loop.firms.join());
        expect(loops.toSorted()).toEqual(bySequences(payments, 5, hops));
      },
    ),
    { numRuns: 150 },
  );
});
