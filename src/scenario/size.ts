import { ScenarioError } from '../base/errors.ts';
import { found } from '../base/found.ts';

const SIZE = /^([-\u2212+]?)(\d+\.?\d*|\.\d+)(e[-+]?\d+)?(%?)$/i;
const RERATING = /^(\d+\.?\d*|\.\d+)\s*(?:->|\u2192)\s*(\d+\.?\d*|\.\d+)$/;
const EXPECTED = 'a share that is lost, from 0 to 1 or 0% to 100%';

const tooLargeHint = (value: number): string | undefined =>
  value > 1 && value <= 100 ? `Write ${value}% or ${value / 100}.` : undefined;

/**
 * The share that is lost, 0..1: `-50%`, `50%`, `-0.5`, `0.5` and `.5` are the same. A minus says only
 * that it is a loss.
 *
 * @param where  what the size belongs to, for the error
 * @throws ScenarioError when it isn't a share, is a gain, or is outside 0..1
 */
export const parseSize = (text: string, where: string): number => {
  const [, sign, digits, exponent = '', percent] = SIZE.exec(text.trim()) ?? [];
  if (digits === undefined) {
    const hint = 'Examples: -50%, 50%, 0.5.';
    throw new ScenarioError({ where, found: found(text), expected: EXPECTED, hint });
  }
  const stated = Number(digits + exponent);
  const size = percent === '%' ? stated / 100 : stated;
  if (sign === '+' && size > 0) {
    const hint = 'A shock takes away; a gain has no model here.';
    throw new ScenarioError({ where, found: found(text), expected: EXPECTED, hint });
  }
  if (size <= 1) return size;
  const hint = percent === '%' ? undefined : tooLargeHint(size);
  throw new ScenarioError({
    where,
    found: found(text),
    expected: EXPECTED,
    ...(hint ? { hint } : {}),
  });
};

/**
 * The size of a re-rating: a share as above, or two multiples, `32->20` = 1 - 20/32 = 0.375.
 *
 * @throws ScenarioError when it is neither, or the second multiple is larger than the first
 */
export const parseReRating = (text: string, where: string): number => {
  const [, before, after] = RERATING.exec(text.trim()) ?? [];
  if (before === undefined || after === undefined) return parseSize(text, where);
  if (Number(before) > 0 && Number(after) <= Number(before))
    return 1 - Number(after) / Number(before);
  const expected = 'multiples that fall, such as 32->20';
  throw new ScenarioError({ where, found: found(text), expected });
};
