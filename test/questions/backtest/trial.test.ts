import { describe, expect, test } from 'vitest';
import { ModelError } from '../../../src/base/errors.ts';
import type { NetworkDocument } from '../../../src/data/schema.ts';
import { MODEL_PREDICTORS } from '../../../src/questions/backtest/model-predictors.ts';
import type { Predictor } from '../../../src/questions/backtest/predictor.ts';
import { predictionOf, scoreTrial } from '../../../src/questions/backtest/scoring.ts';
import { closesOf, sectorSlope } from '../../../src/questions/backtest/sector-slope.ts';
import { type Trial, trialOf } from '../../../src/questions/backtest/trial.ts';
import { millBook, millDocument, millEvent } from './mill-book.ts';

const closes = closesOf(millBook);

const trial = (id: string, document: NetworkDocument = millDocument): Trial => {
  const one = trialOf(document, millBook, closes, millEvent(id));
  if ('why' in one) throw new Error(one.why);
  return one;
};

const predictor = (id: string, predict: Predictor['predict']): Predictor => ({
  id,
  kind: 'baseline',
  title: { en: id, zh: id },
  says: { en: id, zh: id },
  predict,
});

describe('what is to be explained', () => {
  test('the move less slope times index', () => {
    const { firms } = trial('flood');
    const smith = firms.find(({ id }) => id === 'smith')!;
    const slope = sectorSlope(millBook, closes, 'smith', 'flood')!;
    expect(smith.movePercent).toBe(-4);
    expect(smith.slope).toBe(slope);
    expect(smith.excessPercent).toBeCloseTo(-4 - slope * -2, 12);
  });

  test('the origin and firms with news of their own are marked, outsiders left out with a reason', () => {
    const { firms, leftOut } = trial('ferry-deal');
    const own = firms.filter(({ ownNews }) => ownNews).map(({ id }) => id);
    expect(own).toEqual(['squire', 'ferry']);
    expect(leftOut).toEqual([
      { firm: 'ghost', why: 'value-unknown' },
      { firm: 'index', why: 'not-in-web' },
    ]);
    const once = {
      ...millBook,
      moves: millBook.moves.filter(({ firm, event }) => firm !== 'hermit' || event === 'flood'),
    };
    const one = trialOf(millDocument, once, closesOf(once), millEvent('flood')) as Trial;
    expect(one.leftOut).toContainEqual({ firm: 'hermit', why: 'no-slope' });
  });

  test('a value that is a later observation is flagged', () => {
    const later: NetworkDocument = {
      ...millDocument,
      firms: millDocument.firms.map((firm) =>
        firm.id === 'baker' ? { ...firm, figuresOn: { valueUsd: '2025-12-01' } } : firm,
      ),
    };
    const ahead = (document: NetworkDocument) =>
      trial('flood', document)
        .firms.filter(({ looksAhead }) => looksAhead)
        .map(({ id }) => id);
    expect(ahead(later)).toEqual(['baker']);
    expect(ahead(millDocument)).toEqual([]);
  });

  test('moves of the event change no prediction of it', () => {
    const wild = {
      ...millBook,
      moves: millBook.moves.map((move) =>
        move.event === 'flood' ? { ...move, percent: -3 * move.percent + 1 } : move,
      ),
    };
    const poisoned = trialOf(millDocument, wild, closesOf(wild), millEvent('flood')) as Trial;
    for (const one of MODEL_PREDICTORS) {
      expect(predictionOf(one, poisoned)).toEqual(predictionOf(one, trial('flood')));
    }
    expect(poisoned.facts).toEqual(trial('flood').facts);
  });
});

describe('scores of a trial', () => {
  const draws = { permutations: 200, seed: 2 };

  test('with and without firms that had news of their own, on the excess and on the whole move', () => {
    const flood = trial('flood');
    const truth = flood.on.hit.web.firms.map(
      (id) => flood.firms.find((firm) => firm.id === id)?.excessPercent ?? 0,
    );
    const oracle = predictor('oracle', () => truth);
    const scores = scoreTrial(flood, new Map([['oracle', predictionOf(oracle, flood)]]), draws);
    expect(scores.map(({ set, target, firms }) => [set, target, firms])).toEqual([
      ['others', 'excess', 6],
      ['others', 'move', 6],
      ['all', 'excess', 7],
      ['all', 'move', 7],
    ]);
    expect(scores[0]!.spearman).toBeCloseTo(1, 12);
    expect(scores[0]!.pValue).toBeCloseTo(1 / 720, 12);
    expect(scores[0]!.hits).toBe(6);
    expect(scores[1]!.spearman).toBeLessThan(1);
  });

  test('a predictor without an answer has no score, and the others keep theirs', () => {
    const flood = trial('flood');
    const refuses = predictor('refuses', () => {
      throw new ModelError({ where: 'here', found: 'this', expected: 'that' });
    });
    const prediction = predictionOf(refuses, flood);
    expect(prediction).toEqual({ refused: 'here: found this, expected that' });
    const [one] = scoreTrial(flood, new Map([['refuses', prediction]]), draws);
    expect(one).toMatchObject({ spearman: null, pValue: null, calls: 0, firms: 6 });
    const broken = predictor('broken', () => {
      throw new TypeError('a mistake');
    });
    expect(() => predictionOf(broken, flood)).toThrow(TypeError);
  });
});
