import { describe, expect, test } from 'vitest';
import { ScenarioError } from '../../../src/base/errors.ts';
import { parseNetwork } from '../../../src/data/parse.ts';
import { inputKey } from '../../../src/models/chained-boats/inputs/input-ref.ts';
import { fillDefaults, simulate } from '../../../src/models/chained-boats/simulate.ts';
import { changedRun } from '../../../src/questions/sensitivity/changed-run.ts';
import { evidenceShares } from '../../../src/questions/sensitivity/evidence-shares.ts';
import { sensitivity } from '../../../src/questions/sensitivity/sensitivity.ts';
import {
  type Bar,
  type Sensitivity,
  type Slope,
  sensitivitySchema,
} from '../../../src/questions/sensitivity/sensitivity-schema.ts';
import { slopesAt } from '../../../src/questions/sensitivity/slopes.ts';
import { tapedRun } from '../../../src/questions/sensitivity/taped-run.ts';
import { parseTarget, targetNode, targetText } from '../../../src/questions/sensitivity/target.ts';
import type { Scenario } from '../../../src/scenario/schema.ts';
import { harbour } from '../../worlds/harbour.ts';

const network = parseNetwork(harbour);
const scenario: Scenario = {
  version: 1,
  name: 'short',
  shocks: [{ kind: 'revenue', firm: 'minnow', size: 0.6 }],
};

const answer = await sensitivity(network, scenario, { target: 'owners-loss' });

const barOf = ({ tornado }: Sensitivity, key: string): Bar =>
  tornado.find(({ input }) => inputKey(input) === key)!;

describe('tornado', () => {
  test('the document keeps to its schema; bars are sorted by swing', () => {
    expect(sensitivitySchema.parse(answer)).toEqual(answer);
    expect([answer.converged, answer.complete]).toEqual([true, true]);
    const swings = answer.tornado.map(({ swingUsd }) => swingUsd);
    expect(swings).toEqual(swings.toSorted((a, b) => b - a));
    expect(swings[0]).toBeGreaterThan(0);
  });

  test('every end that a control can set is what a run with that control gives', () => {
    let reproduced = 0;
    for (const { low, high } of answer.tornado) {
      for (const { control, totalUsd } of [low, high]) {
        if (control === null || totalUsd === null) continue;
        const set: Partial<Scenario> =
          control.kind === 'parameter'
            ? { parameters: { [control.parameter]: control.value } }
            : control.kind === 'weight'
              ? { weights: { [control.status]: control.value } }
              : { cuts: [control.deal] };
        const { totals } = simulate(network, { ...scenario, ...set });
        const sizeUsd = Math.max(totals.grossLossUsd, 1e9);
        expect(Math.abs(totals.ownersLossUsd - totalUsd) / sizeUsd).toBeLessThan(1e-8);
        reproduced += 1;
      }
    }
    expect(reproduced).toBe(40);
  });

  test('a deal that counts at another share is the same deal with those dollars', () => {
    const bar = barOf(answer, 'deal:ord-minnow-pike:paidShare');
    expect([bar.value, bar.low.value, bar.high.value]).toEqual([0.8, 0.7, 1]);
    const signed = harbour.deals.map((deal) =>
      deal.id === 'ord-minnow-pike' ? { ...deal, status: 'signed' as const } : deal,
    );
    const { totals } = simulate(parseNetwork({ ...harbour, deals: signed }), scenario);
    expect(bar.high.totalUsd! / totals.ownersLossUsd).toBeCloseTo(1, 9);
    expect(bar.high.control).toBeNull();
  });

  test('dollars per gigawatt run from the low to the high figure of the table', () => {
    const bar = barOf(answer, 'per-gigawatt:chips-pike');
    expect([bar.low.value, bar.value, bar.high.value]).toEqual([20e9, 35e9, 50e9]);
    const rows = harbour.perGigawatt!.map((row) => ({ ...row, usdPerGw: row.highUsdPerGw }));
    const { totals } = simulate(parseNetwork({ ...harbour, perGigawatt: rows }), scenario);
    expect(bar.high.totalUsd! / totals.ownersLossUsd).toBeCloseTo(1, 9);
  });

  test('an end that the model can’t take has no total, and says why', () => {
    const changed = changedRun(network, fillDefaults(scenario), { kind: 'gross-loss' });
    const { totalUsd, why } = changed({ kind: 'parameter', parameter: 'takeOrPay' }, 2);
    expect(totalUsd).toBeNull();
    expect(why).toContain('parameter takeOrPay');
  });

  test('cancelled, it keeps the bars that it has', async () => {
    const stop = new AbortController();
    stop.abort();
    const cut = await sensitivity(network, scenario, { signal: stop.signal });
    expect([cut.complete, cut.tornado.length]).toEqual([false, 0]);
    expect(cut.slopes.length).toBe(answer.slopes.length);
  });

  test('it can be left away', async () => {
    const { tornado, complete } = await sensitivity(network, scenario, { tornado: false });
    expect([tornado, complete]).toEqual([[], true]);
  });

  test('the same question, the same bytes', async () => {
    const again = await sensitivity(network, scenario, { target: 'owners-loss' });
    expect(JSON.stringify(again)).toBe(JSON.stringify(answer));
  });
});

const slope = (changes: Partial<Slope>): Slope => {
  const slopes = { slope: 2, slopeBelow: 2, slopeAbove: 2, perPercentUsd: 0.2 };
  const input = { kind: 'firm', firm: 'oak', field: 'valueUsd' } as const;
  return { input, value: 10, unit: 'USD', ...slopes, kink: false, evidence: 'filed', ...changes };
};

describe('evidence', () => {
  test('by hand: sway without signs, dollars with signs, kinks apart', () => {
    const { shares, remainderShare, eulerRemainderUsd, unknownDeals } = evidenceShares(
      [
        slope({}),
        slope({ slope: -1, slopeBelow: -1, slopeAbove: -1, evidence: 'reported' }),
        slope({
          input: { kind: 'parameter', parameter: 'takeOrPay' },
          unit: 'share',
          value: 0.5,
          evidence: 'assumed',
        }),
        slope({ kink: true, slope: null, perPercentUsd: null, slopeBelow: 1, slopeAbove: 0.9 }),
      ],
      25,
      [
        { record: 'elm', kind: 'order-unknown' },
        { record: 'yew', kind: 'cash-unknown' },
      ],
    )!;
    const of = (name: string) => shares.find(({ evidence }) => evidence === name)!;
    const all = 20 + 10 + 1 + 10;
    expect(of('filed')).toEqual({ evidence: 'filed', share: 20 / all, figures: 1, eulerUsd: 20 });
    expect(of('reported').share).toBeCloseTo(10 / all, 15);
    expect(of('reported').eulerUsd).toBe(-10);
    expect(of('assumed')).toEqual({ evidence: 'assumed', share: 1 / all, figures: 1, eulerUsd: 0 });
    expect(remainderShare).toBeCloseTo(10 / all, 15);
    expect(eulerRemainderUsd).toBe(15);
    expect(unknownDeals).toEqual(['elm']);
  });

  test('the question itself, and what other figures say already, do not count', () => {
    const leftOut = [
      slope({ input: { kind: 'shock', index: 0 } }),
      slope({ input: { kind: 'deal', deal: 'oak', field: 'paidShare' } }),
      slope({ input: { kind: 'weight', status: 'closed' } }),
      slope({ input: { kind: 'parameter', parameter: 'nonBinding' } }),
    ];
    expect(evidenceShares(leftOut, 1, [])).toBeNull();
    const loose = slope({ input: { kind: 'weight', status: 'loi' }, evidence: 'assumed' });
    const shares = evidenceShares([...leftOut, loose], 1, [])!.shares;
    expect(shares.find(({ evidence }) => evidence === 'assumed')!.share).toBe(1);
  });

  test('a figure has the best source of its record, and worked-out amounts are estimates', () => {
    const evidenceOf = (key: string) =>
      answer.slopes.find(({ input }) => inputKey(input) === key)!.evidence;
    expect(evidenceOf('firm:minnow:valueUsd')).toBe('reported');
    expect(evidenceOf('firm:pike:valueUsd')).toBe('unsourced');
    expect(evidenceOf('parameter:takeOrPay')).toBe('assumed');
    expect(evidenceOf('per-gigawatt:chips-pike')).toBe('unsourced');
    expect(evidenceOf('firm:minnow:revenueUsd')).toBe('unsourced');
  });
});

describe('what has no slope says so', () => {
  const full = fillDefaults(scenario);
  const run = tapedRun(network, full);
  const node = targetNode({ kind: 'gross-loss' }, run);

  test('a run whose limit was not reached', () => {
    const { slopes, residual } = slopesAt(
      { ...run, limit: { ...run.limit, errorBound: null } },
      node,
    );
    expect(residual).toBeNull();
    expect(slopes.length).toBe(run.figures.length);
    for (const one of slopes) {
      expect([one.slope, one.slopeBelow, one.slopeAbove]).toEqual([null, null, null]);
    }
    expect(evidenceShares(slopes, 1, [])).toBeNull();
  });

  test('a share that is 1 can’t rise: one side only', () => {
    const closed = answer.slopes.find(({ input }) => inputKey(input) === 'weight:closed')!;
    expect(closed.slopeAbove).toBeNull();
    expect(closed.slope).toBe(closed.slopeBelow);
  });

  test('no shock moves nothing', async () => {
    const calm = await sensitivity(network, { ...scenario, shocks: [] }, { tornado: false });
    expect(calm.totalUsd).toBe(0);
    expect(calm.evidence).toBeNull();
    for (const one of calm.slopes) expect(one.slope ?? 0).toBe(0);
  });
});

describe('targets', () => {
  test('text and target say the same', () => {
    for (const text of [
      'gross-loss',
      'owners-loss',
      'firm:pike',
      'layer:models',
      'gap',
      'gap:pike',
    ]) {
      expect(targetText(parseTarget(network, text))).toBe(text);
    }
    expect(parseTarget(network, 'firm:PIKE')).toEqual({ kind: 'firm-loss', firm: 'pike' });
  });

  test.each([
    ['loss', /target: found "loss", expected gross-loss, owners-loss/],
    ['firm:', /target: found "firm:", expected/],
    ['firm:piek', /target: found "piek".*pike/],
    ['layer:models2', /target: found "models2".*layer/],
    ['gap:nobody', /target: found "nobody"/],
  ])('%s is refused', async (target, message) => {
    const asking = sensitivity(network, scenario, { target });
    await expect(asking).rejects.toThrow(ScenarioError);
    await expect(asking).rejects.toThrow(message);
  });

  test('a shock that the web can’t take is refused', async () => {
    const shocks = [{ kind: 'revenue', firm: 'nobody', size: 0.5 }] as const;
    await expect(sensitivity(network, { ...scenario, shocks: [...shocks] })).rejects.toThrow(
      ScenarioError,
    );
  });

  test('years one after another have no single total', async () => {
    const time = { mode: 'path', window: [2026, 2028] } as const;
    const asking = sensitivity(network, { ...scenario, time: { ...time, window: [2026, 2028] } });
    await expect(asking).rejects.toThrow(/time.mode/);
  });
});
