import { describe, expect, it } from 'vitest';
import { SHOCK_KINDS, type Shock } from '../../../src/scenario/schema.ts';
import { answerKey } from '../../../viz/panels/keyboard.ts';
import { subjectId, withKind, withSubject } from '../../../viz/panels/shock-clause.ts';
import { subjectOptions } from '../../../viz/panels/subject-options.ts';
import { initialState, reduce } from '../../../viz/state.ts';
import { cascadeOf, equity, firm, networkOf, order } from '../worlds.ts';

const network = networkOf(
  [
    firm('alpha', { layer: 'models' }),
    firm('bravo', { layer: 'compute' }),
    firm('many', { layer: 'capital', aggregate: true }),
  ],
  [order('ab', 'alpha', 'bravo'), equity('ba', 'bravo', 'alpha')],
);
const start: Shock = { kind: 'revenue', firm: 'bravo', size: 0.2 };

describe('withKind', () => {
  it('keeps the firm, its first deal or its layer', () => {
    expect(withKind(start, 'value', network)).toMatchObject({ kind: 'value', firm: 'bravo' });
    expect(withKind(start, 'cancel', network)).toMatchObject({ kind: 'cancel', deal: 'ba' });
    expect(withKind(start, 'multiple', network)).toMatchObject({ layer: 'compute', size: 0.375 });
    expect(withKind(start, 'revenue', network)).toBe(start);
  });

  it('always names something that the select then offers', () => {
    for (const from of SHOCK_KINDS) {
      for (const to of SHOCK_KINDS) {
        const shock = withKind(withKind(start, from, network), to, network);
        const offered = subjectOptions('en', network, to).flatMap(({ options }) => options);
        expect(
          offered.map(({ id }) => id),
          `${from} to ${to}`,
        ).toContain(subjectId(shock));
      }
    }
  });

  it('finds a firm again where the shock was on all', () => {
    const all: Shock = { kind: 'funding', firm: 'all', size: 0.4 };
    expect(subjectId(withKind(all, 'revenue', network))).toBe('alpha');
    expect(withSubject(all, 'bravo')).toEqual({ ...all, firm: 'bravo' });
  });
});

describe('subjectOptions', () => {
  it('offers all firms for funding only, and never what stands for many', () => {
    const ids = (kind: Shock['kind']) =>
      subjectOptions('zh', network, kind).flatMap(({ options }) => options.map(({ id }) => id));
    expect(ids('funding')).toEqual(['all', 'alpha', 'bravo']);
    expect(ids('revenue')).toEqual(['alpha', 'bravo']);
    expect(ids('cancel').sort()).toEqual(['ab', 'ba']);
  });
});

describe('answerKey', () => {
  const cascade = cascadeOf(
    [{ id: 'alpha', startValueUsd: 9, ledger: [{ cause: 'own-shock', round: 1, usd: 3 }] }],
    [1],
  );
  const state = reduce(initialState, { type: 'cascade', cascade });
  const pressed = (key: string, from = state) => answerKey(key, from)!.actions.reduce(reduce, from);

  it('plays, steps, jumps and changes speed', () => {
    expect(pressed(' ').playing).toBe(true);
    expect(pressed('ArrowLeft').position).toBe(0);
    expect(pressed('ArrowRight', pressed('Home')).position).toBe(1);
    expect(pressed(']').speed).toBe(2);
    expect(pressed('[', pressed('[')).speed).toBe(0.5);
    expect(pressed('2').view).toBe('firms');
  });

  it('acts on what is selected, and does nothing without', () => {
    const onFirm = reduce(state, { type: 'select', selection: { kind: 'firm', id: 'bravo' } });
    expect(pressed('s', onFirm).scenario.shocks[0]).toMatchObject({ firm: 'bravo' });
    const onDeal = reduce(state, { type: 'select', selection: { kind: 'deal', id: 'ab' } });
    expect(pressed('x', onDeal).scenario.cuts).toEqual(['ab']);
    expect(pressed('Escape', onDeal).selection).toBeNull();
    expect(answerKey('s', state)).toBeUndefined();
    expect(answerKey('q', state)).toBeUndefined();
  });

  it('asks the page for help and search', () => {
    expect(answerKey('?', state)?.wish).toBe('help');
    expect(answerKey('/', state)?.wish).toBe('search');
  });
});
