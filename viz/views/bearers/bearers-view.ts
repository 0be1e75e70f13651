import './bearers.css';
import { html, nothing } from 'lit';
import type { Network } from '../../../src/data/graph.ts';
import type { Cascade } from '../../../src/models/cascade.ts';
import type {
  Bearer,
  Channel,
  Incidence,
} from '../../../src/questions/bearers/incidence-schema.ts';
import type { Scenario } from '../../../src/scenario/schema.ts';
import { columnMoney, columnUnit, money } from '../../../src/tell/money.ts';
import type { Analyst } from '../../analyst.ts';
import { columnPercent } from '../../i18n/number.ts';
import { say } from '../../i18n/say.ts';
import { fields, Panel } from '../../panels/panel.ts';
import { firmName } from '../../panels/sentence-text.ts';
import type { ThemeName } from '../../theme/tokens.ts';
import { Chart, type Draw } from '../chart.ts';
import { define } from '../define.ts';
import { keptDraw } from '../kept-draw.ts';
import { Question } from '../question.ts';
import { drawBearers } from './draw.ts';

define('cb-chart', Chart);

const FIRMS_SHOWN = 15;

/** On whom the loss of the run finally falls, as a picture and as tables. */
export class BearersView extends Panel {
  static override properties = {
    ...Panel.properties,
    ...fields('network', 'cascade', 'asOf', 'scenario', 'analyst', 'themeName'),
  };

  declare network: Network;
  declare cascade: Cascade;
  declare asOf: string;
  declare scenario: Scenario;
  declare analyst: Analyst;
  declare themeName: ThemeName;

  private readonly bearers = new Question(this, 'bearers', () => ({}));
  private readonly keep = keptDraw();

  private readonly channelName = (channel: string): string =>
    say(this.language, `view.bearers.channel.${channel as Channel}`);

  private readonly bearerName = (bearer: string): string =>
    say(this.language, `view.bearers.${bearer as Bearer}`);

  /** The same function while nothing changes, so that the picture is drawn once. */
  private drawOf(answer: Incidence): Draw {
    const { language } = this;
    return this.keep([answer, language], () => {
      const words = {
        channel: this.channelName,
        bearer: this.bearerName,
        money: (usd: number) => money(language, usd),
      };
      return drawBearers(answer, words);
    });
  }

  private classes({ bearers, totalUsd }: Incidence) {
    const { language } = this;
    const shown = bearers.filter(({ usd }) => usd > 0);
    const channels = bearers[0]!.channels
      .map(({ channel }, at) => ({ channel, at }))
      .filter(({ at }) => shown.some((one) => one.channels[at]!.usd > 0));
    const sum = (at: number) => shown.reduce((total, one) => total + one.channels[at]!.usd, 0);
    const cell = (usd: number) => html`<td class="numeric">${columnMoney(language, usd)}</td>`;
    const unit = columnUnit(language).text;
    return html`<div class="table-scroll"><table data-table="bearers">
      <thead><tr><th scope="col">${say(language, 'view.bearers.bearer')} (${unit})</th>
        ${channels.map(({ channel }) => html`<th scope="col" class="numeric">${this.channelName(channel)}</th>`)}
        <th scope="col" class="numeric">${say(language, 'view.bearers.together')}</th></tr></thead>
      <tbody>${shown.map(
        (
          one,
        ) => html`<tr data-bearer=${one.bearer} data-usd=${one.usd}><th scope="row">${this.bearerName(one.bearer)}</th>
          ${channels.map(({ at }) => cell(one.channels[at]!.usd))}${cell(one.usd)}</tr>`,
      )}</tbody>
      <tfoot><tr><th scope="row">${say(language, 'view.bearers.sum')}</th>${channels.map(({ at }) => cell(sum(at)))}${cell(totalUsd)}</tr></tfoot>
    </table></div>`;
  }

  private firms({ firms }: Incidence) {
    const { language, network } = this;
    return html`<h3>${say(language, 'view.bearers.firms')}</h3>
      <div class="table-scroll bearers-firms"><table>
      <thead><tr><th scope="col">${say(language, 'view.bearers.firm')}</th>
        ${(['loss', 'held', 'toOwners'] as const).map((key) => html`<th scope="col" class="numeric">${say(language, `view.bearers.${key}`)}</th>`)}
        <th scope="col">${say(language, 'view.bearers.mostly')}</th></tr></thead>
      <tbody>${firms.slice(0, FIRMS_SHOWN).map(
        ({ id, lossUsd, heldInside, ownersLossUsd, bearer }) => html`<tr>
          <th scope="row"><button class="link" @click=${() =>
            this.dispatch({
              type: 'select',
              selection: { kind: 'firm', id },
            })}>${firmName(language, network, id)}</button></th>
          <td class="numeric">${columnMoney(language, lossUsd)}</td>
          <td class="numeric">${columnPercent(heldInside)}</td>
          <td class="numeric">${columnMoney(language, ownersLossUsd)}</td>
          <td>${bearer === null ? '–' : this.bearerName(bearer)}</td></tr>`,
      )}</tbody></table></div>`;
  }

  private amplification() {
    const { firstLossUsd, grossLossUsd, amplification } = this.cascade.totals;
    if (amplification === null) return nothing;
    return html`<p class="lead">${say(this.language, 'view.bearers.amplification', {
      first: money(this.language, firstLossUsd),
      later: money(this.language, grossLossUsd - firstLossUsd),
      times: Number((amplification - 1).toPrecision(2)),
    })}</p>`;
  }

  private answer(answer: Incidence) {
    const { language } = this;
    const { totalUsd, insideUsd, firms, outsidePerYear } = answer;
    if (firms.length === 0) return html`<p>${say(language, 'view.bearers.none')}</p>`;
    const picture = say(language, 'view.bearers.picture');
    return html`<p class="lead" data-bearers-total=${totalUsd}>${say(
      language,
      'view.bearers.lead',
      {
        total: money(language, totalUsd),
        inside: money(language, insideUsd),
      },
    )}</p>
      ${this.amplification()}
      <cb-chart .language=${language} .draw=${this.drawOf(answer)} .label=${picture} .file=${'who-bears-it'} .themeName=${this.themeName}></cb-chart>
      ${this.classes(answer)}${this.firms(answer)}
      <p class="muted lead">${say(language, 'view.bearers.outside', {
        suppliers: money(language, outsidePerYear.suppliersUsd),
        lenders: money(language, outsidePerYear.lendersUsd),
      })}</p>
      <p class="muted lead">${say(language, 'view.bearers.meaning')}</p>`;
  }

  override render() {
    const { answer } = this.bearers;
    return html`<div class="view-panel" data-panel="bearers">
      <h2>${say(this.language, 'view.bearers.title')}</h2>
      ${this.bearers.status()}${answer === null ? nothing : this.answer(answer)}
    </div>`;
  }
}

export const element = BearersView;
