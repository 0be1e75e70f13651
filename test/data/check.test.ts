import { describe, expect, it } from 'vitest';
import { DataErrors } from '../../src/base/errors.ts';
import { parseNetwork } from '../../src/data/parse.ts';
import { harbour } from '../worlds/harbour.ts';
import { threeBoats } from '../worlds/three-boats.ts';

type Fields = Record<string, unknown>;

const problems = (document: unknown): string[] => {
  try {
    parseNetwork(document);
    return [];
  } catch (error) {
    expect(error).toBeInstanceOf(DataErrors);
    return (error as DataErrors).errors.map(({ message }) => message);
  }
};
const withFirm = (index: number, changes: Fields) => ({
  ...threeBoats,
  firms: threeBoats.firms.map((firm, at) => (at === index ? { ...firm, ...changes } : firm)),
});
const withMore = (firm: Fields) => ({ ...threeBoats, firms: [...threeBoats.firms, firm] });
const withDeal = (index: number, changes: Fields) => ({
  ...threeBoats,
  deals: threeBoats.deals.map((deal, at) => (at === index ? { ...deal, ...changes } : deal)),
});

it('accepts the worlds as they are', () => {
  expect(problems(threeBoats)).toEqual([]);
  expect(problems(harbour)).toEqual([]);
});

const history = (...entries: Fields[]) => ({ history: entries });

describe('what fields say together', () => {
  it.each<[string, unknown, string]>([
    [
      'a firm id twice',
      withMore({ ...threeBoats.firms[1], id: 'alpha' }),
      'firms[3] (alpha).id: found "alpha" a second time',
    ],
    [
      'a deal id twice',
      withDeal(2, { id: 'eq-alpha-bravo' }),
      'deals[2] (eq-alpha-bravo).id: found "eq-alpha-bravo" a second time',
    ],
    [
      'an id of a firm on a deal',
      withDeal(2, { id: 'bravo' }),
      'deals[2] (bravo).id: found "bravo" a second time',
    ],
    [
      'a source id twice',
      { ...harbour, sources: [...harbour.sources!, harbour.sources![0]] },
      'sources[2] (round-2025).id: found "round-2025" a second time',
    ],
    [
      'a firm called all',
      withMore({ ...threeBoats.firms[1], id: 'all' }),
      'firms[3] (all).id: found "all", expected any other id',
    ],
    [
      'an unknown firm',
      withDeal(0, { supplier: 'brvo' }),
      'deals[0] (ord-alpha-bravo).supplier: found "brvo", expected the id of a firm. Did you mean bravo?',
    ],
    [
      'a deal with oneself',
      withDeal(0, { supplier: 'alpha' }),
      'deals[0] (ord-alpha-bravo).supplier: found "alpha", expected a supplier other than the customer',
    ],
    [
      'a loan to oneself',
      withDeal(4, { borrower: 'bravo' }),
      'deals[4] (debt-bravo-carrow).borrower: found "bravo", expected a borrower other than the lender',
    ],
    [
      'a link to no leg',
      withDeal(0, { link: 'eq-alpha-brav' }),
      'deals[0] (ord-alpha-bravo).link: found "eq-alpha-brav", expected the id of another deal. Did you mean eq-alpha-bravo or ord-alpha-bravo?',
    ],
    [
      'a link to itself',
      withDeal(0, { link: 'ord-alpha-bravo' }),
      'deals[0] (ord-alpha-bravo).link: found "ord-alpha-bravo", expected the id of another deal',
    ],
    [
      'within no deal',
      withDeal(0, { within: 'nowhere' }),
      'deals[0] (ord-alpha-bravo).within: found "nowhere"',
    ],
    [
      'an unknown source',
      { ...harbour, deals: [], sources: [harbour.sources![0]] },
      'firms[0] (minnow).history[1].sources[0]: found "round-2026", expected the id of a source',
    ],
    [
      'an unknown firm on the map',
      { ...threeBoats, layout: [{ firm: 'x', x: 0 }] },
      'layout[0].firm: found "x", expected the id of a firm',
    ],
    [
      'an unknown firm per gigawatt',
      { ...harbour, perGigawatt: [{ ...harbour.perGigawatt![0], supplier: 'pik' }] },
      'perGigawatt[0] (chips-pike).supplier: found "pik", expected the id of a firm. Did you mean pike?',
    ],
    [
      'two amounts',
      withDeal(0, { perYearUsd: 1 }),
      'deals[0] (ord-alpha-bravo).perYearUsd: found amountUsd and perYearUsd, expected one of',
    ],
    [
      'an amount and a schedule',
      withDeal(2, { schedule: [{ year: 2026, usd: 1 }] }),
      'deals[2] (ord-alpha-carrow).schedule: found perYearUsd and schedule',
    ],
    [
      'two amounts after a change',
      withDeal(0, history({ on: '2025-11-01', perYearUsd: 2 })),
      'deals[0] (ord-alpha-bravo).history[0].perYearUsd: found amountUsd and perYearUsd',
    ],
    [
      'a year twice',
      withDeal(0, {
        amountUsd: undefined,
        schedule: [
          { year: 2026, usd: 1 },
          { year: 2026, usd: 2 },
        ],
      }),
      'deals[0] (ord-alpha-bravo).schedule: found 2026 twice',
    ],
    [
      'a term that ends first',
      withDeal(0, { endYear: 2025 }),
      'deals[0] (ord-alpha-bravo).endYear: found 2025, expected 2026 (startYear) or later',
    ],
    [
      'announced after the last day',
      withDeal(0, { announcedOn: '2026-03-02' }),
      'deals[0] (ord-alpha-bravo).announcedOn: found "2026-03-02", expected a day up to 2026-03-01',
    ],
    [
      'a change before the deal',
      withDeal(0, history({ on: '2025-10-05' })),
      'deals[0] (ord-alpha-bravo).history[0].on: found "2025-10-05", expected a day not before 2025-10-06',
    ],
    [
      'a change after the last day',
      withDeal(0, history({ on: '2026-03-02' })),
      'deals[0] (ord-alpha-bravo).history[0].on: found "2026-03-02", expected a day up to',
    ],
    [
      'changes out of order',
      withDeal(0, history({ on: '2025-12-01' }, { on: '2025-11-01' })),
      'deals[0] (ord-alpha-bravo).history[1].on: found "2025-11-01", expected a day not before 2025-12-01',
    ],
    [
      'values out of order',
      withFirm(0, history({ on: '2025-12-01' }, { on: '2025-11-01' })),
      'firms[0] (alpha).history[1].on: found "2025-11-01"',
    ],
    [
      'changes of an undated deal',
      withDeal(0, { announcedOn: undefined, ...history({ on: '2025-11-01' }) }),
      'deals[0] (ord-alpha-bravo).announcedOn: found nothing, expected the day',
    ],
    [
      'a status that became unknown',
      withDeal(0, history({ on: '2025-11-01', status: null })),
      'deals[0] (ord-alpha-bravo).history[0].status: found unknown, expected a status',
    ],
  ])('%s', (_case, document, message) => {
    const [first = '', ...others] = problems(document);
    expect(first.startsWith(message), `${first}\n${message}`).toBe(true);
    expect(others).toEqual([]);
  });
});
