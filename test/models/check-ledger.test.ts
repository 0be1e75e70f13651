import { describe, expect, test } from 'vitest';
import { LedgerError } from '../../src/base/errors.ts';
import { parseNetwork } from '../../src/data/parse.ts';
import { simulate } from '../../src/models/chained-boats/simulate.ts';
import { checkLedgers } from '../../src/models/check-ledger.ts';
import { threeBoats } from '../worlds/three-boats.ts';

const scenario = {
  version: 1 as const,
  name: 'a bad year',
  shocks: [{ kind: 'revenue' as const, firm: 'alpha', size: 0.5 }],
};

describe('checkLedgers', () => {
  const { firms } = simulate(parseNetwork(threeBoats), scenario);
  const hit = firms.find(({ ledger }) => ledger.length > 1)!;

  test('takes the ledgers of a run, and a firm that lost nothing', () => {
    expect(hit.ledger.length).toBeGreaterThan(1);
    checkLedgers(firms);
    checkLedgers([{ id: 'calm', ledger: [], lossUsd: 0, startValueUsd: 0 }]);
  });

  test.each([
    ['a line is missing', { ...hit, ledger: hit.ledger.slice(1) }],
    ['the loss is a millionth larger', { ...hit, lossUsd: hit.lossUsd * (1 + 1e-6) }],
    ['nothing explains the loss', { ...hit, ledger: [] }],
    ['a line is no number', { ...hit, ledger: [{ ...hit.ledger[0]!, usd: Number.NaN }] }],
  ])('refuses where %s', (_, tampered) => {
    expect(() => checkLedgers([...firms, tampered])).toThrow(LedgerError);
    expect(() => checkLedgers([tampered])).toThrow(`ledger of ${hit.id}`);
  });

  test('leaves rounding alone: of the loss, and of the value of a large firm', () => {
    checkLedgers([{ ...hit, lossUsd: hit.lossUsd * (1 + 1e-12) }]);
    const large = { ...hit, lossUsd: hit.lossUsd * (1 + 1e-6), startValueUsd: 1e12 * hit.lossUsd };
    checkLedgers([large]);
  });
});
