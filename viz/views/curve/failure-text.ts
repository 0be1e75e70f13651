import type { Language } from '../../../src/tell/words/languages.ts';
import { listOf } from '../../i18n/number.ts';
import { say } from '../../i18n/say.ts';

/** `OpenAI and CoreWeave fail`. */
export const failureText = (language: Language, firms: readonly string[]): string =>
  say(language, firms.length === 1 ? 'view.curve.failsOne' : 'view.curve.fails', {
    firms: listOf(language, firms),
  });
