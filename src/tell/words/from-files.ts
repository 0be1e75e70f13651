import { readFileSync } from 'node:fs';
import type { Language } from './languages.ts';
import { type Messages, type Speaker, speakerOf } from './words.ts';

/** The messages of a language, from the file of that name beside this one. */
export const messagesOf = (language: Language): Messages =>
  JSON.parse(readFileSync(new URL(`./${language}.json`, import.meta.url), 'utf8')) as Messages;

const speakers = new Map<Language, Speaker>();

/** A speaker of a language; its file is read once. */
export const speakerIn = (language: Language): Speaker => {
  const known = speakers.get(language);
  if (known !== undefined) return known;
  const speaker = speakerOf(language, messagesOf(language));
  speakers.set(language, speaker);
  return speaker;
};
