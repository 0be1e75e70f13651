import { describe, expect, it } from 'vitest';
import { DataErrors } from '../../src/errors.ts';
import { parseNetwork } from '../../src/network/parse.ts';
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

describe('fields', () => {
  it.each<[unknown, string]>([
    [null, 'document: found null, expected a record of fields'],
    [[], 'document: found a list of 0, expected a record of fields'],
    [{ ...threeBoats, version: 2 }, 'version: found 2, expected 1'],
    [{ ...threeBoats, asOf: '2026-02-30' }, 'asOf: found "2026-02-30", expected a day that exists'],
    [
      { ...threeBoats, asOf: '27/04/2026' },
      'asOf: found "27/04/2026", expected a day as YYYY-MM-DD',
    ],
    [
      { ...threeBoats, firm: [] },
      'firm: found a list of 0 in a field that is not known here, expected a known field. Did you mean firms?',
    ],
    [
      withFirm(0, { valueUsd: '300B' }),
      'firms[0] (alpha).valueUsd: found "300B", expected a number. Write the figure out in dollars: 300000000000 or 3e11.',
    ],
    [
      withFirm(0, { valueUsd: '1,000' }),
      'firms[0] (alpha).valueUsd: found "1,000", expected a number. Write digits with no separators: 1000000 or 1e6.',
    ],
    [
      withFirm(0, { valueUsd: Number.NaN }),
      'firms[0] (alpha).valueUsd: found NaN, expected a number',
    ],
    [withFirm(0, { valueUsd: -1 }), 'firms[0] (alpha).valueUsd: found -1, expected at least 0'],
    [
      withFirm(1, { valuUsd: 3 }),
      'firms[1] (bravo).valuUsd: found 3 in a field that is not known here, expected a known field. Did you mean valueUsd?',
    ],
    [
      withFirm(1, { name: { en: '' } }),
      'firms[1] (bravo).name.en: found nothing, expected some text',
    ],
    [
      withFirm(1, { id: 'Bravo Chips' }),
      'firms[1].id: found "Bravo Chips", expected an id of lower-case letters, digits, "-" and "."',
    ],
    [withFirm(1, { layer: undefined }), 'firms[1] (bravo).layer: found nothing, expected text'],
    [
      withFirm(1, { history: [{ on: '2025-01-01', price: 3 }] }),
      'firms[1] (bravo).history[0].price: found 3 in a field that is not known here, expected a known field',
    ],
    [
      withDeal(0, { kind: 'loan' }),
      'deals[0] (ord-alpha-bravo).kind: found "loan", expected one of order, equity, debt',
    ],
    [
      withDeal(0, { status: 'sgned' }),
      'deals[0] (ord-alpha-bravo).status: found "sgned", expected one of closed, signed, announced, reported, loi, rumoured, cancelled. Did you mean signed?',
    ],
    [
      withDeal(0, { stake: 0.1 }),
      'deals[0] (ord-alpha-bravo).stake: found 0.1, expected nothing: its kind has no such field',
    ],
    [
      withDeal(0, { startYear: 2026.5 }),
      'deals[0] (ord-alpha-bravo).startYear: found 2026.5, expected a whole number',
    ],
    [
      withDeal(0, { takeOrPay: '20%' }),
      'deals[0] (ord-alpha-bravo).takeOrPay: found "20%", expected a number. Write a share as 0.25, not 25%.',
    ],
    [withDeal(1, { stake: 1.5 }), 'deals[1] (eq-alpha-bravo).stake: found 1.5, expected at most 1'],
    [
      withDeal(1, { capacityGw: 0 }),
      'deals[1] (eq-alpha-bravo).capacityGw: found 0, expected more than 0',
    ],
  ])('case %#', (document, message) => {
    const [first = '', ...others] = problems(document);
    expect(first.startsWith(message), `${first}\n${message}`).toBe(true);
    expect(others).toEqual([]);
  });

  it('are all reported together, one line each', () => {
    const broken = { ...withFirm(0, { valueUsd: 'x', note: 3 }), asOf: 'x\ny' };
    expect(problems(broken)).toHaveLength(3);
    for (const line of problems(broken)) expect(line).not.toContain('\n');
  });
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

describe('stakes of one issuer', () => {
  const third = { ...threeBoats.deals[3], id: 'eq-alpha-carrow', holder: 'alpha' };
  const withStakes = (first: Fields, second: Fields) => ({
    ...threeBoats,
    deals: [
      { ...threeBoats.deals[3], ...first },
      { ...third, ...second },
    ],
  });

  it('may sum to 1, with the rounding of decimals', () => {
    expect(problems(withStakes({ stake: 0.9 }, { stake: 0.1 }))).toEqual([]);
    expect(problems(withStakes({ stake: 0.7 + 0.1 }, { stake: 0.2 }))).toEqual([]);
  });

  it('may not sum above 1, warrants included', () => {
    const [problem] = problems(withStakes({ stake: 0.9 }, { stake: 0.11, contingent: true }));
    expect(problem).toBe(
      'deals[1] (eq-alpha-carrow).stake: found stakes in carrow that sum to 1.01 on 2025-03-28, expected at most 1. They are eq-bravo-carrow, eq-alpha-carrow.',
    );
  });

  it('are summed on every day on which one changes', () => {
    const sold = history({ on: '2025-06-01', stake: 0.2 });
    const later = { stake: 0.7, announcedOn: '2025-07-01' };
    expect(problems(withStakes({ stake: 0.9, ...sold }, later))).toEqual([]);
    expect(
      problems(withStakes({ stake: 0.9, ...sold }, { ...later, announcedOn: '2025-05-31' })),
    ).toHaveLength(1);
    const bought = history({ on: '2025-08-01', stake: 0.31 });
    expect(problems(withStakes({ stake: 0.2, ...bought }, later))[0]).toContain(
      '1.01 on 2025-08-01',
    );
  });

  it('count once where one deal is within another, and not at all once cancelled', () => {
    expect(problems(withStakes({ stake: 0.9 }, { stake: 0.9, within: 'eq-bravo-carrow' }))).toEqual(
      [],
    );
    expect(problems(withStakes({ stake: 0.9 }, { stake: 0.9, status: 'cancelled' }))).toEqual([]);
  });
});
