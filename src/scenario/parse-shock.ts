import { ScenarioError } from '../base/errors.ts';
import { found } from '../base/found.ts';
import { meantHint, nearestIds } from '../base/nearest.ts';
import type { Network } from '../data/graph.ts';
import { findDeal, findFirm, findLayer } from './find.ts';
import { SHOCK_KINDS, type Shock, type ShockKind } from './schema.ts';
import { parseReRating, parseSize } from './size.ts';

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
