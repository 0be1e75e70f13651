import { describe, expect, it } from 'vitest';
import type { Cascade } from '../../../src/models/cascade.ts';
import { initialState, type PageState, reduce } from '../../../viz/state.ts';
import { cascadeOf } from '../worlds.ts';

const cascade: Cascade = cascadeOf(
  [
    {
      id: 'bravo',
      startValueUsd: 300,
      ledger: [
        { cause: 'lost-order', firm: 'alpha', deal: 'ab', round: 1, usd: 70 },
        { cause: 'holding', firm: 'alpha', round: 3, usd: 5 },
      ],
    },
  ],
  [1, 2, 3],
);

const run: PageState = reduce(initialState, { type: 'cascade', cascade });

describe('reduce', () => {
  it('shows the end of a new cascade, at rest', () => {
    expect(run).toMatchObject({ position: 3, playing: false, busy: false });
    expect(reduce(run, { type: 'cascade', cascade, position: 1 }).position).toBe(1);
  });

  it('keeps the position within the cascade', () => {
    expect(reduce(run, { type: 'position', position: 9 }).position).toBe(3);
    expect(reduce(run, { type: 'position', position: -1 }).position).toBe(0);
    expect(reduce(initialState, { type: 'position', position: 2 }).position).toBe(0);
  });

  it('plays from the start again once the end is reached, and on from where it was before', () => {
    expect(reduce(run, { type: 'play', playing: true })).toMatchObject({
      position: 0,
      playing: true,
    });
    const midway = reduce(run, { type: 'position', position: 1.5 });
    expect(reduce(midway, { type: 'play', playing: true }).position).toBe(1.5);
  });

  it('does not play what is not there', () => {
    expect(reduce(initialState, { type: 'play', playing: true }).playing).toBe(false);
  });

  it('changes one shock and leaves the others, without the name of the preset', () => {
    const second = { kind: 'value', firm: 'carrow', size: 0.3 } as const;
    const two = reduce(run, { type: 'add-shock', shock: second });
    const changed = reduce(two, {
      type: 'shock',
      index: 0,
      shock: { kind: 'revenue', firm: 'openai', size: 0.25 },
    });
    expect(changed.scenario.shocks).toEqual([
      { kind: 'revenue', firm: 'openai', size: 0.25 },
      second,
    ]);
    expect(changed.scenario.name).toBe('');
    const one = reduce(changed, { type: 'remove-shock', index: 0 });
    expect(one.scenario.shocks).toEqual([second]);
  });

  it('cuts a deal and restores it', () => {
    const cut = reduce(run, { type: 'toggle-cut', deal: 'ab' });
    expect(cut.scenario.cuts).toEqual(['ab']);
    const both = reduce(cut, { type: 'toggle-cut', deal: 'bc' });
    expect(reduce(both, { type: 'toggle-cut', deal: 'ab' }).scenario.cuts).toEqual(['bc']);
  });

  it('keeps only parameters that differ from their defaults', () => {
    const set = reduce(run, { type: 'parameter', name: 'takeOrPay', value: 0.8 });
    expect(set.scenario.parameters).toEqual({ takeOrPay: 0.8 });
    const back = reduce(set, { type: 'parameter', name: 'takeOrPay', value: null });
    expect(back.scenario.parameters).toEqual({});
  });

  it('keeps what is wrong with a link until a person changes the scenario', () => {
    const problem = { where: 'link', lines: ['link, v: found 7'] } as const;
    const opened = reduce(reduce(initialState, { type: 'problem', problem }), {
      type: 'cascade',
      cascade,
    });
    expect(opened.problem).toBe(problem);
    expect(reduce(opened, { type: 'toggle-cut', deal: 'ab' }).problem).toBeNull();
    const failed = reduce(run, { type: 'problem', problem: { ...problem, where: 'run' } });
    expect(reduce(failed, { type: 'cascade', cascade }).problem).toBeNull();
  });

  it('hides a kind of deal and shows it again, without touching the scenario', () => {
    const hidden = reduce(run, { type: 'toggle-kind', kind: 'debt' });
    expect(hidden.filter.hiddenKinds).toEqual(['debt']);
    expect(hidden.scenario).toBe(run.scenario);
    expect(reduce(hidden, { type: 'toggle-kind', kind: 'debt' }).filter.hiddenKinds).toEqual([]);
  });

  it('never changes the state that it was given', () => {
    const frozen = Object.freeze({ ...run, filter: Object.freeze({ ...run.filter }) });
    expect(() => reduce(frozen, { type: 'scope', scope: 'all' })).not.toThrow();
    expect(frozen.filter.scope).toBe('core');
  });
});
