import { inLanguage, LANGUAGES } from '../../../src/tell/words/languages.ts';
import './matrix.css';
import { html, nothing } from 'lit';
import type { Network } from '../../../src/data/graph.ts';
import {
  EXPOSURE_LAYERS,
  type Exposure,
  type ExposureLayer,
  type ExposurePair,
} from '../../../src/questions/exposure/exposure-schema.ts';
import { exposureTable, firmMatrixTable } from '../../../src/questions/exposure/exposure-tables.ts';
import {
  FIRM_MATRICES,
  type FirmMatrix,
  type FirmMatrixId,
} from '../../../src/questions/exposure/firm-matrix-schema.ts';
import type { Scenario } from '../../../src/scenario/schema.ts';
import { columnMoney, columnUnit, money } from '../../../src/tell/money.ts';
import { tableCsv } from '../../../src/tell/report-table.ts';
import type { Analyst } from '../../analyst.ts';
import { columnPercent, day, figure } from '../../i18n/number.ts';
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
import { byStake, drawMatrix } from './draw.ts';

define('cb-chart', Chart);

const ORDERS = ['byStake', 'byLayer', 'byName'] as const;
type FirmOrder = (typeof ORDERS)[number];

const FIRMS_SHOWN = 24;
const PAIRS_SHOWN = 40;

/** Firms by firms: who has how much at stake with whom, before any shock. */
export class MatrixView extends Panel {
  static override properties = {
    ...Panel.properties,
    ...fields('network', 'asOf', 'scenario', 'analyst', 'themeName'),
    of: { state: true },
    layer: { state: true },
    order: { state: true },
    everyFirm: { state: true },
  };

  declare network: Network;
  declare asOf: string;
  declare scenario: Scenario;
  declare analyst: Analyst;
  declare themeName: ThemeName;
  declare of: FirmMatrixId;
  declare layer: ExposureLayer;
  declare order: FirmOrder;
  declare everyFirm: boolean;

  private readonly matrix: Question<'matrix'>;
  private readonly keep = keptDraw();

  constructor() {
    super();
    this.of = 'total';
    this.layer = 'together';
    this.order = 'byStake';
    this.everyFirm = false;
    this.matrix = new Question(
      this,
      'matrix',
      () => ({ of: this.of, layer: this.layer }),
      () => CALM,
    );
  }

  private readonly nameOf = (id: string): string => firmName(this.language, this.network, id);

  private firmsShown(matrix: FirmMatrix): readonly string[] {
    const most = byStake(matrix);
    const shown = this.everyFirm ? [...most] : most.slice(0, FIRMS_SHOWN);
    if (this.order === 'byStake') return shown;
    const keyOf = (id: string): string =>
      this.order === 'byName' ? this.nameOf(id) : this.network.getNodeAttribute(id, 'layer');
    const collator = new Intl.Collator(LANGUAGES[this.language].locale);
    return shown.sort((a, b) => collator.compare(keyOf(a), keyOf(b)));
  }

  private amount({ unit }: FirmMatrix, entry: number): string {
    return unit === 'ratio' ? figure(entry) : money(this.language, entry);
  }

  /** The same function while nothing changes, so that the picture is drawn once. */
  private drawOf(matrix: FirmMatrix): Draw {
    return this.keep([matrix, this.order, this.everyFirm, this.language], () => {
      const words = {
        nameOf: this.nameOf,
        cell: (row: string, column: string, entry: number) =>
          say(this.language, 'view.matrix.cell', {
            row: this.nameOf(row),
            column: this.nameOf(column),
            figure: this.amount(matrix, entry),
          }),
      };
      return drawMatrix(matrix, this.firmsShown(matrix), words);
    });
  }

  private select<Value extends string>(
    name: string,
    label: string,
    chosen: Value,
    options: readonly (readonly [Value, string])[],
    choose: (value: Value) => void,
  ) {
    return html`<label>${label}
      <select data-control=${name} data-chosen=${chosen} .value=${chosen}
        @change=${(event: Event) => choose((event.target as HTMLSelectElement).value as Value)}>
        ${options.map(([value, text]) => html`<option value=${value} ?selected=${value === chosen}>${text}</option>`)}
      </select></label>`;
  }

  private controls(matrix: FirmMatrix | null, exposure: Exposure | null) {
    const { language, of } = this;
    const isExposure = of === 'direct' || of === 'total';
    const count = this.network.order;
    const download = (what: string, name: string, content: () => string) =>
      html`<button class="link" data-action=${`save-${what}`} @click=${() =>
        saveAs(
          `${what}-${this.asOf}.csv`,
          'text/csv',
          content(),
        )}>${say(language, 'view.download', { what: `CSV, ${name}` })}</button>`;
    return html`<div class="view-controls">
      ${this.select(
        'matrix',
        say(language, 'view.matrix.which'),
        of,
        FIRM_MATRICES.map((id) => [id, say(language, `view.matrix.${id}`)] as const),
        (value) => {
          this.of = value;
        },
      )}
      ${
        isExposure
          ? this.select(
              'layer',
              say(language, 'view.matrix.layer'),
              this.layer,
              [...EXPOSURE_LAYERS]
                .reverse()
                .map((id) => [id, say(language, `view.matrix.${id}`)] as const),
              (value) => {
                this.layer = value;
              },
            )
          : nothing
      }
      ${this.select(
        'order',
        say(language, 'view.matrix.order_by'),
        this.order,
        ORDERS.map((id) => [id, say(language, `view.matrix.${id}`)] as const),
        (value) => {
          this.order = value;
        },
      )}
      ${this.select(
        'firms',
        say(language, 'view.matrix.firms'),
        this.everyFirm ? 'all' : 'largest',
        (['largest', 'all'] as const).map(
          (id) =>
            [
              id,
              say(language, `view.matrix.${id}`, {
                count: id === 'all' ? count : Math.min(count, FIRMS_SHOWN),
              }),
            ] as const,
        ),
        (value) => {
          this.everyFirm = value === 'all';
        },
      )}
      ${matrix === null ? nothing : download('matrix', say(language, 'view.matrix.which'), () => tableCsv(firmMatrixTable(matrix), { units: true }))}
      ${exposure === null ? nothing : download('exposure', say(language, 'view.matrix.pairs'), () => tableCsv(exposureTable(exposure), { units: true }))}
    </div>`;
  }

  private known(value: number | null, text: (value: number) => string) {
    return html`<td class="numeric">${
      value === null
        ? html`<span class="unknown" title=${say(this.language, 'view.matrix.unknown')}>?</span>`
        : text(value)
    }</td>`;
  }

  private pair(pair: ExposurePair) {
    const { language } = this;
    const usd = (value: number): string => columnMoney(language, value);
    const firm = (id: string) =>
      html`<button class="link" @click=${() =>
        this.dispatch({
          type: 'select',
          selection: { kind: 'firm', id },
        })}>${this.nameOf(id)}</button>`;
    const deals = [...pair.deals, ...pair.unknownDeals];
    return html`<tr data-exposed=${pair.exposed} data-to=${pair.to}>
      <th scope="row">${firm(pair.exposed)}</th><td>${firm(pair.to)}</td>
      ${this.known(pair.directUsd, usd)}${this.known(pair.totalUsd, usd)}
      ${this.known(pair.totalOfValue ?? pair.directOfValue, columnPercent)}
      ${this.known(pair.totalOfRevenue ?? pair.directOfRevenue, columnPercent)}
      <td class="matrix-deals">${deals.map(
        (id, at) =>
          html`${at === 0 ? '' : ', '}<button class="link" @click=${() =>
            this.dispatch({ type: 'select', selection: { kind: 'deal', id } })}>${id}</button>`,
      )}</td></tr>`;
  }

  private pairs({ exposures, layers }: Exposure) {
    const { language } = this;
    if (exposures.length === 0) return html`<p>${say(language, 'view.matrix.none')}</p>`;
    const unit = columnUnit(language).text;
    const noTotal = layers[0]?.noTotal ?? null;
    const head = (key: 'directUsd' | 'totalUsd' | 'ofValue' | 'ofRevenue', with_ = '') =>
      html`<th scope="col" class="numeric">${say(language, `view.matrix.${key}`)}${with_}</th>`;
    return html`<h3>${say(language, 'view.matrix.pairs')}</h3>
      <p class="muted lead">${inLanguage(language, layers[0]!.convention)}</p>
      ${noTotal === null ? nothing : html`<p class="muted">${say(language, 'view.matrix.noTotal', { reason: noTotal })}</p>`}
      <div class="table-scroll"><table data-table="pairs">
        <thead><tr><th scope="col">${say(language, 'view.matrix.exposed')}</th><th scope="col">${say(language, 'view.matrix.to')}</th>
          ${head('directUsd', ` (${unit})`)}${head('totalUsd', ` (${unit})`)}${head('ofValue')}${head('ofRevenue')}
          <th scope="col">${say(language, 'view.matrix.deals')}</th></tr></thead>
        <tbody>${exposures.slice(0, PAIRS_SHOWN).map((pair) => this.pair(pair))}</tbody>
      </table></div>
      ${exposures.length > PAIRS_SHOWN ? html`<p class="muted">${say(language, 'view.matrix.more', { count: exposures.length - PAIRS_SHOWN })}</p>` : nothing}`;
  }

  override render() {
    const { language } = this;
    const { answer } = this.matrix;
    const matrix = answer?.matrix ?? null;
    const file = `matrix-${this.of}`;
    return html`<div class="view-panel" data-panel="matrix">
      <h2>${say(language, 'view.matrix.title')}</h2>
      <p class="lead">${say(language, 'view.matrix.lead', { asOf: day(language, this.asOf) })}</p>
      ${this.controls(matrix, answer?.exposure ?? null)}${this.matrix.status()}
      ${
        matrix === null || answer === null
          ? nothing
          : html`<p class="muted lead">${inLanguage(language, matrix.title)}. ${inLanguage(language, matrix.convention)}</p>
            <cb-chart .language=${language} .draw=${this.drawOf(matrix)} .label=${say(language, 'view.matrix.picture')} .file=${file} .themeName=${this.themeName}></cb-chart>
            ${this.pairs(answer.exposure)}`
      }
    </div>`;
  }
}

export const element = MatrixView;
