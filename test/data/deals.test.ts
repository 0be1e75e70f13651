import { describe, expect, test } from 'vitest';
import { AMOUNT_BASES, STATUSES } from '../../src/data/schema.ts';
import { FIGURES, failing, ids, isCount, isDay, isShare } from './rows.ts';
import { endsOf, ROLES, type Row, table } from './tables.ts';

const firms = table('firms');
const deals = table('deals');
const history = table('history');
const LAST_DAY = table('network')[0]!['asOf']!;
const MONEY = Object.keys(deals[0]!).filter((name) => name.endsWith('Usd'));
const MONEY_OF: Readonly<Record<string, readonly string[]>> = {
  order: ['amountUsd', 'perYearUsd'],
  equity: ['valueUsd', 'paidUsd', 'commitmentUsd', 'exerciseCostUsd'],
  debt: ['faceUsd', 'commitmentUsd', 'servicePerYearUsd'],
};

describe('deals', () => {
  const known = new Set(ids(firms));

  test('have the roles of their kind and no others, between two firms', () => {
    const isRight = (deal: Row): boolean => {
      const [payer, payee] = endsOf(deal);
      const others = Object.entries(ROLES).flatMap(([kind, roles]) =>
        kind === deal['kind'] ? [] : roles,
      );
      return (
        known.has(payer!) &&
        known.has(payee!) &&
        payer !== payee &&
        others.every((role) => !deal[role])
      );
    };
    expect(failing(deals, isRight)).toEqual([]);
  });

  test('have a status, an instrument, a basis, real days and years in order', () => {
    const isRight = (deal: Row): boolean =>
      STATUSES.some((name) => name === deal['status']) &&
      AMOUNT_BASES.some((name) => name === deal['amountBasis']) &&
      /^[a-z-]+$/.test(deal['instrument']!) &&
      isDay(deal['announcedOn']) &&
      deal['announcedOn']! <= LAST_DAY &&
      (!deal['startYear'] || !deal['endYear'] || deal['startYear'] <= deal['endYear']);
    expect(failing(deals, isRight)).toEqual([]);
  });

  test('money is whole dollars in the fields of the kind, shares are in 0..1', () => {
    const isRight = (deal: Row): boolean =>
      MONEY.every((field) => isCount(deal[field])) &&
      MONEY.every((field) => !deal[field] || MONEY_OF[deal['kind']!]!.includes(field)) &&
      ['stake', 'takeOrPay', 'essentiality', 'withinShare'].every((name) => isShare(deal[name])) &&
      (!deal['capacityGw'] || Number(deal['capacityGw']) > 0) &&
      (!deal['essentiality'] || deal['category'] !== '');
    expect(failing(deals, isRight)).toEqual([]);
  });

  test('link and within name other deals, and a share within has its deal', () => {
    const all = new Set(ids(deals));
    const isRight = ({ id, link, within, withinShare }: Row): boolean =>
      [link, within].every((target) => !target || (all.has(target) && target !== id)) &&
      (!withinShare || within !== '');
    expect(failing(deals, isRight)).toEqual([]);
  });

  test('warrants that are unpaid and guarantees are contingent and hang on an order', () => {
    const orders = new Set(deals.filter(({ kind }) => kind === 'order').map(({ id }) => id!));
    const conditional = deals.filter(
      ({ kind, instrument, paidUsd }) =>
        kind !== 'order' && (instrument === 'backstop' || (instrument === 'warrant' && !paidUsd)),
    );
    expect(conditional.length).toBeGreaterThan(5);
    const isRight = ({ contingent, link }: Row): boolean =>
      contingent === 'yes' && orders.has(link!);
    expect(failing(conditional, isRight)).toEqual([]);
  });

  test('letters of intent for goods bind nothing', () => {
    const letters = deals.filter(({ kind, status }) => kind === 'order' && status === 'loi');
    expect(letters.map(({ takeOrPay }) => takeOrPay)).toEqual(['0', '0', '0']);
  });
});

describe('history', () => {
  test('changes a field of a record that exists, in order of days, up to the last', () => {
    const dealById = new Map(deals.map((deal) => [deal['id']!, deal]));
    const firmIds = new Set(ids(firms));
    const firmFields = [...FIGURES, 'valueBasis', 'revenueBasis', ''];
    const isRight = ({ record, on, field, value }: Row): boolean => {
      const deal = dealById.get(record!);
      const isField = deal ? field! in deal || field === '' : firmFields.includes(field!);
      return (
        isField &&
        (deal !== undefined || firmIds.has(record!)) &&
        isDay(on) &&
        on! <= LAST_DAY &&
        on! >= (deal?.['announcedOn'] ?? '') &&
        (field === '') === (value === '') &&
        (!field!.endsWith('Usd') || value === 'unknown' || isCount(value))
      );
    };
    expect(failing(history, isRight)).toEqual([]);
    for (const id of new Set(history.map(({ record }) => record))) {
      const days = history.filter(({ record }) => record === id).map(({ on }) => on!);
      expect(days, id).toEqual(days.toSorted());
    }
  });
});
