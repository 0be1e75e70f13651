import { describe, expect, it } from 'vitest';
import { DataErrors } from '../../src/base/errors.ts';
import { parseNetwork } from '../../src/data/parse.ts';
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
const withDeal = (index: number, changes: Fields) => ({
  ...threeBoats,
  deals: threeBoats.deals.map((deal, at) => (at === index ? { ...deal, ...changes } : deal)),
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
