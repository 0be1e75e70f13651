/** Sizes of dollars that have a word of their own, largest first. */
export interface Money {
  readonly scales: readonly (readonly [usd: number, word: string])[];
  readonly before: string;
  readonly after: string;
  /** One unit for a whole column. */
  readonly column: { readonly usd: number; readonly decimals: number; readonly text: string };
}

const THOUSANDS: Money = {
  scales: [
    [1e12, 'tn'],
    [1e9, 'bn'],
    [1e6, 'm'],
    [1e3, 'k'],
    [1, ''],
  ],
  before: '$',
  after: '',
  column: { usd: 1e9, decimals: 2, text: '$bn' },
};

const MYRIADS: Money = {
  scales: [
    [1e12, '万亿'],
    [1e8, '亿'],
    [1e4, '万'],
    [1, ''],
  ],
  before: '',
  after: '美元',
  column: { usd: 1e8, decimals: 1, text: '亿美元' },
};

/**
 * Every language of terminal and page. One more is a line here and a file of words beside it, named
 * by the same id.
 */
export const LANGUAGES = {
  en: {
    name: 'English',
    short: 'EN',
    tag: 'en',
    locale: 'en-GB',
    dayLocale: 'en-US',
    month: 'short',
    comma: ', ',
    money: THOUSANDS,
  },
  zh: {
    name: '中文',
    short: '中',
    tag: 'zh-CN',
    locale: 'zh-CN',
    dayLocale: 'zh-CN',
    month: 'long',
    comma: '，',
    money: MYRIADS,
  },
} as const satisfies Readonly<Record<string, LanguageFacts>>;

interface LanguageFacts {
  /** What its speakers call it. */
  readonly name: string;
  /** On the page's switch. */
  readonly short: string;
  /** Of the page's document. */
  readonly tag: string;
  /** For lists, plurals and the order of names. */
  readonly locale: string;
  /** For days. */
  readonly dayLocale: string;
  readonly month: 'short' | 'long';
  readonly comma: string;
  readonly money: Money;
}

export type Language = keyof typeof LANGUAGES;

export const LANGUAGE_IDS = Object.keys(LANGUAGES) as readonly Language[];

/** A text in several languages; English stands in where one is missing. */
export type Multilingual = { readonly en: string } & Readonly<
  Partial<Record<Language, string | undefined>>
>;

export const inLanguage = (language: Language, text: Multilingual): string =>
  text[language] ?? text.en;
