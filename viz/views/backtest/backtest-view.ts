import { html, nothing } from 'lit';
import type { Network } from '../../../src/data/graph.ts';
import type { Backtest, BacktestEvent } from '../../../src/questions/backtest/backtest-schema.ts';
import type { Scenario } from '../../../src/scenario/schema.ts';
import { columnMoney, money } from '../../../src/tell/money.ts';
import { inLanguage } from '../../../src/tell/words/languages.ts';
import type { Analyst } from '../../analyst.ts';
import { day } from '../../i18n/number.ts';
import { say } from '../../i18n/say.ts';
import { fields, Panel } from '../../panels/panel.ts';
import { firmName } from '../../panels/sentence-text.ts';
import { saveAs } from '../../save-as.ts';
import { CALM } from '../../state.ts';
import type { ThemeName } from '../../theme/tokens.ts';
import { Chart, type Draw } from '../chart.ts';
import { define } from '../define.ts';
import { keptDraw } from '../kept-draw.ts';
import { Question } from '../question.ts';
import { drawEvent } from './draw.ts';

define('cb-chart', Chart);

const SHOWN_FIRST = 'chained-boats';
const orDash = (value: number | null, text: (value: number) => string): string =>
  value === null ? '–' : text(value);
const signed = (value: number): string =>
  `${value >= 0 ? '+' : '\u2212'}${Math.abs(value).toFixed(2)}`;

/** Real market days: the outcome first, then predictor by predictor, then event by event. */
export class BacktestView extends Panel {
  static override properties = {
    ...Panel.properties,
    ...fields('network', 'asOf', 'scenario', 'analyst', 'themeName'),
    event: { state: true },
    predictor: { state: true },
  };

  declare network: Network;
  declare asOf: string;
  declare scenario: Scenario;
  declare analyst: Analyst;
  declare themeName: ThemeName;
  declare event: string | null;
  declare predictor: string;

  private readonly test: Question<'backtest'>;
  private readonly keep = keptDraw();

  constructor() {
    super();
    this.event = null;
    this.predictor = SHOWN_FIRST;
    this.test = new Question(
      this,
      'backtest',
      () => ({}),
      () => CALM,
    );
  }

  private readonly nameOf = (id: string): string => firmName(this.language, this.network, id);

  private drawOf(event: BacktestEvent): Draw {
    const { language, predictor } = this;
    return this.keep([event, predictor, language], () => {
      const words = {
        nameOf: this.nameOf,
        predicted: say(language, 'view.backtest.predicted'),
        actual: say(language, 'view.backtest.actual'),
        own: say(language, 'view.backtest.own'),
      };
      return drawEvent(event, predictor, words);
    });
  }

  private titleOf(id: string, { predictors }: Backtest): string {
    const known = predictors.find((one) => one.id === id);
    return known === undefined ? id : inLanguage(this.language, known.title);
  }

  private overall(document: Backtest) {
    const { language } = this;
    const rows = document.overall
      .filter(
        ({ group, set, target }) =>
          group === 'unconfounded' && set === 'others' && target === 'excess',
      )
      .toSorted((a, b) => (b.spearman ?? -2) - (a.spearman ?? -2));
    return html`<h3>${say(language, 'view.backtest.overall')}</h3><div class="table-scroll"><table data-table="overall">
      <thead><tr><th scope="col">${say(language, 'view.backtest.predictor')}</th>
        ${(['rank', 'interval', 'events', 'hits', 'p'] as const).map((key) => html`<th scope="col" class="numeric">${say(language, `view.backtest.${key}`)}</th>`)}</tr></thead>
      <tbody>${rows.map((row) => {
        const kind = document.predictors.find(({ id }) => id === row.predictor)?.kind ?? 'model';
        return html`<tr data-predictor=${row.predictor}><th scope="row">${this.titleOf(row.predictor, document)} <span class="muted">${say(language, `view.backtest.${kind}`)}</span></th>
          <td class="numeric strong">${orDash(row.spearman, signed)}</td>
          <td class="numeric">${row.interval === null ? '–' : `${signed(row.interval[0])} … ${signed(row.interval[1])}`}</td>
          <td class="numeric">${row.events}</td>
          <td class="numeric">${row.calls === 0 ? '–' : `${row.hits} / ${row.calls}`}</td>
          <td class="numeric">${orDash(row.pValue, (p) => p.toFixed(2))}</td></tr>`;
      })}</tbody></table></div>`;
  }

  private scores(document: Backtest, event: BacktestEvent) {
    const { language } = this;
    const rows = document.scores
      .filter(
        (score) => score.event === event.id && score.set === 'others' && score.target === 'excess',
      )
      .toSorted((a, b) => (b.spearman ?? -2) - (a.spearman ?? -2));
    if (rows.length === 0) return nothing;
    return html`<h3>${say(language, 'view.backtest.scores')}</h3><div class="table-scroll"><table data-table="scores">
      <thead><tr><th scope="col">${say(language, 'view.backtest.predictor')}</th>
        ${(['rank', 'hits', 'p'] as const).map((key) => html`<th scope="col" class="numeric">${say(language, `view.backtest.${key}`)}</th>`)}</tr></thead>
      <tbody>${rows.map(
        (
          row,
        ) => html`<tr><th scope="row">${this.titleOf(row.predictor, document)}</th><td class="numeric">${orDash(row.spearman, signed)}</td>
          <td class="numeric">${row.calls === 0 ? '–' : `${row.hits} / ${row.calls}`}</td><td class="numeric">${orDash(row.pValue, (p) => p.toFixed(2))}</td></tr>`,
      )}</tbody></table></div>`;
  }

  private eventPart(document: Backtest) {
    const { language } = this;
    const event =
      document.events.find(({ id }) => id === this.event) ??
      document.events.find(({ notScored }) => notScored === null) ??
      document.events[0];
    if (event === undefined) return nothing;
    const choose = (
      name: 'event' | 'predictor',
      chosen: string,
      options: readonly (readonly [string, string])[],
    ) =>
      html`<label>${say(language, name === 'event' ? 'view.backtest.event' : 'view.backtest.shown')}
        <select data-control=${name} data-chosen=${chosen} .value=${chosen} @change=${(
          change: Event,
        ) => {
          this[name] = (change.target as HTMLSelectElement).value;
        }}>${options.map(([value, text]) => html`<option value=${value} ?selected=${value === chosen}>${text}</option>`)}</select></label>`;
    return html`<p>
        ${choose(
          'event',
          event.id,
          document.events.map(
            ({ id, on, title }) => [id, `${on} ${inLanguage(language, title)}`] as const,
          ),
        )}
        ${choose(
          'predictor',
          this.predictor,
          document.predictors.map(({ id }) => [id, this.titleOf(id, document)] as const),
        )}</p>
      ${
        event.notScored === null
          ? html`<p class="muted">${event.asOf === null ? '' : say(language, 'view.backtest.asOf', { day: day(language, event.asOf) })}</p>
            <cb-chart .language=${language} .draw=${this.drawOf(event)} .label=${say(language, 'view.backtest.picture')} .file=${`backtest-${event.id}`} .themeName=${this.themeName}></cb-chart>
            ${this.scores(document, event)}`
          : html`<p class="muted" lang="en">${say(language, 'view.backtest.notScored', { why: event.notScored })}</p>`
      }`;
  }

  private gains(document: Backtest) {
    const { language } = this;
    const rows = document.gains.flatMap((gain) => gain.gains.map((window) => ({ gain, window })));
    if (rows.length === 0) return nothing;
    return html`<h3>${say(language, 'view.backtest.gains')}</h3><div class="table-scroll"><table data-table="gains">
      <thead><tr><th scope="col">${say(language, 'view.backtest.supplier')}</th><th scope="col" class="numeric">${say(language, 'view.backtest.ordered')}</th><th scope="col">${say(language, 'view.backtest.window')}</th>
        ${(['move', 'gained', 'perDollar'] as const).map((key) => html`<th scope="col" class="numeric">${say(language, `view.backtest.${key}`)}</th>`)}</tr></thead>
      <tbody>${rows.map(
        ({
          gain,
          window,
        }) => html`<tr><th scope="row">${this.nameOf(gain.supplier)}</th><td class="numeric">${orDash(gain.orderedUsd, (usd) => columnMoney(language, usd))}${gain.imputed ? '*' : ''}</td>
          <td>${window.window}</td><td class="numeric">${window.percent.toFixed(1)}%</td><td class="numeric">${columnMoney(language, window.usd)}</td>
          <td class="numeric">${orDash(window.perOrderedUsd, (usd) => money(language, usd))}</td></tr>`,
      )}</tbody></table></div>`;
  }

  private answer(document: Backtest) {
    const { language } = this;
    const { outcome } = document;
    return html`<p class="lead" data-outcome=${outcome?.verdict ?? ''}><strong>${outcome === null ? say(language, 'view.backtest.unclear') : inLanguage(language, outcome.text)}</strong></p>
      ${outcome === null ? nothing : html`<p class="lead">${inLanguage(language, outcome.means)}</p>`}
      ${this.overall(document)}${this.eventPart(document)}${this.gains(document)}
      <button class="link" data-action="save-backtest" @click=${() =>
        saveAs(
          'backtest.json',
          'application/json',
          `${JSON.stringify(document, undefined, 2)}\n`,
        )}>${say(language, 'view.download', { what: 'JSON' })}</button>`;
  }

  override render() {
    const { language } = this;
    const { answer } = this.test;
    return html`<div class="view-panel" data-panel="backtest">
      <h2>${say(language, 'view.backtest.title')}</h2>
      <p class="lead">${say(language, 'view.backtest.lead')}</p>
      ${this.test.status()}${answer === null ? nothing : this.answer(answer)}
    </div>`;
  }
}

export const element = BacktestView;
