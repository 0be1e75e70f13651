import type { Language } from '../../src/tell/words/languages.ts';
import {
  type CountKey,
  type Key,
  type Messages,
  type Slots,
  type Speaker,
  speakerOf,
} from '../../src/tell/words/words.ts';

/** The last part of the keys of one namespace: `title` of `view.cuts.title`. */
export type KeyIn<Namespace extends string> = Key extends infer Any
  ? Any extends `${Namespace}.${infer Rest}`
    ? Rest
    : never
  : never;

/** The two files of words stand beside the page's scripts; one is fetched before the first paint. */
const ADDRESSES = import.meta.glob<string>('../../src/tell/words/*.json', {
  query: '?url',
  import: 'default',
  eager: true,
});

const speakers = new Map<Language, Speaker>();

/** Let the page speak a language whose messages are at hand. */
export const teach = (language: Language, messages: Messages): void => {
  speakers.set(language, speakerOf(language, messages));
};

/** Fetch a language; nothing can be said in it before. */
export const learn = async (language: Language): Promise<void> => {
  if (speakers.has(language)) return;
  const address = ADDRESSES[`../../src/tell/words/${language}.json`]!;
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status} ${answer.statusText}`);
  teach(language, (await answer.json()) as Messages);
};

/** The speaker of a language that the page has learnt. */
export const speakerIn = (language: Language): Speaker => speakers.get(language)!;

/** A message of the page, its slots filled in. */
export const say = (language: Language, key: Key, slots?: Slots): string =>
  speakerIn(language).say(key, slots);

export const sayCount = (language: Language, key: CountKey, count: number, slots?: Slots): string =>
  speakerIn(language).count(key, count, slots);

/** A word for an id of an open list (layer, instrument); the id itself where there is none. */
export const word = (language: Language, group: string, id: string): string =>
  speakerIn(language).word(group, id);
