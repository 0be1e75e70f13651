import type { Language } from '../../i18n/language.ts';
import { listOf } from '../../i18n/number.ts';
import { say } from './words.ts';

/** `OpenAI and CoreWeave fail`. */
export const failureText = (language: Language, firms: readonly string[]): string =>
  say(language, firms.length === 1 ? 'failsOne' : 'fails', { firms: listOf(language, firms) });
