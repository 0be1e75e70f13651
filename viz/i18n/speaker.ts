import type { Language } from './language.ts';
import { filled } from './say.ts';

/** Sentences of a part of the page that comes in a script of its own: the same keys in each language. */
export type Phrases<Key extends string> = Readonly<Record<Language, Readonly<Record<Key, string>>>>;

/** Says the phrases of one view; slots as in `say`. */
export const speaker =
  <Key extends string>(phrases: Phrases<Key>) =>
  (
    language: Language,
    key: NoInfer<Key>,
    values: Readonly<Record<string, string | number>> = {},
  ): string =>
    filled(phrases[language][key], values);
