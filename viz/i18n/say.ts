import { en, type MessageKey } from './en.ts';
import type { Language } from './language.ts';
import { zh } from './zh.ts';

const MESSAGES: Readonly<Record<Language, Readonly<Record<MessageKey, string>>>> = { en, zh };

/** A message with its `{slots}` filled in; a slot without a value stays as it is. */
export const say = (
  language: Language,
  key: MessageKey,
  values: Readonly<Record<string, string | number>> = {},
): string =>
  MESSAGES[language][key].replace(/\{(\w+)\}/g, (slot, name: string) => {
    const value = values[name];
    return value === undefined ? slot : String(value);
  });

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
  return key in MESSAGES[language]
    ? MESSAGES[language][key as MessageKey]
    : id.replaceAll('-', ' ');
};

type CountKey = MessageKey extends infer Key
  ? Key extends `${infer Stem}.many`
    ? Stem
    : never
  : never;
