import { html, nothing } from 'lit';
import type { Network } from '../../../src/data/graph.ts';
import type { PathRun } from '../../../src/questions/path/path-schema.ts';
import { columnMoney, moneyHead } from '../../../src/tell/money.ts';
import type { Language } from '../../../src/tell/words/languages.ts';
import { day as dayText } from '../../i18n/number.ts';
import { say } from '../../i18n/say.ts';
import { dealName } from '../../panels/sentence-text.ts';
import type { Kink } from './kinks.ts';

/** What every table of this view needs. */
export interface TimeContext {
  readonly language: Language;
  readonly network: Network;
  readonly asOf: string;
  readonly nameOf: (id: string) => string;
  readonly open: (day: string) => void;
  readonly select: (kind: 'firm' | 'deal', id: string) => void;
}

const SHOWN = 4;

type Change = Kink['changes'][number];

/** Deals before figures of firms: a deal that was signed says most. */
const ordered = (changes: readonly Change[]): readonly Change[] =>
  changes.toSorted((a, b) => (a.kind === b.kind ? 0 : a.kind === 'deal' ? -1 : 1));

const nameOfChange = ({ language, network, nameOf }: TimeContext, { kind, id }: Change): string =>
  kind === 'firm' ? nameOf(id) : dealName(language, network, id);

/** The records that changed on a day, in words. */
export const whatChanged = (context: TimeContext, { changes }: Kink): string => {
  const { language } = context;
  const parts = ordered(changes)
    .slice(0, SHOWN)
    .map((one) => `${nameOfChange(context, one)} (${say(language, `view.time.${one.change}`)})`);
  const rest = changes.length - parts.length;
  return [...parts, ...(rest > 0 ? [say(language, 'view.time.more', { count: rest })] : [])].join(
    '; ',
  );
};

const changeCell = (context: TimeContext, { changes }: Kink) => {
  const { language, network, select } = context;
  const shown = ordered(changes).slice(0, SHOWN);
  const rest = changes.length - shown.length;
  return html`<td>${shown.map((one) => {
    const name = nameOfChange(context, one);
    const isThere = one.kind === 'firm' ? network.hasNode(one.id) : network.hasEdge(one.id);
    return html`<div>${
      isThere
        ? html`<button class="link" @click=${() => select(one.kind, one.id)}>${name}</button>`
        : name
    } <span class="muted">${say(language, `view.time.${one.change}`)}</span></div>`;
  })}${rest > 0 ? html`<span class="muted">${say(language, 'view.time.more', { count: rest })}</span>` : nothing}</td>`;
};

const signed = (language: Language, usd: number | null): string => {
  if (usd === null) return '–';
  return `${usd > 0 ? '+' : ''}${columnMoney(language, usd)}`;
};

/** Each kink is a button to the web of its day. */
export const kinksTable = (context: TimeContext, kinks: readonly Kink[]) => {
  const { language, asOf, open } = context;
  return html`<div class="table-scroll time-kinks"><table data-table="kinks">
    <thead><tr><th scope="col">${say(language, 'view.time.day')}</th>
      <th scope="col" class="numeric">${moneyHead(language, say(language, 'view.time.loss'))}</th>
      <th scope="col" class="numeric">${say(language, 'view.time.change')}</th>
      <th scope="col" class="numeric">${say(language, 'view.time.failed')}</th>
      <th scope="col">${say(language, 'view.time.what')}</th></tr></thead>
    <tbody>${kinks.toReversed().map(
      (kink) => html`<tr data-day=${kink.day} aria-current=${kink.day === asOf ? 'true' : 'false'}>
        <th scope="row"><button class="link" data-open-day=${kink.day} @click=${() => open(kink.day)}>${dayText(language, kink.day)}${kink.looksAhead ? ' *' : ''}</button>
          ${kink.day === asOf ? html`<span class="muted">${say(language, 'view.time.showing')}</span>` : nothing}</th>
        <td class="numeric">${columnMoney(language, kink.grossLossUsd)}</td>
        <td class="numeric">${signed(language, kink.changeUsd)}</td>
        <td class="numeric">${kink.failed.length}</td>
        ${changeCell(context, kink)}</tr>`,
    )}</tbody></table></div>`;
};

/** The years of a path: losses, failures, and the gap of each. */
export const pathTable = ({ language, nameOf }: TimeContext, { years }: PathRun) => {
  const columns = ['soFar', 'added', 'owners', 'gap', 'notRaised', 'arrears'] as const;
  const cell = (usd: number) => html`<td class="numeric">${columnMoney(language, usd)}</td>`;
  return html`<div class="table-scroll"><table data-table="path">
    <thead><tr><th scope="col">${moneyHead(language, say(language, 'view.time.year'))}</th>
      ${columns.map((key) => html`<th scope="col" class="numeric">${say(language, `view.time.${key}`)}</th>`)}
      <th scope="col">${say(language, 'view.time.failedIn')}</th></tr></thead>
    <tbody>${years.map(
      (
        year,
      ) => html`<tr data-year=${year.year} data-gap-usd=${year.gapUsd} data-loss-usd=${year.grossLossUsd}><th scope="row">${year.year}</th>
        ${cell(year.grossLossUsd)}${cell(year.newLossUsd)}${cell(year.ownersLossUsd)}${cell(year.gapUsd)}${cell(year.notRaisedUsd)}${cell(year.arrearsUsd)}
        <td>${year.failed.map(nameOf).join(', ') || '–'}</td></tr>`,
    )}</tbody></table></div>`;
};
