import type { EventWeb } from './event-web.ts';

interface Bilingual {
  readonly en: string;
  readonly zh: string;
}

/** What is known of a day besides the web: nothing of how shares moved on it but the index. */
export interface DayFacts {
  /** Sector slope per firm of the web, fitted on the other events; null: none. */
  readonly slopes: readonly (number | null)[];
  /** Move of the chip index that day, percent. */
  readonly soxPercent: number;
}

/** Something that says which firms a piece of news moves: a model of the web, or a plain rule. */
export interface Predictor {
  readonly id: string;
  readonly kind: 'model' | 'baseline' | 'variant';
  readonly title: Bilingual;
  /** How it comes to its prediction. */
  readonly says: Bilingual;
  /**
   * Predicted move per firm of the web, up to a positive factor: below 0 for losers, 0 for firms that
   * it says nothing of.
   * @throws ChainError where it has no answer on this web
   */
  readonly predict: (on: EventWeb, facts: DayFacts) => readonly number[];
}
