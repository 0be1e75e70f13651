import { html, nothing } from 'lit';
import type { Network } from '../../src/data/graph.ts';
import type { Deal } from '../../src/data/schema.ts';
import type { Cascade } from '../../src/models/cascade.ts';
import { columnMoney } from '../../src/tell/money.ts';
import { LANGUAGES } from '../../src/tell/words/languages.ts';
import { word } from '../i18n/say.ts';
import { dealTone } from '../style/deal-style.ts';
import type { Selection } from '../style/selection.ts';
import { statedAmount } from './deal-facts.ts';
import { fields, Panel } from './panel.ts';
import { firmName } from './sentence-text.ts';
import { sortHeader } from './sort-header.ts';
import { type Direction, nextSorting, type Sorting, type SortKey, sortRows } from './sort-rows.ts';

interface DealRow {
  readonly id: string;
  readonly deal: Deal;
  readonly payer: string;
  readonly payee: string;
  readonly amountUsd: number | null;
  readonly lossUsd: number;
  readonly imputed: boolean;
}

/** Every deal of the day with the loss that it carried. */
export class DealsTable extends Panel {
  static override properties = {
    ...Panel.properties,
    ...fields('network', 'cascade', 'selection', 'cuts'),
    sorting: { state: true },
  };

  declare network: Network;
  declare cascade: Cascade;
  declare selection: Selection | null;
  declare cuts: readonly string[];
  declare sorting: Sorting;

  constructor() {
    super();
    this.sorting = { column: 'carried', direction: 'descending' };
  }

  private readonly sortBy = (column: string): void => {
    const first: Direction = ['carried', 'amount', 'announced'].includes(column)
      ? 'descending'
      : 'ascending';
    this.sorting = nextSorting(this.sorting, column, first);
  };

  private rows(): readonly DealRow[] {
    const { network, language } = this;
    const outcomes = new Map(this.cascade.deals.map((outcome) => [outcome.id, outcome]));
    return network.mapEdges((id, deal, payer, payee) => ({
      id,
      deal,
      payer: firmName(language, network, payer),
      payee: firmName(language, network, payee),
      amountUsd: statedAmount(deal)?.usd ?? null,
      lossUsd: outcomes.get(id)?.lossUsd ?? 0,
      imputed: outcomes.get(id)?.basis === 'imputed',
    }));
  }

  private keyOf(row: DealRow): SortKey {
    switch (this.sorting.column) {
      case 'payer':
        return row.payer;
      case 'payee':
        return row.payee;
      case 'kind':
        return this.kind(row.deal);
      case 'status':
        return this.t(`status.${row.deal.status}`);
      case 'amount':
        return row.amountUsd;
      case 'announced':
        return row.deal.announcedOn ?? null;
      default:
        return row.lossUsd;
    }
  }

  private kind(deal: Deal): string {
    return `${this.t(`kind.${dealTone(deal)}`)} · ${word(this.language, 'instrument', deal.instrument)}`;
  }

  private row(row: DealRow) {
    const { deal, id } = row;
    const chosen = this.selection?.kind === 'deal' && this.selection.id === id;
    const unknown = html`<span class="unknown" title=${this.t('firm.unknown')}>?</span>`;
    const basis = statedAmount(deal)?.basis;
    return html`<tr data-deal=${id} class=${this.cuts.includes(id) ? 'cut' : ''} aria-current=${chosen ? 'true' : nothing}>
      <th scope="row"><button class="link" @click=${() =>
        this.dispatch({ type: 'select', selection: { kind: 'deal', id } })}
        >${row.payer}</button></th>
      <td>${row.payee}</td>
      <td class="numeric strong">${columnMoney(this.language, row.lossUsd)}</td>
      <td>${this.kind(deal)}</td>
      <td>${this.t(`status.${deal.status}`)}</td>
      <td class="numeric">${row.amountUsd === null ? unknown : columnMoney(this.language, row.amountUsd)}</td>
      <td>${row.imputed ? html`<span title=${this.t('rests.imputed')}>${this.t('deal.imputed')}</span>` : basis ? this.t(`basis.${basis}`) : ''}</td>
      <td class="date">${deal.announcedOn ?? unknown}</td>
    </tr>`;
  }

  override render() {
    const { sorting, sortBy } = this;
    const collator = new Intl.Collator(LANGUAGES[this.language].locale);
    const rows = sortRows(this.rows(), (row) => this.keyOf(row), sorting.direction, collator);
    return html`<div class="table-scroll" tabindex="0" role="region" aria-label=${this.t('table.deals.caption')}>
      <table data-table="deals">
        <caption class="hidden">${this.t('table.deals.caption')}</caption>
        <thead><tr>
          ${sortHeader('payer', this.t('table.payer'), sorting, sortBy)}
          ${sortHeader('payee', this.t('table.payee'), sorting, sortBy)}
          ${sortHeader('carried', this.t('table.carried'), sorting, sortBy, { numeric: true })}
          ${sortHeader('kind', this.t('table.kind'), sorting, sortBy)}
          ${sortHeader('status', this.t('table.status'), sorting, sortBy)}
          ${sortHeader('amount', this.t('table.amount'), sorting, sortBy, { numeric: true })}
          <th scope="col">${this.t('table.basis')}</th>
          ${sortHeader('announced', this.t('table.announced'), sorting, sortBy)}
        </tr></thead>
        <tbody>${rows.map((row) => this.row(row))}</tbody>
      </table></div>`;
  }
}

export const element = DealsTable;
