import { html, nothing, type TemplateResult } from 'lit';
import type { Indices } from '../../../src/questions/sensitivity/sensitivity-schema.ts';
import type { Spread, Uncertainty } from '../../../src/questions/uncertain/uncertainty-schema.ts';
import { columnMoney } from '../../../src/tell/money.ts';
import type { Language } from '../../../src/tell/words/languages.ts';
import { columnPercent, figure, percent } from '../../i18n/number.ts';
import { say } from '../../i18n/say.ts';

const LEVELS = ['5%', '25%', '50%', '75%', '95%'] as const;

const spreadCells = (
  spread: Spread | null,
  text: (value: number) => string,
): readonly TemplateResult[] =>
  (spread === null ? [null, ...LEVELS.map(() => null)] : [spread.point, ...spread.quantiles]).map(
    (value, at) =>
      html`<td class=${at === 0 || at === 3 ? 'numeric strong' : 'numeric'}>${value === null ? '–' : text(value)}</td>`,
  );

const spreadHead = (language: Language, first: string) => html`<thead><tr>
  <th scope="col">${first}</th><th scope="col" class="numeric">${say(language, 'view.bands.point')}</th>
  ${LEVELS.map((level) => html`<th scope="col" class="numeric">${level}</th>`)}</tr></thead>`;

/** Every total with its bands. */
export const totalsTable = (language: Language, { totals }: Uncertainty): TemplateResult => {
  const usd = (value: number) => columnMoney(language, value);
  const row = (name: keyof typeof totals, text: (value: number) => string) =>
    html`<tr data-total=${name}><th scope="row">${say(language, `view.bands.${name}`)}</th>${spreadCells(totals[name], text)}</tr>`;
  return html`<div class="table-scroll"><table data-table="bands-totals">
    ${spreadHead(language, say(language, 'view.bands.figure'))}
    <tbody>${row('grossLossUsd', usd)}${row('ownersLossUsd', usd)}${row('firstLossUsd', usd)}
      ${row('amplification', figure)}${row('failures', String)}${row('gapUsd', usd)}</tbody></table></div>`;
};

/** Firms by the middle of their loss, with bands and how often they fail. */
export const firmsTable = (
  language: Language,
  { firms }: Uncertainty,
  nameOf: (id: string) => unknown,
): TemplateResult => {
  const hit = firms
    .filter(({ valueKnown, lossUsd }) => valueKnown && lossUsd.quantiles[4]! > 0)
    .toSorted((a, b) => b.lossUsd.quantiles[2]! - a.lossUsd.quantiles[2]!);
  return html`<div class="table-scroll"><table data-table="bands-firms">
    <thead><tr><th scope="col">${say(language, 'view.bands.firmName')}</th><th scope="col" class="numeric">${say(language, 'view.bands.point')}</th>
      ${LEVELS.map((level) => html`<th scope="col" class="numeric">${level}</th>`)}
      <th scope="col" class="numeric">${say(language, 'view.bands.ofValue')}</th><th scope="col" class="numeric">${say(language, 'view.bands.fails')}</th></tr></thead>
    <tbody>${hit.map(
      ({ id, lossUsd, lossFraction, failure }) => html`<tr data-firm=${id}>
        <th scope="row">${nameOf(id)}</th>${spreadCells(lossUsd, (usd) => columnMoney(language, usd))}
        <td class="numeric">${lossFraction === null ? '–' : `${percent(lossFraction.quantiles[0]!)}–${percent(lossFraction.quantiles[4]!)}`}</td>
        <td class="numeric">${failure === 0 ? '' : columnPercent(failure)}</td></tr>`,
    )}</tbody></table></div>`;
};

/** The quantiles after more and more draws. */
export const convergenceTable = (
  language: Language,
  { convergence }: Uncertainty,
): TemplateResult => html`<div class="table-scroll"><table data-table="convergence">
  <thead><tr><th scope="col" class="numeric">${say(language, 'view.bands.drawnCount')}</th>
    ${LEVELS.map((level) => html`<th scope="col" class="numeric">${level}</th>`)}</tr></thead>
  <tbody>${convergence.map(
    ({ draws, grossLossUsd }) => html`<tr><th scope="row" class="numeric">${draws}</th>
      ${grossLossUsd.map((usd) => html`<td class="numeric">${columnMoney(language, usd)}</td>`)}</tr>`,
  )}</tbody></table></div>`;

const withError = (share: number, error: number | null): string =>
  error === null ? columnPercent(share) : `${columnPercent(share)} ± ${columnPercent(error)}`;

/** What of the spread is due to what. */
export const sharesTable = (
  language: Language,
  { groups }: Indices,
  shown: number,
): TemplateResult | typeof nothing =>
  groups === null
    ? nothing
    : html`<div class="table-scroll"><table data-table="shares">
  <thead><tr><th scope="col">${say(language, 'view.bands.row')}</th><th scope="col" class="numeric">${say(language, 'view.bands.figures')}</th>
    <th scope="col" class="numeric">${say(language, 'view.bands.alone')}</th><th scope="col" class="numeric">${say(language, 'view.bands.inAll')}</th></tr></thead>
  <tbody>${groups.slice(0, shown).map(
    (
      group,
    ) => html`<tr data-row=${group.row}><th scope="row">${group.row === 'climate' ? say(language, 'view.bands.climate') : group.row}</th>
      <td class="numeric">${group.figures || ''}</td><td class="numeric">${withError(group.first, group.firstError)}</td>
      <td class="numeric heat" style=${`--share: ${Math.max(0, Math.min(1, group.total))}`}>${withError(group.total, group.totalError)}</td></tr>`,
  )}</tbody></table></div>`;

/** The rows of the table of distributions, with their reasons. */
export const drawnTable = (
  language: Language,
  { distributions }: Uncertainty,
): TemplateResult => html`<div class="table-scroll"><table data-table="distributions">
  <thead><tr><th scope="col">${say(language, 'view.bands.row')}</th><th scope="col">${say(language, 'view.bands.shape')}</th>
    <th scope="col" class="numeric">${say(language, 'view.bands.figures')}</th><th scope="col">${say(language, 'view.bands.why')}</th></tr></thead>
  <tbody>${distributions
    .filter(({ figures }) => figures > 0)
    .map(({ row, figures }) => {
      const range = [row.low, ...(row.mode === undefined ? [] : [row.mode]), row.high].join(' – ');
      const chance =
        row.probability === undefined
          ? ''
          : `, ${say(language, 'view.bands.chance', { share: percent(row.probability) })}`;
      return html`<tr><th scope="row">${row.id}</th><td class="nowrap">${range}${chance}</td>
        <td class="numeric">${figures}</td><td class="muted" lang="en">${row.note ?? ''}</td></tr>`;
    })}</tbody></table></div>`;
