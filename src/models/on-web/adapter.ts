import type { HitWeb } from './hit-web.ts';

interface Bilingual {
  readonly en: string;
  readonly zh: string;
}

/** What one model says of a shock to the web. */
export interface Reading {
  /** Per firm the share lost, 0..1; null for a firm that has nothing of that kind to lose. */
  readonly fractions: readonly (number | null)[];
  readonly converged: boolean;
  readonly residual: number;
}

/**
 * How one model is asked about the web and how its answer is read: one object, one file, one line in
 * `adapters.ts`. Models see different parts of the same records; what each can't see is said here.
 */
export interface Adapter {
  readonly id: string;
  /** The model's own id; several adapters may ask one model with different parameters. */
  readonly model: string;
  readonly title: Bilingual;
  /** What its fractions are fractions of. */
  readonly unit: Bilingual;
  /** How the web's records become the model's inputs. */
  readonly maps: Bilingual;
  /** What of the web the model never sees. */
  readonly loses: Bilingual;
  /** Whether a larger shock can never lessen anybody's loss. */
  readonly monotone: boolean;
  /** @throws ModelError where this web is none on which the model is defined */
  readonly read: (hit: HitWeb) => Reading;
}

export const SHARE_OF_VALUE: Bilingual = { en: 'share of value', zh: '价值比例' };

/** What is left of a balance below this share of it is rounding. */
const TRACE = 1e-12;

/**
 * The share that is lost, free of rounding beyond 0 and 1; null where there was nothing to lose.
 *
 * @param balance  what `start` is the remainder of, where it is one
 */
export const shareLost = (lost: number, start: number, balance = start): number | null =>
  start > TRACE * balance && start > 0 ? Math.min(1, Math.max(0, lost / start)) : null;
