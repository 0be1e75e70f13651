import { html } from 'lit';
import { LANGUAGE_IDS, LANGUAGES } from '../../src/tell/words/languages.ts';
import { day } from '../i18n/number.ts';
import { sayCount } from '../i18n/say.ts';
import type { ThemeChoice } from '../state.ts';
import type { Book } from '../worker/book.ts';
import { fields, Panel } from './panel.ts';

const THEMES: readonly ThemeChoice[] = ['system', 'light', 'dark'];

/** Name, day, language, theme, export and share. */
export class Header extends Panel {
  static override properties = {
    ...Panel.properties,
    ...fields('book', 'asOf', 'theme', 'onOpen', 'ready'),
    freeDay: { state: true },
  };

  declare book: Book | null;
  declare asOf: string | null;
  declare theme: ThemeChoice;
  declare ready: boolean;
  declare onOpen: (what: 'share' | 'help' | 'cascade-json' | 'ranking-csv') => void;
  declare freeDay: boolean;

  private setDay(asOf: string): void {
    if (/^\d{4}-\d{2}-\d{2}$/.test(asOf)) this.dispatch({ type: 'as-of', asOf });
  }

  private dayList(book: Book, asOf: string) {
    const listed = book.days.some((entry) => entry.day === asOf);
    return html`<select id="as-of" data-control="as-of" data-chosen=${asOf}
        @change=${(event: Event) => {
          const { value } = event.target as HTMLSelectElement;
          if (value === 'other') this.freeDay = true;
          else this.setDay(value);
        }}
      >
        <option value="other">${this.t('header.asOf.other')}</option>
        ${listed ? '' : html`<option value=${asOf}>${day(this.language, asOf)}</option>`}
        ${book.days.map(({ day: iso, changes }) => {
          const label = sayCount(this.language, 'header.asOf.changes', changes, {
            day: day(this.language, iso),
          });
          return html`<option value=${iso} label=${iso === asOf ? day(this.language, iso) : label}></option>`;
        })}
      </select>`;
  }

  private dayField(book: Book, asOf: string) {
    const first = book.days.at(-1)?.day ?? '';
    return html`<input id="as-of" type="date" data-control="as-of-day" .value=${asOf} min=${first} max=${book.asOf}
        @change=${(event: Event) => this.setDay((event.target as HTMLInputElement).value)}
      /><button class="icon small" title=${this.t('header.asOf.list')} aria-label=${this.t('header.asOf.list')}
        @click=${() => {
          this.freeDay = false;
        }}>▾</button>`;
  }

  private days() {
    const { book, asOf } = this;
    if (!book || !asOf) return html`<span class="muted">…</span>`;
    return this.freeDay ? this.dayField(book, asOf) : this.dayList(book, asOf);
  }

  private save(what: 'cascade-json' | 'ranking-csv') {
    return (event: Event): void => {
      (event.target as Element).closest('details')?.removeAttribute('open');
      this.onOpen(what);
    };
  }

  override render() {
    const { language } = this;
    return html`<header class="header">
      <a class="brand" href="#" @click=${(event: Event) => event.preventDefault()}>
        <svg viewBox="0 0 32 24" aria-hidden="true"><path d="M2 15h12l-2 5H4zM18 15h12l-2 5h-8zM8 4v9M8 5l5 7H8M24 4v9M24 5l5 7h-5" /><path class="chain" d="M12 17h8" /></svg>
        <span class="brand-name" lang=${language}>${this.t('app.name')}</span>
        <span class="brand-twin" lang=${this.t('app.twin-language')}>${this.t('app.twin')}</span>
      </a>
      <div class="field as-of"><label for="as-of">${this.t('header.asOf')}</label>${this.days()}</div>
      <span class="grow"></span>
      <div class="segmented" role="group" aria-label=${this.t('header.language')}>
        ${LANGUAGE_IDS.map(
          (
            code,
          ) => html`<button lang=${code} data-language=${code} aria-pressed=${language === code ? 'true' : 'false'}
            @click=${() => this.dispatch({ type: 'language', language: code })}>${LANGUAGES[code].short}</button>`,
        )}
      </div>
      <select class="theme" data-control="theme" data-chosen=${this.theme} aria-label=${this.t('header.theme')}
        @change=${(event: Event) =>
          this.dispatch({
            type: 'theme',
            theme: (event.target as HTMLSelectElement).value as ThemeChoice,
          })}>
        ${THEMES.map((theme) => html`<option value=${theme}>${this.t(`theme.${theme}`)}</option>`)}
      </select>
      <details class="menu" @focusout=${closeMenu}>
        <summary class="button" data-action="export">${this.t('header.export')}</summary>
        <div class="menu-items">
          <button data-action="export-cascade" ?disabled=${!this.ready} @click=${this.save('cascade-json')}>${this.t('export.cascade')}</button>
          <button data-action="export-ranking" ?disabled=${!this.ready} @click=${this.save('ranking-csv')}>${this.t('export.ranking')}</button>
        </div>
      </details>
      <button data-action="share" ?disabled=${!this.ready} @click=${() => this.onOpen('share')}>${this.t('header.share')}</button>
      <button class="icon" data-action="help" title=${this.t('header.help')} aria-label=${this.t('header.help')} @click=${() => this.onOpen('help')}>?</button>
    </header>`;
  }
}

/** A menu closes once the focus leaves it. */
const closeMenu = (event: FocusEvent): void => {
  const menu = event.currentTarget as HTMLDetailsElement;
  if (!menu.contains(event.relatedTarget as Node | null)) menu.open = false;
};
