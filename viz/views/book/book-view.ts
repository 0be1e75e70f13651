import './book.css';
import { html, nothing } from 'lit';
import type { Network } from '../../../src/data/graph.ts';
import { BOOK_BASES, type BookBasis } from '../../../src/questions/book/bases.ts';
import { bookTable } from '../../../src/questions/book/book-csv.ts';
import type { OrderBook } from '../../../src/questions/book/order-book.ts';
import type { Scenario } from '../../../src/scenario/schema.ts';
import { money } from '../../../src/tell/money.ts';
import { tableCsv } from '../../../src/tell/report-table.ts';
import type { Analyst } from '../../analyst.ts';
import { day, percent } from '../../i18n/number.ts';
import { say } from '../../i18n/say.ts';
import { fields, Panel } from '../../panels/panel.ts';
import { firmName } from '../../panels/sentence-text.ts';
import { saveAs } from '../../save-as.ts';
import { CALM, DEFAULT_TIME } from '../../state.ts';
import type { ThemeName } from '../../theme/tokens.ts';
import { Chart, type Draw } from '../chart.ts';
import { define } from '../define.ts';
import { Question } from '../question.ts';
import { drawCustomers, drawMakers } from './draw.ts';
import { customersTable, factsTable, makersTable, powerTable, suppliersTable } from './tables.ts';

define('cb-chart', Chart);

/** Orders over capacity and over means: the article's own test of a bubble. */
export class BookView extends Panel {
  static override properties = {
    ...Panel.properties,
    ...fields('network', 'asOf', 'scenario', 'analyst', 'themeName'),
    basis: { state: true },
  };

  declare network: Network;
  declare asOf: string;
  declare scenario: Scenario;
  declare analyst: Analyst;
  declare themeName: ThemeName;
  declare basis: BookBasis;

  private readonly book: Question<'book'>;

  constructor() {
    super();
    this.basis = 'announced';
    this.book = new Question(
      this,
      'book',
      () => ({ window: this.window(), basis: this.basis }),
      () => CALM,
    );
  }

  private window(): readonly [number, number] {
    const time = this.scenario.time ?? DEFAULT_TIME;
    return time.mode === 'year' ? [time.year, time.year] : [time.window[0], time.window[1]];
  }

  private readonly nameOf = (id: string): string => firmName(this.language, this.network, id);

  private controls(book: OrderBook) {
    return html`<div class="view-controls">
      <label>${say(this.language, 'view.book.basis')}
        <select data-control="basis" data-chosen=${this.basis} @change=${(event: Event) => {
          this.basis = (event.target as HTMLSelectElement).value as BookBasis;
        }}>${BOOK_BASES.map((basis) => html`<option value=${basis}>${say(this.language, `view.book.${basis}`)}</option>`)}</select></label>
      <button class="link" data-action="save-book" @click=${() =>
        saveAs(`order-book-${this.asOf}.csv`, 'text/csv', tableCsv(bookTable(book)))}
        >${say(this.language, 'view.download', { what: 'CSV' })}</button>
    </div>`;
  }

  private tightest(book: OrderBook) {
    const tight = book.suppliers
      .flatMap(({ id, years }) => years.map((entry) => ({ id, ...entry })))
      .filter(({ gwOverCapacity }) => gwOverCapacity !== null)
      .sort((a, b) => b.gwOverCapacity! - a.gwOverCapacity!)[0];
    if (tight === undefined) return nothing;
    return html`<p class="lead"><strong>${say(this.language, 'view.book.tightest', {
      firm: this.nameOf(tight.id),
      year: tight.year,
      ratio: percent(tight.gwOverCapacity!, 0),
    })}</strong></p>`;
  }

  private chart(draw: Draw, label: string, file: string) {
    return html`<cb-chart .language=${this.language} .draw=${draw} .label=${label} .file=${file} .themeName=${this.themeName}></cb-chart>`;
  }

  private makers(book: OrderBook) {
    const { language, nameOf } = this;
    const makers = book.suppliers.filter(({ years }) =>
      years.some(({ capacity }) => capacity !== null),
    );
    if (makers.length === 0) return nothing;
    const label = {
      ordered: say(language, 'view.book.ordered'),
      capacity: say(language, 'view.book.capacity'),
    };
    return html`<h3>${say(language, 'view.book.makers')}</h3>
      <p class="muted lead">${say(language, 'view.book.makersHelp')}</p>
      ${this.chart(drawMakers(makers, nameOf, label), say(language, 'view.book.makers'), 'orders-over-capacity')}
      ${makersTable(this.context(), makers)}
      <p class="muted">* ${say(language, 'view.book.held')}</p>`;
  }

  private context() {
    return {
      language: this.language,
      nameOf: this.nameOf,
      select: (id: string) => this.dispatch({ type: 'select', selection: { kind: 'firm', id } }),
    };
  }

  private customers(book: OrderBook) {
    const { language } = this;
    return html`<h3>${say(language, 'view.book.customers')}</h3>
      <p class="muted lead">${say(language, 'view.book.customersHelp')}</p>
      ${this.chart(drawCustomers(book.customers, this.nameOf), say(language, 'view.book.customers'), 'orders-over-means')}
      ${customersTable(this.context(), book.customers)}`;
  }

  private spending(book: OrderBook) {
    const { language } = this;
    if (book.capitalSpending.length === 0) return nothing;
    return html`<h3>${say(language, 'view.book.spending')}</h3>
      <ul>${book.capitalSpending.map(
        ({ year, lowUsd, highUsd, facts }) =>
          html`<li>${year}: ${money(language, lowUsd)}${lowUsd === highUsd ? '' : ` – ${money(language, highUsd)}`}
            <span class="muted">${facts.map(({ description }) => description).join('; ')}</span></li>`,
      )}</ul>`;
  }

  private answer(book: OrderBook) {
    const { language } = this;
    if (book.suppliers.length === 0) return html`<p>${say(language, 'view.book.none')}</p>`;
    return html`${this.tightest(book)}${this.controls(book)}${this.makers(book)}${this.customers(book)}
      <h3>${say(language, 'view.book.suppliers')}</h3>${suppliersTable(this.context(), book.suppliers)}
      ${book.power.contracts.length === 0 ? nothing : html`<h3>${say(language, 'view.book.power')}</h3><p class="muted lead">${say(language, 'view.book.powerHelp')}</p>${powerTable(language, book)}`}
      ${this.spending(book)}
      ${book.conversions.length === 0 ? nothing : html`<h3>${say(language, 'view.book.facts')}</h3>${factsTable(language, book.conversions)}`}
      ${book.disputed.length === 0 ? nothing : html`<h3>${say(language, 'view.book.disputed')}</h3>${factsTable(language, book.disputed)}`}`;
  }

  override render() {
    const [from, to] = this.window();
    const values = { asOf: day(this.language, this.asOf), from, to };
    const { answer } = this.book;
    return html`<div class="view-panel" data-panel="book">
      <h2>${say(this.language, 'view.book.title')}</h2>
      <p class="lead">${say(this.language, 'view.book.lead', values)}</p>
      ${this.book.status()}${answer === null ? nothing : this.answer(answer)}
    </div>`;
  }
}

export const element = BookView;
