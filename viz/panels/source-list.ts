import { html, nothing, type TemplateResult } from 'lit';
import type { Network } from '../../src/data/graph.ts';
import type { Language } from '../../src/tell/words/languages.ts';
import { day } from '../i18n/number.ts';
import { say, word } from '../i18n/say.ts';

/** Web pages only: a record can't make the page run or fetch anything else. */
const isWebPage = (url: string | undefined): url is string => /^https?:\/\//i.test(url ?? '');

/** Where a figure comes from: title, publisher, date, link, and whether anybody read the page. */
export const sourceList = (
  language: Language,
  network: Network,
  ids: readonly string[],
): TemplateResult => {
  const sources = network.getAttribute('sources').filter(({ id }) => ids.includes(id));
  if (sources.length === 0) return html`<p class="muted">${say(language, 'sources.none')}</p>`;
  return html`<ul class="sources">
    ${sources.map(
      ({ publisher, title, publishedOn, url, kind, seen }) => html`<li>
        ${
          isWebPage(url)
            ? html`<a href=${url} target="_blank" rel="noopener noreferrer">${title} <span aria-hidden="true">↗</span></a>`
            : html`<span>${title}</span>`
        }
        <span class="muted">${publisher} · ${
          publishedOn ? day(language, publishedOn) : say(language, 'sources.undated')
        }${kind ? html` · ${word(language, 'source', kind)}` : nothing} · ${say(
          language,
          seen === false ? 'sources.recalled' : 'sources.seen',
        )}</span>
      </li>`,
    )}
  </ul>`;
};
