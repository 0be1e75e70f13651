import { columnMoney, money } from '../money.ts';
import type en from './en.json';
import { LANGUAGES, type Language } from './languages.ts';

/** Every sentence and label of terminal and page: the keys of en.json. */
export type Key = keyof typeof en;

/** A key that has a form for exactly one and a form for many. */
export type CountKey = Key extends infer Any
  ? Any extends `${infer Stem}.many`
    ? Stem
    : never
  : never;

export type Messages = Readonly<Record<Key, string>>;

export type Slots = Readonly<Record<string, string | number>>;

/** Says what there is to say in one language. */
export interface Speaker {
  readonly language: Language;
  /** A message, its `{slots}` filled in; a slot without a value stays as it is. */
  readonly say: (key: Key, slots?: Slots) => string;
  /** `.one` for exactly one in languages that have such a form, `.many` otherwise; slot `{count}`. */
  readonly count: (key: CountKey, count: number, slots?: Slots) => string;
  /** The word for an id of an open list (layer, instrument); the id itself where there is none. */
  readonly word: (group: string, id: string) => string;
  /** `a`, `a and b`, `a, b and c`, as the language joins them. */
  readonly list: (items: readonly string[]) => string;
  /** Between parts of a sentence. */
  readonly comma: string;
  /** Dollars in running text: `$412bn`. */
  readonly money: (usd: number) => string;
  /** Dollars in a column, in the unit that its head names. */
  readonly column: (usd: number) => string;
}

const filled = (text: string, slots: Slots): string =>
  text.replace(/\{(\w+)\}/g, (slot, name: string) => {
    const value = slots[name];
    return value === undefined ? slot : String(value);
  });

/** A speaker of a language, out of that language's messages. */
export const speakerOf = (language: Language, messages: Messages): Speaker => {
  const { locale, comma } = LANGUAGES[language];
  const plurals = new Intl.PluralRules(locale);
  const lists = new Intl.ListFormat(locale, { type: 'conjunction' });
  const say: Speaker['say'] = (key, slots = {}) => filled(messages[key], slots);
  return {
    language,
    say,
    count: (key, count, slots) =>
      say(`${key}.${plurals.select(count) === 'one' ? 'one' : 'many'}`, { count, ...slots }),
    word: (group, id) => {
      const key = `${group}.${id}`;
      return Object.hasOwn(messages, key) ? messages[key as Key] : id.replaceAll('-', ' ');
    },
    comma,
    list: (items) => lists.format(items),
    money: (usd) => money(language, usd),
    column: (usd) => columnMoney(language, usd),
  };
};
