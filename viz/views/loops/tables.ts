import { html, nothing } from 'lit';
import type { Circularity } from '../../../src/questions/loops/circularity-document.ts';
import { columnMoney, moneyHead } from '../../../src/tell/money.ts';
import type { Language } from '../../../src/tell/words/languages.ts';
import { columnPercent } from '../../i18n/number.ts';
import { type KeyIn, say } from '../../i18n/say.ts';

interface Context {
  readonly language: Language;
  readonly nameOf: (id: string) => string;
}

type Key = KeyIn<'view.loops'>;

const head = (language: Language, first: Key, others: readonly (readonly [Key, boolean])[]) =>
  html`<thead><tr><th scope="col">${say(language, `view.loops.${first}`)}</th>${others.map(
    ([key, isMoney]) =>
      html`<th scope="col" class="numeric">${isMoney ? moneyHead(language, say(language, `view.loops.${key}`)) : say(language, `view.loops.${key}`)}</th>`,
  )}</tr></thead>`;

const cell = (text: string) => html`<td class="numeric">${text}</td>`;
const orDash = (value: number | null, text: (value: number) => string): string =>
  value === null ? '–' : text(value);

const FIRMS_SHOWN = 15;

/** What of a firm's orders can be its own capital coming back, beside what circulates through it. */
export const roundTripTable = ({ language, nameOf }: Context, { firms }: Circularity) => {
  const rows = firms
    .filter(({ roundTripUsd, loops }) => roundTripUsd > 0 || loops > 0)
    .sort((a, b) => b.roundTripUsd - a.roundTripUsd || b.comesBackShare - a.comesBackShare)
    .slice(0, FIRMS_SHOWN);
  if (rows.length === 0) return nothing;
  const usd = (value: number) => cell(columnMoney(language, value));
  return html`<h3>${say(language, 'view.loops.roundTrip')}</h3><p class="muted lead">${say(language, 'view.loops.roundTripHelp')}</p>
    <div class="table-scroll"><table data-table="round-trip">
    ${head(language, 'firm', [
      ['invested', true],
      ['sold', true],
      ['own', true],
      ['notOwn', true],
      ['share', false],
      ['back', false],
    ])}
    <tbody>${rows.map(
      (row) => html`<tr data-firm=${row.id}><th scope="row">${nameOf(row.id)}</th>
        ${usd(row.investedUsd)}${usd(row.soldUsd)}${usd(row.roundTripUsd)}${usd(row.notOwnMoneyUsd)}
        ${cell(columnPercent(row.circularShare))}${cell(columnPercent(row.comesBackShare))}</tr>`,
    )}</tbody></table></div>`;
};

/** Every index beside random webs of the same strengths. */
export const indicesTable = ({ language }: Context, { indices, randomWebs }: Circularity) => {
  const random = new Map(randomWebs?.indices.map((index) => [index.id, index]));
  const share = (value: number): string => columnPercent(value);
  return html`<h3>${say(language, 'view.loops.indices')}</h3>
    ${randomWebs === null ? nothing : html`<p class="muted lead">${say(language, 'view.loops.randomHelp', { webs: randomWebs.webs, seed: randomWebs.seed })}</p>`}
    <div class="table-scroll"><table data-table="indices">
    ${head(language, 'index', [
      ['thisWeb', false],
      ['random', false],
      ['z', false],
      ['quantile', false],
    ])}
    <tbody>${indices.map(({ id, value }) => {
      const beside = random.get(id);
      return html`<tr data-index=${id}><th scope="row">${say(language, `view.loops.${id}`)}</th>${cell(orDash(value, share))}
        ${cell(orDash(beside?.mean ?? null, share))}${cell(orDash(beside?.z ?? null, (z) => z.toFixed(1)))}
        ${cell(orDash(beside?.quantile ?? null, share))}</tr>`;
    })}</tbody></table></div>`;
};

/** How circular the payments of each calendar year are. */
export const yearsTable = ({ language }: Context, { years }: Circularity) => {
  const paid = years.filter(({ grossUsd }) => grossUsd > 0);
  if (paid.length === 0) return nothing;
  const share = (value: number): string => columnPercent(value);
  return html`<h3>${say(language, 'view.loops.years')}</h3>
    <div class="table-scroll"><table data-table="years">
    ${head(language, 'year', [
      ['paid', true],
      ['circular', false],
      ['most', true],
      ['finn', false],
    ])}
    <tbody>${paid.map(
      ({
        year,
        grossUsd,
        circularShare,
        maxCirculationUsd,
        finnIndex,
      }) => html`<tr data-year=${year}>
        <th scope="row">${year}</th>${cell(columnMoney(language, grossUsd))}${cell(orDash(circularShare, share))}
        ${cell(columnMoney(language, maxCirculationUsd))}${cell(orDash(finnIndex, share))}</tr>`,
    )}</tbody></table></div>`;
};
