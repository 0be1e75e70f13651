import { describe, expect, it } from 'vitest';
import { frameAt, IMPACT_END } from '../../../viz/style/timeline.ts';
import { topTransfers } from '../../../viz/style/track.ts';
import { cascadeOf } from '../worlds.ts';

/**
 * `lab` orders from `cloud`, `fund` holds `lab`; `cloud` is worth 200, loses 60, 30 and gets 10 back
 * by limited liability. Rounds are numbered 1, 2, 5 as after a merged tail.
 */
const cascade = cascadeOf(
  [
    { id: 'lab', startValueUsd: 500, ledger: [{ cause: 'own-shock', round: 1, usd: 250 }] },
    {
      id: 'cloud',
      startValueUsd: 200,
      failedInRound: 5,
      ledger: [
        { cause: 'lost-order', deal: 'o1', firm: 'lab', round: 2, usd: 50 },
        { cause: 'lost-order', deal: 'o2', firm: 'lab', round: 2, usd: 10 },
        { cause: 'missed-delivery', deal: 'o3', firm: 'lab', round: 5, usd: 30 },
        { cause: 'limited-liability', round: 5, usd: -10 },
      ],
    },
    {
      id: 'fund',
      startValueUsd: 70,
      valueKnown: false,
      ledger: [
        { cause: 'holding', deal: 'e1', firm: 'lab', round: 2, usd: 25 },
        { cause: 'forced-sale', deal: 'e1', firm: 'lab', round: 2, usd: 5 },
      ],
    },
  ],
  [1, 2, 5],
);

describe('figures of frameAt', () => {
  it('add up to the ledgers at every whole round', () => {
    const lost = [0, 250, 250 + 60 + 30, 250 + 60 + 30 + 20];
    lost.forEach((usd, k) => {
      const frame = frameAt(cascade, k);
      expect(frame.round).toBe(k);
      expect(frame.lossUsd).toBeCloseTo(usd, 9);
      const firms = [...frame.firms.values()];
      expect(firms.reduce((sum, firm) => sum + firm.lossUsd, 0)).toBeCloseTo(usd, 9);
    });
    expect(frameAt(cascade, 3).lossUsd).toBeCloseTo(cascade.totals.grossLossUsd, 9);
  });

  it('end at the outcome of every firm of known value', () => {
    const end = frameAt(cascade, cascade.rounds.length);
    for (const { id, lossFraction } of cascade.firms) {
      expect(end.firms.get(id)!.lossFraction).toBe(lossFraction);
    }
  });

  it('step when the impact is over, and never stand between rounds', () => {
    const before = frameAt(cascade, 1 + IMPACT_END - 0.01).firms.get('cloud')!;
    const after = frameAt(cascade, 1 + IMPACT_END).firms.get('cloud')!;
    expect(before.lossFraction).toBe(0);
    expect(after.lossFraction).toBeCloseTo(0.3, 12);
  });

  it('have no share for a firm whose value nobody knows, which never heats', () => {
    const fund = frameAt(cascade, 3).firms.get('fund')!;
    expect(fund.lossFraction).toBeNull();
    expect(fund.heat).toBe(0);
    expect(fund.lossUsd).toBe(30);
  });

  it('say in which round a firm was hit and by whom, and when it failed', () => {
    expect(frameAt(cascade, 1).firms.get('cloud')!.hit).toBeNull();
    expect(frameAt(cascade, 2).firms.get('cloud')!.hit).toEqual({ round: 2, igniter: 'lab' });
    expect(frameAt(cascade, 3).firms.get('lab')!.hit).toEqual({ round: 1, igniter: undefined });
    expect(frameAt(cascade, 2).firms.get('cloud')!.failed).toBe(false);
    expect(frameAt(cascade, 3).firms.get('cloud')!.failed).toBe(true);
  });

  it('are clamped to the run', () => {
    expect(frameAt(cascade, -4).position).toBe(0);
    expect(frameAt(cascade, 99).position).toBe(3);
  });
});

describe('appearance of frameAt', () => {
  it('heats a firm between rounds, from the state before to the state after', () => {
    const heat = [1, 1.3, 1.5, 1.6, 2].map((at) => frameAt(cascade, at).firms.get('cloud')!.heat);
    expect(heat[0]).toBe(0);
    expect(heat[1]).toBe(0);
    expect(heat[2]).toBeGreaterThan(0);
    expect(heat[3]).toBeGreaterThan(heat[2]!);
    expect(heat[4]).toBeCloseTo(0.3, 12);
  });

  it('is as bright as the dollars over the largest transfer of the whole run', () => {
    const { deals } = frameAt(cascade, 2);
    expect(deals.get('o1')!.brightness).toBeCloseTo(1, 12);
    expect(deals.get('o2')!.brightness).toBeCloseTo(10 / 50, 12);
    // Two causes on one deal towards one firm are one transfer: 25 + 5.
    expect(deals.get('e1')!.brightness).toBeCloseTo(30 / 50, 12);
    expect(deals.get('e1')!.victim).toBe('fund');
    expect(frameAt(cascade, 3).deals.get('o3')!.brightness).toBeCloseTo(30 / 50, 12);
  });

  it('leaves a 30 % ember once the next round is under way', () => {
    const later = frameAt(cascade, 2.5).deals.get('o1')!;
    expect(later.brightness).toBe(0);
    expect(later.ember).toBeCloseTo(0.3, 12);
    expect(frameAt(cascade, 3).deals.get('o2')!.ember).toBeCloseTo(0.3 * 0.2, 12);
  });

  it('has no fire before the shock, and none on a round whose losses no deal carried', () => {
    expect(frameAt(cascade, 0).deals.size).toBe(0);
    expect(frameAt(cascade, 1).deals.size).toBe(0);
    expect(frameAt(cascade, 0.5).firms.get('lab')!.spark).toBe(true);
    expect(frameAt(cascade, 1.5).firms.get('cloud')!.spark).toBe(false);
  });

  it('moves the front of the fire forward within a round', () => {
    const front = [1.1, 1.2, 1.4].map((at) => frameAt(cascade, at).deals.get('o1')!.progress);
    expect(front[0]).toBeGreaterThan(0);
    expect(front[1]).toBeGreaterThan(front[0]!);
    expect(front[2]).toBeGreaterThan(front[1]!);
    expect(frameAt(cascade, 2).deals.get('o1')!.progress).toBe(1);
  });
});

describe('a run without rounds', () => {
  it('stands still', () => {
    const still = cascadeOf([{ id: 'lab', startValueUsd: 5, ledger: [] }], []);
    const frame = frameAt(still, 0);
    expect(frame.lossUsd).toBe(0);
    expect(frame.firms.get('lab')).toMatchObject({
      lossFraction: 0,
      heat: 0,
      hit: null,
      spark: false,
    });
  });
});

describe('topTransfers', () => {
  it('gives the largest transfers of a round, largest first', () => {
    expect(topTransfers(cascade, 2, 2).map(({ deal, usd }) => [deal, usd])).toEqual([
      ['o1', 50],
      ['e1', 25],
    ]);
    expect(topTransfers(cascade, 3)).toEqual([
      { deal: 'o3', igniter: 'lab', victim: 'cloud', cause: 'missed-delivery', usd: 30 },
    ]);
    expect(topTransfers(cascade, 9)).toEqual([]);
  });
});
