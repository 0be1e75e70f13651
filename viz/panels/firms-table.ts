import { html, nothing } from 'lit';
import type { Network } from '../../src/data/graph.ts';
import type { Cascade } from '../../src/models/cascade.ts';
import type { Ranking } from '../../src/questions/rank/ranking.ts';
import { columnMoney, columnUnit } from '../../src/tell/money.ts';
import { inLanguage, LANGUAGES } from '../../src/tell/words/languages.ts';
import { columnPercent, figure } from '../i18n/number.ts';
import { word } from '../i18n/say.ts';
import type { Selection } from '../style/selection.ts';
import { type FirmRow, firmRows } from './firm-rows.ts';
import { fields, Panel } from './panel.ts';
import { firmName } from './sentence-text.ts';
import { sortHeader } from './sort-header.ts';
import { type Direction, nextSorting, type Sorting, type SortKey, sortRows } from './sort-rows.ts';

const OUTCOMES = ['untouched', 'singed', 'burning', 'failed'] as const;
const UNKNOWN = '?';

/** The table of firms: the map's equal, for readers, screen readers and spreadsheets. */
export class FirmsTable extends Panel {
  static override properties = {
    ...Panel.properties,
    ...fields('network', 'cascade', 'ranking', 'selection', 'askRanking'),
    sorting: { state: true },
    measure: { state: true },
  };

  declare network: Network;
  declare cascade: Cascade;
  declare ranking: Ranking | null;
  declare selection: Selection | null;
  declare askRanking: () => void;
  declare sorting: Sorting;
  declare measure: string;

  constructor() {
    super();
    this.sorting = { column: 'loss', direction: 'descending' };
    this.measure = 'pagerank';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.askRanking();
  }

  private readonly sortBy = (column: string): void => {
    const first: Direction = ['firm', 'layer', 'cause', 'round'].includes(column)
      ? 'ascending'
      : 'descending';
    this.sorting = nextSorting(this.sorting, column, first);
  };

  private keyOf(row: FirmRow): SortKey {
    switch (this.sorting.column) {
      case 'firm':
        return inLanguage(this.language, row.firm.name);
      case 'layer':
        return word(this.language, 'layer', row.firm.layer);
      case 'share':
        return row.lossFraction;
      case 'value':
        return row.valueUsd;
      case 'round':
        return row.firstRound;
      case 'status':
        return row.valueUsd === null ? null : OUTCOMES.indexOf(row.outcome.status);
      case 'activity':
        return row.activity;
      case 'cause':
        return this.cause(row) || null;
      case 'measure':
        return row.scores[this.measure] ?? null;
      default:
        return row.lossUsd;
    }
  }

  private cause({ mainCause }: FirmRow): string {
    if (!mainCause) return '';
    const cause = this.t(`cause.${mainCause.cause}`);
    const other = mainCause.firm ? firmName(this.language, this.network, mainCause.firm) : '';
    if (!other) return cause;
    return this.t('table.cause-of', { cause, firm: other });
  }

  private score(row: FirmRow): string {
    const value = row.scores[this.measure];
    if (value === undefined) return '';
    if (value === null) return UNKNOWN;
    const unit = this.ranking?.measures.find(({ id }) => id === this.measure)?.unit ?? '';
    return unit.startsWith('usd') ? columnMoney(this.language, value) : figure(value);
  }

  private row(row: FirmRow) {
    const { language } = this;
    const unknown = html`<span class="unknown" title=${this.t('firm.unknown')}>${UNKNOWN}</span>`;
    const money = (usd: number | null) => (usd === null ? unknown : columnMoney(language, usd));
    const chosen = this.selection?.kind === 'firm' && this.selection.id === row.id;
    const failed = row.outcome.status === 'failed';
    return html`<tr data-firm=${row.id} class=${failed ? 'failed' : ''} aria-current=${chosen ? 'true' : nothing}>
      <th scope="row"><button class="link" @click=${() =>
        this.dispatch({ type: 'select', selection: { kind: 'firm', id: row.id } })}
        >${inLanguage(language, row.firm.name)}</button></th>
      <td>${word(language, 'layer', row.firm.layer)}</td>
      <td class="numeric strong" data-cell="loss">${money(row.lossUsd)}</td>
      <td class="numeric heat" style=${`--share: ${row.lossFraction ?? 0}`}>${
        row.lossFraction === null ? unknown : columnPercent(row.lossFraction)
      }</td>
      <td class="numeric">${money(row.valueUsd)}</td>
      <td class="numeric">${row.firstRound ?? ''}</td>
      <td><span class="outcome" data-outcome=${row.outcome.status}>${this.t(`outcome.${row.outcome.status}`)}</span></td>
      <td class="numeric">${columnPercent(row.activity)}</td>
      <td class="cause">${this.cause(row)}</td>
      <td class="numeric">${this.score(row)}</td>
    </tr>`;
  }

  private measures() {
    const list = this.ranking?.measures ?? [];
    if (list.length === 0) return html`<span class="muted">${this.t('measures.wait')}</span>`;
    return html`<select data-control="measure" data-chosen=${this.measure} aria-label=${this.t('table.measure')}
      @change=${(event: Event) => {
        this.measure = (event.target as HTMLSelectElement).value;
        this.sorting = { column: 'measure', direction: 'descending' };
      }}
    >${list.map(({ id, title }) => html`<option value=${id}>${inLanguage(this.language, title)}</option>`)}</select>`;
  }

  override render() {
    const { language, sorting, sortBy } = this;
    const collator = new Intl.Collator(LANGUAGES[language].locale);
    const all = firmRows(this.network, this.cascade, this.ranking);
    const rows = sortRows(all, (row) => this.keyOf(row), sorting.direction, collator);
    const chosen = this.ranking?.measures.find(({ id }) => id === this.measure);
    const title = chosen ? inLanguage(language, chosen.title) : this.t('table.measure');
    const inMoney = chosen?.unit.startsWith('usd') ? ` (${columnUnit(language).text})` : '';
    const number = { numeric: true };
    return html`<div class="table-tools">
        <label>${this.t('table.measure')} ${this.measures()}</label>
        ${chosen ? html`<span class="muted convention">${chosen.convention}</span>` : nothing}
      </div>
      <div class="table-scroll" tabindex="0" role="region" aria-label=${this.t('table.caption')}>
      <table data-table="firms" data-unit=${columnUnit(language).usd}>
        <caption class="hidden">${this.t('table.caption')}</caption>
        <thead><tr>
          ${sortHeader('firm', this.t('table.firm'), sorting, sortBy)}
          ${sortHeader('layer', this.t('table.layer'), sorting, sortBy)}
          ${sortHeader('loss', this.t('table.loss'), sorting, sortBy, number)}
          ${sortHeader('share', this.t('table.lossShare'), sorting, sortBy, number)}
          ${sortHeader('value', this.t('table.value'), sorting, sortBy, number)}
          ${sortHeader('round', this.t('table.round'), sorting, sortBy, number)}
          ${sortHeader('status', this.t('table.outcome'), sorting, sortBy)}
          ${sortHeader('activity', this.t('table.activity'), sorting, sortBy, { numeric: true, title: this.t('firm.activity.help') })}
          ${sortHeader('cause', this.t('table.cause'), sorting, sortBy)}
          ${sortHeader('measure', `${title}${inMoney}`, sorting, sortBy, number)}
        </tr></thead>
        <tbody>${rows.map((row) => this.row(row))}</tbody>
      </table></div>`;
  }
}

export const element = FirmsTable;
