export type Language = 'en' | 'zh';

/** A text in the two languages of the page; Chinese may be missing where names are the same. */
export interface Bilingual {
  readonly en: string;
  readonly zh?: string | undefined;
}

/** The text in that language. */
export const inLanguage = (language: Language, text: Bilingual): string =>
  language === 'zh' ? (text.zh ?? text.en) : text.en;

/** The first of the reader's languages that the page speaks; English where it speaks none. */
export const preferredLanguage = (asked: readonly string[]): Language => {
  const first = asked.find((tag) => /^(en|zh)\b/i.test(tag));
  return first !== undefined && /^zh\b/i.test(first) ? 'zh' : 'en';
};
