import { inLanguage, LANGUAGES } from '../../../src/tell/words/languages.ts';
import './ranking.css';
import { html, nothing } from 'lit';
import type { Network } from '../../../src/data/graph.ts';
import type { RankedFirm, Ranking } from '../../../src/questions/rank/ranking.ts';
import { rankingTable } from '../../../src/questions/rank/ranking-table.ts';
import { columnMoney, columnUnit } from '../../../src/tell/money.ts';
import { tableCsv } from '../../../src/tell/report-table.ts';
import { day, figure } from '../../i18n/number.ts';
import { say } from '../../i18n/say.ts';
import { fields, Panel } from '../../panels/panel.ts';
import { firmName } from '../../panels/sentence-text.ts';
import { sortHeader } from '../../panels/sort-header.ts';
import { nextSorting, type Sorting, sortRows } from '../../panels/sort-rows.ts';
import { saveAs } from '../../save-as.ts';
import type { LensChoice } from '../../style/lens.ts';
import type { Selection } from '../../style/selection.ts';

type Measure = Ranking['measures'][number];

const FIRM = 'firm';

/** Every firm by every measure, and any measure as size and colour of the map. */
export class RankingView extends Panel {
  static override properties = {
    ...Panel.properties,
    ...fields('network', 'asOf', 'ranking', 'askRanking', 'lens', 'selection'),
    sorting: { state: true },
  };

  declare network: Network;
  declare asOf: string;
  declare ranking: Ranking | null;
  declare askRanking: () => void;
  declare lens: LensChoice;
  declare selection: Selection | null;
  declare sorting: Sorting;

  constructor() {
    super();
    this.sorting = { column: 'pagerank', direction: 'descending' };
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.askRanking();
  }

  private readonly sortBy = (column: string): void => {
    this.sorting = nextSorting(this.sorting, column, column === FIRM ? 'ascending' : 'descending');
  };

  private heading({ title, unit }: Measure): string {
    const name = inLanguage(this.language, title);
    if (!unit.startsWith('usd')) return name;
    return `${name} (${columnUnit(this.language).text})`;
  }

  private cell({ scores }: RankedFirm, { id, unit }: Measure) {
    const score = scores[id] ?? null;
    if (score === null) {
      return html`<span class="unknown" title=${say(this.language, 'view.ranking.unknown')}>?</span>`;
    }
    return unit.startsWith('usd') ? columnMoney(this.language, score) : figure(score);
  }

  private lensControl(what: 'size' | 'colour', measures: readonly Measure[]) {
    const { language, lens } = this;
    const chosen = lens[what] ?? '';
    return html`<label>${say(language, `view.ranking.${what}`)}
      <select data-control=${`lens-${what}`} data-chosen=${chosen} .value=${chosen} @change=${(
        event: Event,
      ) => {
        const { value } = event.target as HTMLSelectElement;
        this.dispatch({ type: 'lens', lens: { ...lens, [what]: value === '' ? null : value } });
      }}>
        <option value="" ?selected=${chosen === ''}>${say(language, what === 'size' ? 'view.ranking.value' : 'view.ranking.layer')}</option>
        ${measures
          .filter(({ unit }) => unit !== 'group')
          .map(
            ({ id, title }) =>
              html`<option value=${id} ?selected=${id === chosen}>${inLanguage(language, title)}</option>`,
          )}
      </select></label>`;
  }

  private controls(ranking: Ranking) {
    const { language, asOf } = this;
    const download = (what: string, type: string, content: () => string) =>
      html`<button class="link" data-action=${`save-ranking-${what}`} @click=${() =>
        saveAs(
          `ranking-${asOf}.${what}`,
          type,
          content(),
        )}>${say(language, 'view.download', { what: what.toUpperCase() })}</button>`;
    return html`<div class="view-controls">
      ${this.lensControl('size', ranking.measures)}${this.lensControl('colour', ranking.measures)}
      <button data-action="show-lens" @click=${() => this.dispatch({ type: 'view', view: 'map' })}>${say(language, 'view.ranking.show')}</button>
      ${download('csv', 'text/csv', () => tableCsv(rankingTable(ranking), { units: true }))}
      ${download('json', 'application/json', () => `${JSON.stringify(ranking, undefined, 2)}\n`)}
    </div>`;
  }

  private table({ measures, firms }: Ranking) {
    const { language, network, sorting, sortBy, selection } = this;
    const collator = new Intl.Collator(LANGUAGES[language].locale);
    const name = (id: string): string => firmName(language, network, id);
    const ranked = firms.filter(({ id }) => network.getNodeAttribute(id, 'aggregate') !== true);
    const rows = sortRows(
      ranked,
      ({ id, scores }) => (sorting.column === FIRM ? name(id) : (scores[sorting.column] ?? null)),
      sorting.direction,
      collator,
    );
    return html`<div class="table-scroll ranking-table" tabindex="0" role="region" aria-label=${say(language, 'view.ranking.caption')}>
      <table data-table="ranking">
        <caption class="hidden">${say(language, 'view.ranking.caption')}</caption>
        <thead><tr>${sortHeader(FIRM, say(language, 'view.ranking.firm'), sorting, sortBy)}
          ${measures.map((measure) =>
            sortHeader(measure.id, this.heading(measure), sorting, sortBy, {
              numeric: true,
              title: measure.convention,
            }),
          )}</tr></thead>
        <tbody>${rows.map(
          (
            row,
          ) => html`<tr data-firm=${row.id} aria-current=${selection?.id === row.id ? 'true' : nothing}>
            <th scope="row"><button class="link" @click=${() =>
              this.dispatch({
                type: 'select',
                selection: { kind: 'firm', id: row.id },
              })}>${name(row.id)}</button></th>
            ${measures.map((measure) => html`<td class="numeric">${this.cell(row, measure)}</td>`)}
          </tr>`,
        )}</tbody>
      </table></div>
      <h3>${say(language, 'view.ranking.what')}</h3>
      <dl class="ranking-meanings">${measures.map(
        ({ title, convention, source }) =>
          html`<dt>${inLanguage(language, title)}</dt><dd lang="en">${convention} <span class="muted">${source}</span></dd>`,
      )}</dl>`;
  }

  override render() {
    const { language, ranking } = this;
    return html`<div class="view-panel" data-panel="ranking">
      <h2>${say(language, 'view.ranking.title')}</h2>
      <p class="lead">${say(language, 'view.ranking.lead', { asOf: day(language, this.asOf) })}</p>
      ${
        ranking === null
          ? html`<p class="working" role="status">${say(language, 'view.ranking.wait')}</p>`
          : html`${this.controls(ranking)}${this.table(ranking)}
            <p class="muted">${say(language, 'view.ranking.leftOut', { count: ranking.leftOut.length })}</p>`
      }
    </div>`;
  }
}

export const element = RankingView;
