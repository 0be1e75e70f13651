import { en, type MessageKey } from './en.ts';
import type { Language } from './language.ts';

type Messages = Readonly<Record<MessageKey, string>>;

const MESSAGES: { en: Messages; zh?: Messages } = { en };

/** Fetch a language; until then its messages are English. */
export const learn = async (language: Language): Promise<void> => {
  if (language === 'zh') MESSAGES.zh ??= (await import('./zh.ts')).zh;
};

const messagesOf = (language: Language): Messages => MESSAGES[language] ?? MESSAGES.en;

/** A text with its `{slots}` filled in; a slot without a value stays as it is. */
export const filled = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replace(/\{(\w+)\}/g, (slot, name: string) => {
    const value = values[name];
    return value === undefined ? slot : String(value);
  });

/** A message of the page, its slots filled in. */
export const say = (
  language: Language,
  key: MessageKey,
  values: Readonly<Record<string, string | number>> = {},
): string => filled(messagesOf(language)[key], values);

/** `one` for exactly one in English, `many` otherwise; Chinese has one form. */
export const sayCount = (
  language: Language,
  key: CountKey,
  count: number,
  values: Readonly<Record<string, string | number>> = {},
): string =>
  say(language, `${key}.${language === 'en' && count === 1 ? 'one' : 'many'}`, {
    count,
    ...values,
  });

/** A word for an id of an open list (layer, instrument); the id itself where there is none. */
export const word = (language: Language, group: string, id: string): string => {
  const key = `${group}.${id}`;
  const messages = messagesOf(language);
  return key in messages ? messages[key as MessageKey] : id.replaceAll('-', ' ');
};

type CountKey = MessageKey extends infer Key
  ? Key extends `${infer Stem}.many`
    ? Stem
    : never
  : never;
