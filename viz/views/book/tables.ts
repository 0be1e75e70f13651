import { html } from 'lit';
import type {
  BookCustomer,
  BookFact,
  BookSupplier,
  OrderBook,
} from '../../../src/questions/book/order-book.ts';
import { columnMoney, columnUnit, moneyHead } from '../../../src/tell/money.ts';
import type { Language } from '../../../src/tell/words/languages.ts';
import { type KeyIn, say, word } from '../../i18n/say.ts';
import type { NameOf } from './draw.ts';

type Key = KeyIn<'view.book'>;

/** What every table of this view needs. */
export interface TableContext {
  readonly language: Language;
  readonly nameOf: NameOf;
  readonly select: (firm: string) => void;
}

const head = (language: Language, columns: readonly (readonly [Key, boolean])[]) =>
  html`<thead><tr>${columns.map(
    ([key, isMoney]) =>
      html`<th scope="col" class=${key === 'firm' ? '' : 'numeric'}>${isMoney ? moneyHead(language, say(language, `view.book.${key}`)) : say(language, `view.book.${key}`)}</th>`,
  )}</tr></thead>`;

const cell = (language: Language, value: number | null, write: (value: number) => string) =>
  html`<td class="numeric">${
    value === null
      ? html`<span class="unknown" title=${say(language, 'view.book.unknown')}>?</span>`
      : write(value)
  }</td>`;

const ratio = (value: number): string => `×${value.toFixed(2)}`;

const firmCell = ({ nameOf, select }: TableContext, id: string) =>
  html`<th scope="row"><button class="link" @click=${() => select(id)}>${nameOf(id)}</button></th>`;

export const makersTable = (context: TableContext, makers: readonly BookSupplier[]) => {
  const { language } = context;
  const usd = (value: number) => columnMoney(language, value);
  return html`<div class="table-scroll"><table data-table="makers" data-unit=${columnUnit(language).usd}>
    ${head(language, [
      ['firm', false],
      ['year', false],
      ['orderedUsd', true],
      ['gw', false],
      ['accelerators', false],
      ['canMake', false],
      ['ratio', false],
    ])}
    <tbody>${makers.flatMap(({ id, years }) =>
      years.map(
        (entry) => html`<tr>${firmCell(context, id)}<td class="numeric">${entry.year}</td>
          ${cell(language, entry.orderedUsd, usd)}
          ${cell(language, entry.orderedGw?.central ?? null, (gw) => gw.toFixed(1))}
          ${cell(language, entry.acceleratorsOrdered, (number) => (number / 1e6).toFixed(2))}
          ${cell(language, entry.capacity?.gw ?? null, (gw) => `${gw.toFixed(1)}${entry.capacity?.basis === 'held-flat' ? ' *' : ''}`)}
          ${cell(language, entry.gwOverCapacity, (share) => `${(100 * share).toFixed(0)}%`)}</tr>`,
      ),
    )}</tbody></table></div>`;
};

export const customersTable = (context: TableContext, customers: readonly BookCustomer[]) => {
  const { language } = context;
  const usd = (value: number) => columnMoney(language, value);
  return html`<div class="table-scroll"><table data-table="customers">
    ${head(language, [
      ['firm', false],
      ['perYear', true],
      ['revenue', true],
      ['cash', true],
      ['raised', true],
      ['promised', true],
      ['overRevenue', false],
      ['overMeans', false],
      ['unpriced', false],
    ])}
    <tbody>${customers.map(
      (customer) => html`<tr>${firmCell(context, customer.id)}
        ${cell(language, customer.orderedPerYearUsd, usd)}${cell(language, customer.revenueUsd, usd)}
        ${cell(language, customer.cashUsd, usd)}${cell(language, customer.raisedUsd, usd)}
        ${cell(language, customer.promisedInUsd, usd)}${cell(language, customer.orderedOverRevenue, ratio)}
        ${cell(language, customer.orderedOverMeans, ratio)}<td class="numeric">${customer.ordersWithoutDollars}</td></tr>`,
    )}</tbody></table></div>`;
};

export const suppliersTable = (context: TableContext, suppliers: readonly BookSupplier[]) => {
  const { language } = context;
  const usd = (value: number) => columnMoney(language, value);
  return html`<div class="table-scroll"><table data-table="suppliers">
    ${head(language, [
      ['firm', false],
      ['perYear', true],
      ['revenue', true],
      ['overRevenue', false],
      ['unpriced', false],
    ])}
    <tbody>${suppliers.map(
      (supplier) => html`<tr>${firmCell(context, supplier.id)}
        ${cell(language, supplier.orderedPerYearUsd, usd)}${cell(language, supplier.revenueUsd, usd)}
        ${cell(language, supplier.orderedOverRevenue, ratio)}<td class="numeric">${supplier.ordersWithoutDollars}</td></tr>`,
    )}</tbody></table></div>`;
};

/** Power contracted beside the accelerators ordered up to then, by year. */
export const powerTable = (language: Language, { power }: OrderBook) => {
  const gw = (value: number): string => value.toFixed(1);
  return html`<div class="table-scroll"><table data-table="power">
    <thead><tr><th scope="col">${say(language, 'view.book.year')}</th>
      ${(['contracted', 'toRun', 'toRunRange'] as const).map((key) => html`<th scope="col" class="numeric">${say(language, `view.book.${key}`)}</th>`)}</tr></thead>
    <tbody>${power.years.map(
      ({ year, contractedGw, acceleratorsGw }) => html`<tr><th scope="row">${year}</th>
        <td class="numeric">${gw(contractedGw)}</td>${cell(language, acceleratorsGw?.central ?? null, gw)}
        <td class="numeric">${acceleratorsGw === null ? '' : `${gw(acceleratorsGw.low)}–${gw(acceleratorsGw.high)}`}</td></tr>`,
    )}</tbody></table></div>`;
};

/** Figures with their unit, confidence and sources. */
export const factsTable = (language: Language, facts: readonly BookFact[]) =>
  html`<div class="table-scroll"><table>
    <thead><tr>${(['fact', 'value', 'confidence', 'sources'] as const).map((key) => html`<th scope="col">${say(language, `view.book.${key}`)}</th>`)}</tr></thead>
    <tbody>${facts.map(
      ({ description, value, unit, confidence, sources, note }) => html`<tr>
        <th scope="row" class="wraps">${description}${note === null ? '' : html`<br /><span class="muted">${note}</span>`}</th>
        <td>${value.toLocaleString('en-US')} ${unit}</td>
        <td>${confidence === null ? '' : word(language, 'confidence', confidence)}</td>
        <td>${sources.join(', ')}</td></tr>`,
    )}</tbody></table></div>`;
