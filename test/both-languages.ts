import { messagesOf } from '../src/tell/words/from-files.ts';
import { LANGUAGE_IDS } from '../src/tell/words/languages.ts';
import { teach } from '../viz/i18n/say.ts';

for (const language of LANGUAGE_IDS) teach(language, messagesOf(language));
