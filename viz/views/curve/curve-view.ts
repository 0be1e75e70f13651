import { html, nothing } from 'lit';
import type { Network } from '../../../src/data/graph.ts';
import type { BreakPoints } from '../../../src/questions/breakpoint/breakpoint-schema.ts';
import { scaledTo } from '../../../src/questions/breakpoint/scaled-shock.ts';
import type { Scenario } from '../../../src/scenario/schema.ts';
import { columnMoney, columnUnit, money, moneyHead } from '../../../src/tell/money.ts';
import type { Analyst } from '../../analyst.ts';
import { percent } from '../../i18n/number.ts';
import { say } from '../../i18n/say.ts';
import { fields, Panel } from '../../panels/panel.ts';
import { firmName } from '../../panels/sentence-text.ts';
import { saveAs } from '../../save-as.ts';
import type { ThemeName } from '../../theme/tokens.ts';
import { Chart, type Draw } from '../chart.ts';
import { define } from '../define.ts';
import { keptDraw } from '../kept-draw.ts';
import { Question } from '../question.ts';
import { drawCurve } from './draw.ts';
import { failureText } from './failure-text.ts';

define('cb-chart', Chart);

const FIRMS_SHOWN = 20;

/** How the loss grows with the shock, and where firms fail. */
export class CurveView extends Panel {
  static override properties = {
    ...Panel.properties,
    ...fields('network', 'asOf', 'scenario', 'analyst', 'themeName'),
  };

  declare network: Network;
  declare asOf: string;
  declare scenario: Scenario;
  declare analyst: Analyst;
  declare themeName: ThemeName;

  private readonly curve = new Question(this, 'curve', () => (this.isCalm() ? null : {}));
  private readonly keep = keptDraw();

  private isCalm(): boolean {
    return this.scenario.shocks.every(({ size }) => size === 0);
  }

  private readonly nameOf = (id: string): string => firmName(this.language, this.network, id);

  private readonly setSize = (size: number): void => {
    const shocks = scaledTo(this.scenario.shocks, Number(size.toFixed(4)));
    this.dispatch({ type: 'scenario', scenario: { ...this.scenario, name: '', shocks } });
  };

  private drawOf(answer: BreakPoints): Draw {
    const { language } = this;
    return this.keep([answer, language], () => {
      const { usd: perUnit, text: unit } = columnUnit(language);
      const words = {
        size: say(language, 'view.curve.size'),
        now: percent(answer.ownSize),
        unit,
        perUnit,
        failure: (firms: readonly string[]) => failureText(language, firms.map(this.nameOf)),
        pick: this.setSize,
      };
      return drawCurve(answer, words);
    });
  }

  private setter(size: number) {
    const text = percent(size, 2);
    return html`<button class="link" data-set=${size} title=${say(this.language, 'view.curve.set', { size: text })}
      @click=${() => this.setSize(size)}>${text}</button>`;
  }

  private knees({ knees }: BreakPoints) {
    const { language } = this;
    if (knees.length === 0) return nothing;
    const what = (knee: BreakPoints['knees'][number]): string => {
      if (knee.failed.length > 0) {
        return failureText(language, knee.failed.map(this.nameOf));
      }
      if (knee.kind === 'jump') return say(language, 'view.curve.jumps');
      return say(language, 'view.curve.turns', {
        before: money(language, knee.slopeBeforeUsd / 100),
        after: money(language, knee.slopeAfterUsd / 100),
      });
    };
    return html`<h3>${say(language, 'view.curve.knees')}</h3><div class="table-scroll"><table data-table="knees">
      <thead><tr><th scope="col">${say(language, 'view.curve.at')}</th><th scope="col">${say(language, 'view.curve.what')}</th>
        <th scope="col" class="numeric">${moneyHead(language, say(language, 'view.curve.before'))}</th><th scope="col" class="numeric">${moneyHead(language, say(language, 'view.curve.after'))}</th></tr></thead>
      <tbody>${knees.map(
        (knee) => html`<tr><th scope="row">${this.setter(knee.size)}</th><td>${what(knee)}</td>
          <td class="numeric">${columnMoney(language, knee.beforeUsd)}</td><td class="numeric">${columnMoney(language, knee.afterUsd)}</td></tr>`,
      )}</tbody></table></div>`;
  }

  private firms({ firms }: BreakPoints) {
    const { language } = this;
    const hit = firms.filter(({ failsAt, lossAtFullUsd }) => failsAt !== null || lossAtFullUsd > 0);
    return html`<h3>${say(language, 'view.curve.firms')}</h3><div class="table-scroll"><table data-table="break-points">
      <thead><tr><th scope="col">${say(language, 'view.curve.firm')}</th><th scope="col" class="numeric">${say(language, 'view.curve.failsAt')}</th>
        <th scope="col" class="numeric">${moneyHead(language, say(language, 'view.curve.lossNow'))}</th><th scope="col" class="numeric">${moneyHead(language, say(language, 'view.curve.lossFull'))}</th></tr></thead>
      <tbody>${hit.slice(0, FIRMS_SHOWN).map(
        ({ id, failsAt, lossUsd, lossAtFullUsd }) => html`<tr data-firm=${id}>
          <th scope="row"><button class="link" @click=${() =>
            this.dispatch({
              type: 'select',
              selection: { kind: 'firm', id },
            })}>${this.nameOf(id)}</button></th>
          <td class="numeric">${failsAt === null ? say(language, 'view.curve.stands') : this.setter(failsAt)}</td>
          <td class="numeric">${columnMoney(language, lossUsd)}</td><td class="numeric">${columnMoney(language, lossAtFullUsd)}</td></tr>`,
      )}</tbody></table></div>`;
  }

  private answer(answer: BreakPoints) {
    const { language } = this;
    const own = answer.curve.findLast(({ size }) => size <= answer.ownSize + 1e-9);
    return html`
      ${own === undefined ? nothing : html`<p class="lead" data-now>${say(language, 'view.curve.now', { size: percent(answer.ownSize), usd: money(language, own.grossLossUsd) })}</p>`}
      <cb-chart .language=${language} .draw=${this.drawOf(answer)} .label=${say(language, 'view.curve.picture')} .file=${'loss-curve'} .themeName=${this.themeName}></cb-chart>
      <button class="link" data-action="save-curve" @click=${() =>
        saveAs(
          `loss-curve-${this.asOf}.json`,
          'application/json',
          `${JSON.stringify(answer, undefined, 2)}\n`,
        )}>${say(language, 'view.download', { what: 'JSON' })}</button>
      ${answer.curve.every(({ converged }) => converged) ? nothing : html`<p class="notice">${say(language, 'view.curve.unsettled')}</p>`}
      ${this.firms(answer)}${this.knees(answer)}
      <p class="muted">${say(language, 'view.curve.meaning')}</p>`;
  }

  override render() {
    const { language } = this;
    const { answer } = this.curve;
    return html`<div class="view-panel" data-panel="curve">
      <h2>${say(language, 'view.curve.title')}</h2>
      <p class="lead">${say(language, 'view.curve.lead')} ${this.scenario.shocks.length > 1 ? say(language, 'view.curve.several') : ''}</p>
      ${this.isCalm() ? html`<p>${say(language, 'view.curve.calm')}</p>` : html`${this.curve.status()}${answer === null ? nothing : this.answer(answer)}`}
    </div>`;
  }
}

export const element = CurveView;
