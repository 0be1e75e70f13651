import { ScenarioError } from '../base/errors.ts';
import { found } from '../base/found.ts';
import { meantHint, nearestIds } from '../base/nearest.ts';
import type { Network } from '../data/graph.ts';
import { findDeal, findFirm, findLayer } from './find.ts';
import { SHOCK_KINDS, type Shock, type ShockKind } from './schema.ts';

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

const FORM = /^\s*(.+):\s*([a-z]+)\s*(?:[=:]\s*(.*?))?\s*$/i;

/** A shock as a person writes it: on whom, what, and how much if that was said. */
interface ShockWords {
  readonly subject: string;
  readonly kind: ShockKind;
  readonly size: number;
}

const sizeOf = (kind: ShockKind, text: string | undefined, where: string): number => {
  if (text !== undefined && text !== '') {
    return kind === 'multiple' ? parseReRating(text, where) : parseSize(text, where);
  }
  if (kind === 'cancel' || kind === 'default') return 1;
  const expected = 'a size, such as =-50%';
  throw new ScenarioError({ where, found: 'no size', expected });
};

/**
 * Take a shock's text apart, without knowing the network: `openai:revenue=-50%`.
 *
 * @throws ScenarioError when it isn't `subject:kind=size`
 */
export const readShockWords = (text: string): ShockWords => {
  const where = `shock ${found(text)}`;
  const [, subject, word, size] = FORM.exec(text) ?? [];
  if (subject === undefined || word === undefined) {
    const hint = 'Examples: openai:revenue=-50%, all:funding=-40%, compute:multiple=32->20.';
    throw new ScenarioError({
      where,
      found: 'text of another form',
      expected: 'subject:kind=size',
      hint,
    });
  }
  const kind = SHOCK_KINDS.find((known) => known === word.toLowerCase());
  if (kind === undefined) {
    const hint = meantHint(nearestIds(word, SHOCK_KINDS));
    const facts = { found: `kind ${found(word)}`, expected: `one of ${SHOCK_KINDS.join(', ')}` };
    throw new ScenarioError({ where, ...facts, ...(hint === undefined ? {} : { hint }) });
  }
  return { subject: subject.trim(), kind, size: sizeOf(kind, size, where) };
};

/** The shock document of a subject's id, kind and size. */
export const shockOf = (kind: ShockKind, subject: string, size: number): Shock => {
  if (kind === 'cancel') return { kind, deal: subject, size };
  if (kind === 'multiple') return { kind, layer: subject, size };
  return { kind, firm: subject, size };
};

/** Whom a shock hits: the id of a firm, deal or layer, or `all`. */
export const subjectOf = (shock: Shock): string => {
  if (shock.kind === 'cancel') return shock.deal;
  return shock.kind === 'multiple' ? shock.layer : shock.firm;
};

/**
 * Read a shock as the command line takes it: `openai:revenue=-50%`, `all:funding=-40%`,
 * `compute:multiple=32->20`, `ord-openai-oracle:cancel`. A firm may be named by id, ticker or name.
 *
 * @throws ScenarioError when the text, its size or its subject can't be understood
 */
export const parseShock = (text: string, network: Network): Shock => {
  const { subject, kind, size } = readShockWords(text);
  const where = `shock ${found(text)}`;
  if (kind === 'cancel') return shockOf(kind, findDeal(network, subject, where), size);
  if (kind === 'multiple') return shockOf(kind, findLayer(network, subject, where), size);
  if (subject.toLowerCase() === 'all') return shockOf(kind, 'all', size);
  return shockOf(kind, findFirm(network, subject, where), size);
};
