import { html, nothing } from 'lit';
import type { Network } from '../../../src/data/graph.ts';
import type {
  Bar,
  BarEnd,
  Control,
  Sensitivity,
} from '../../../src/questions/sensitivity/sensitivity-schema.ts';
import type { Scenario } from '../../../src/scenario/schema.ts';
import { columnMoney, columnUnit, money, moneyHead } from '../../../src/tell/money.ts';
import type { Analyst } from '../../analyst.ts';
import { columnPercent, figure, listOf } from '../../i18n/number.ts';
import { say } from '../../i18n/say.ts';
import { fields, Panel } from '../../panels/panel.ts';
import { firmName } from '../../panels/sentence-text.ts';
import { saveAs } from '../../save-as.ts';
import type { ThemeName } from '../../theme/tokens.ts';
import { Chart, type Draw } from '../chart.ts';
import { define } from '../define.ts';
import { keptDraw } from '../kept-draw.ts';
import { Question } from '../question.ts';
import { drawTornado } from './draw.ts';
import { inputName } from './input-name.ts';

define('cb-chart', Chart);

const TARGETS = { 'gross-loss': 'gross', 'owners-loss': 'owners' } as const;
type TargetId = keyof typeof TARGETS;

const BARS_SHOWN = 14;

/** Tornado over documented ranges, whose ends set the scenario, and whose word the total rests on. */
export class TornadoView extends Panel {
  static override properties = {
    ...Panel.properties,
    ...fields('network', 'asOf', 'scenario', 'analyst', 'themeName'),
    target: { state: true },
  };

  declare network: Network;
  declare asOf: string;
  declare scenario: Scenario;
  declare analyst: Analyst;
  declare themeName: ThemeName;
  declare target: TargetId;

  private readonly tornado: Question<'tornado'>;
  private readonly keep = keptDraw();

  constructor() {
    super();
    this.target = 'gross-loss';
    this.tornado = new Question(this, 'tornado', () => ({ target: this.target }));
  }

  private readonly barName = ({ input }: Bar): string =>
    inputName(this.language, this.network, input);

  private readonly valueText = (value: number | string): string => {
    if (typeof value === 'string') return value;
    return Math.abs(value) >= 1e6 ? money(this.language, value) : figure(value);
  };

  /** Put what an end stands for into the scenario. */
  private readonly set = (control: Control | null): void => {
    const { scenario } = this;
    switch (control?.kind) {
      case 'parameter':
        this.dispatch({ type: 'parameter', name: control.parameter, value: control.value });
        break;
      case 'weight': {
        const weights = { ...scenario.weights, [control.status]: control.value };
        this.dispatch({ type: 'scenario', scenario: { ...scenario, name: '', weights } });
        break;
      }
      case 'cut':
        this.dispatch({ type: 'toggle-cut', deal: control.deal });
        break;
      default:
    }
  };

  private drawOf(answer: Sensitivity): Draw {
    const { language } = this;
    return this.keep([answer, language], () => {
      const { usd: perUnit, text: unit } = columnUnit(language);
      return drawTornado(answer.tornado.slice(0, BARS_SHOWN), answer.totalUsd, {
        unit,
        perUnit,
        nameOf: this.barName,
        valueOf: this.valueText,
        pick: (bar, end) => this.set(bar[end].control),
      });
    });
  }

  private end({ value, totalUsd, control, why }: BarEnd) {
    const { language } = this;
    const total =
      totalUsd === null ? html`<span title=${why ?? ''}>–</span>` : columnMoney(language, totalUsd);
    const text = this.valueText(value);
    return html`<td class="numeric">${total}</td><td>${
      control === null
        ? html`<span class="muted">${text}</span>`
        : html`<button class="link" data-set title=${say(language, 'view.tornado.set', { value: text })} @click=${() => this.set(control)}>${text}</button>`
    }</td>`;
  }

  private bars({ tornado }: Sensitivity) {
    const { language } = this;
    return html`<div class="table-scroll"><table data-table="tornado">
      <thead><tr><th scope="col">${say(language, 'view.tornado.input')}</th>
        <th scope="col" class="numeric" colspan="2">${moneyHead(language, say(language, 'view.tornado.low'))}</th><th scope="col" class="numeric" colspan="2">${moneyHead(language, say(language, 'view.tornado.high'))}</th>
        <th scope="col" class="numeric">${moneyHead(language, say(language, 'view.tornado.swing'))}</th><th scope="col">${say(language, 'view.tornado.range')}</th></tr></thead>
      <tbody>${tornado.slice(0, BARS_SHOWN * 2).map(
        (
          bar,
        ) => html`<tr><th scope="row">${this.barName(bar)}</th>${this.end(bar.low)}${this.end(bar.high)}
          <td class="numeric strong">${columnMoney(language, bar.swingUsd)}</td><td class="muted" lang="en">${bar.range}</td></tr>`,
      )}</tbody></table></div>`;
  }

  private evidence({ evidence }: Sensitivity) {
    const { language } = this;
    if (evidence === null) return nothing;
    return html`<h3>${say(language, 'view.tornado.evidence')}</h3><p class="muted lead">${say(language, 'view.tornado.evidenceHelp')}</p>
      <div class="table-scroll"><table data-table="evidence">
      <thead><tr><th scope="col"></th><th scope="col" class="numeric">${say(language, 'view.tornado.figures')}</th><th scope="col" class="numeric">${say(language, 'view.tornado.share')}</th></tr></thead>
      <tbody>${evidence.shares
        .filter(({ figures }) => figures > 0)
        .map(
          (one) =>
            html`<tr><th scope="row">${say(language, `view.tornado.${one.evidence}`)}</th><td class="numeric">${one.figures}</td><td class="numeric">${columnPercent(one.share)}</td></tr>`,
        )}
        <tr><th scope="row">${say(language, 'view.tornado.remainder')}</th><td></td><td class="numeric">${columnPercent(evidence.remainderShare)}</td></tr></tbody></table></div>`;
  }

  private answer(answer: Sensitivity) {
    const { language } = this;
    const edge = answer.atEdge.map((id) => firmName(language, this.network, id));
    return html`<p class="lead">${say(language, 'view.tornado.total', { usd: money(language, answer.totalUsd) })}
        ${answer.converged ? '' : say(language, 'view.tornado.unsettled')} ${edge.length === 0 ? '' : say(language, 'view.tornado.edge', { firms: listOf(language, edge) })}</p>
      ${
        answer.tornado.length === 0
          ? html`<p>${say(language, 'view.tornado.none')}</p>`
          : html`<cb-chart .language=${language} .draw=${this.drawOf(answer)} .label=${say(language, 'view.tornado.picture')} .file=${'tornado'} .themeName=${this.themeName}></cb-chart>${this.bars(answer)}`
      }
      ${this.evidence(answer)}
      <button class="link" data-action="save-tornado" @click=${() =>
        saveAs(
          `sensitivity-${this.asOf}.json`,
          'application/json',
          `${JSON.stringify(answer, undefined, 2)}\n`,
        )}>${say(language, 'view.download', { what: 'JSON' })}</button>`;
  }

  override render() {
    const { language, target } = this;
    const { answer } = this.tornado;
    return html`<div class="view-panel" data-panel="tornado">
      <h2>${say(language, 'view.tornado.title')}</h2>
      <p class="lead">${say(language, 'view.tornado.lead')}</p>
      <p><label>${say(language, 'view.tornado.target')}
        <select data-control="target" data-chosen=${target} .value=${target} @change=${(
          event: Event,
        ) => {
          this.target = (event.target as HTMLSelectElement).value as TargetId;
        }}>${(Object.keys(TARGETS) as TargetId[]).map((id) => html`<option value=${id} ?selected=${id === target}>${say(language, `view.tornado.${TARGETS[id]}`)}</option>`)}</select></label></p>
      ${this.tornado.status()}${answer === null ? nothing : this.answer(answer)}
    </div>`;
  }
}

export const element = TornadoView;
