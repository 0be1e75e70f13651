import { LitElement } from 'lit';
import type { Language } from '../../src/tell/words/languages.ts';
import type { Key } from '../../src/tell/words/words.ts';
import { say } from '../i18n/say.ts';
import type { Action } from '../state.ts';

/** Base of every panel: plain DOM that the page's CSS reaches, a language, a way to say what was done. */
export abstract class Panel extends LitElement {
  static override properties = {
    language: { attribute: false },
    dispatch: { attribute: false },
  };

  declare language: Language;
  declare dispatch: (action: Action) => void;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  /** A select's value can only be set once its options are there: `data-chosen` says which one. */
  protected override updated(): void {
    for (const select of this.querySelectorAll<HTMLSelectElement>('select[data-chosen]')) {
      select.value = select.dataset['chosen']!;
    }
  }

  protected t(key: Key, values?: Readonly<Record<string, string | number>>): string {
    return say(this.language, key, values);
  }
}

/** Properties that are set from templates only, never from attributes. */
export const fields = (...names: readonly string[]): Record<string, { attribute: false }> =>
  Object.fromEntries(names.map((name) => [name, { attribute: false }]));
