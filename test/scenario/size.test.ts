import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { ScenarioError } from '../../src/base/errors.ts';
import { parseReRating, parseSize } from '../../src/scenario/parse-shock.ts';

describe('parseSize', () => {
  it.each([
    ['-50%', 0.5],
    ['50%', 0.5],
    ['-0.5', 0.5],
    ['0.5', 0.5],
    ['.5', 0.5],
    ['-.5', 0.5],
    [' \u221237.5% ', 0.375],
    ['0', 0],
    ['-0', 0],
    ['+0%', 0],
    ['1', 1],
    ['100%', 1],
    ['1e-7', 1e-7],
  ])('%s is %d', (text, size) => {
    expect(Object.is(parseSize(text, 'x'), size)).toBe(true);
  });

  it.each([
    [
      '50',
      'x: found "50", expected a share that is lost, from 0 to 1 or 0% to 100%. Write 50% or 0.5.',
    ],
    ['-150%', 'x: found "-150%", expected a share that is lost, from 0 to 1 or 0% to 100%'],
    ['1.0001', 'x: found "1.0001", expected'],
    [
      '+20%',
      'x: found "+20%", expected a share that is lost, from 0 to 1 or 0% to 100%. A shock takes away; a gain has no model here.',
    ],
    [
      'half',
      'x: found "half", expected a share that is lost, from 0 to 1 or 0% to 100%. Examples: -50%, 50%, 0.5.',
    ],
    ['', 'x: found nothing, expected'],
    ['--5%', 'x: found "--5%", expected'],
    ['5%%', 'x: found "5%%", expected'],
    ['NaN', 'x: found "NaN", expected'],
    ['Infinity', 'x: found "Infinity", expected'],
    ['1e999', 'x: found "1e999", expected'],
    ['0,5', 'x: found "0,5", expected'],
  ])('%j is refused', (text, message) => {
    expect(() => parseSize(text, 'x')).toThrow(ScenarioError);
    expect(() => parseSize(text, 'x')).toThrow(message);
  });

  test.prop([fc.double({ min: 0, max: 1, noNaN: true })])(
    'reads back what numbers print',
    (size) => {
      expect(parseSize(String(size), 'x')).toBe(size + 0);
      expect(parseSize(`-${size}`, 'x')).toBe(size + 0);
    },
  );
});

describe('parseReRating', () => {
  it.each([
    ['32->20', 0.375],
    ['32 -> 20', 0.375],
    ['32\u219220', 0.375],
    ['8->8', 0],
    ['8->0', 1],
    ['-37.5%', 0.375],
  ])('%s is %d', (text, size) => {
    expect(parseReRating(text, 'x')).toBe(size);
  });

  it.each(['20->32', '0->0', '0->1'])('%s is refused', (text) => {
    expect(() => parseReRating(text, 'x')).toThrow(
      `x: found "${text}", expected multiples that fall, such as 32->20`,
    );
  });
});
