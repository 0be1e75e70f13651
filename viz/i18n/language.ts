import { LANGUAGE_IDS, type Language } from '../../src/tell/words/languages.ts';

/** The first of the reader's languages that the page speaks; English where it speaks none. */
export const preferredLanguage = (asked: readonly string[]): Language => {
  for (const tag of asked) {
    const base = tag.toLowerCase().split('-', 1)[0];
    const known = LANGUAGE_IDS.find((id) => id === base);
    if (known !== undefined) return known;
  }
  return 'en';
};
