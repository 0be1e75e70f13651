import { html, nothing } from 'lit';
import type { Network } from '../../../src/data/graph.ts';
import type { Uncertainty } from '../../../src/questions/uncertain/uncertainty-schema.ts';
import type { Scenario } from '../../../src/scenario/schema.ts';
import { columnUnit, money } from '../../../src/tell/money.ts';
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
import { drawFan } from './draw.ts';
import { QUICK_DRAWS } from './quick-band.ts';
import { convergenceTable, drawnTable, firmsTable, sharesTable, totalsTable } from './tables.ts';

define('cb-chart', Chart);

const DRAWS = [QUICK_DRAWS, 2000, 10_000] as const;
/** Pairs of points for the shares of the spread. */
const ROWS = 128;
const SHARES_SHOWN = 12;

/** How sure the scenario's answers are: bands of everything, and what they hang on. */
export class BandsView extends Panel {
  static override properties = {
    ...Panel.properties,
    ...fields('network', 'asOf', 'scenario', 'analyst', 'themeName'),
    draws: { state: true },
    sharesOf: { state: true },
  };

  declare network: Network;
  declare asOf: string;
  declare scenario: Scenario;
  declare analyst: Analyst;
  declare themeName: ThemeName;
  declare draws: number;
  /** The scenario whose shares were asked for by a click; they take longer. */
  declare sharesOf: string;

  private readonly bands = new Question(this, 'bands', () => ({ draws: this.draws }));
  private readonly shares = new Question(this, 'shares', () =>
    this.sharesOf === JSON.stringify(this.scenario) ? { rows: ROWS } : null,
  );
  private readonly keep = keptDraw();

  constructor() {
    super();
    this.draws = QUICK_DRAWS;
    this.sharesOf = '';
  }

  private drawOf(answer: Uncertainty): Draw {
    const { language } = this;
    return this.keep([answer, language], () => {
      const { usd: perUnit, text: unit } = columnUnit(language);
      const words = {
        round: say(language, 'view.bands.round'),
        unit,
        perUnit,
        band90: say(language, 'view.bands.band90'),
        band50: say(language, 'view.bands.band50'),
        median: say(language, 'view.bands.median'),
        point: say(language, 'view.bands.point'),
      };
      return drawFan(answer, words);
    });
  }

  private nameOf = (id: string) =>
    html`<button class="link" @click=${() =>
      this.dispatch({
        type: 'select',
        selection: { kind: 'firm', id },
      })}>${firmName(this.language, this.network, id)}</button>`;

  private summary(answer: Uncertainty) {
    const { language } = this;
    const { point, quantiles } = answer.totals.grossLossUsd;
    const [low, , middle, , high] = quantiles.map((usd) => money(language, usd));
    return html`<p class="lead" data-summary>${say(language, 'view.bands.summary', {
      point: money(language, point),
      low: low!,
      middle: middle!,
      high: high!,
      level: percent(answer.pointLevel),
    })}</p>
    <p class="muted">${say(language, 'view.bands.count', { draws: answer.draws, method: answer.method, seed: answer.seed })}
      ${answer.complete ? '' : say(language, 'view.bands.early')}
      ${answer.unsettled === 0 ? '' : say(language, 'view.bands.unsettled', { count: answer.unsettled })} ${this.errors(answer)}</p>`;
  }

  private errors({ standardErrors, totals }: Uncertainty): string {
    const { language } = this;
    if (standardErrors === null) return say(language, 'view.bands.tooFew');
    const share = (level: number) =>
      percent(standardErrors[level]! / totals.grossLossUsd.quantiles[level]!);
    return say(language, 'view.bands.error', { low: share(0), middle: share(2), high: share(4) });
  }

  private spread() {
    const { language } = this;
    const { answer, fresh } = this.shares;
    const asked = this.sharesOf === JSON.stringify(this.scenario);
    const runs = ROWS * ((this.bands.answer?.distributions.length ?? 0) + 4);
    return html`<h3>${say(language, 'view.bands.shares')}</h3><p class="muted lead">${say(language, 'view.bands.sharesHelp')}</p>
      ${
        asked
          ? this.shares.status()
          : html`<button data-action="shares" @click=${() => {
              this.sharesOf = JSON.stringify(this.scenario);
            }}>${say(language, 'view.bands.sharesAsk', { runs: `≈ ${runs}` })}</button>`
      }
      ${answer !== null && fresh ? sharesTable(language, answer, SHARES_SHOWN) : nothing}`;
  }

  private answer(answer: Uncertainty) {
    const { language } = this;
    const unknown = answer.unknownDeals.length;
    return html`${this.summary(answer)}
      <h3>${say(language, 'view.bands.fan')}</h3>
      <cb-chart .language=${language} .draw=${this.drawOf(answer)} .label=${say(language, 'view.bands.picture')} .file=${'bands'} .themeName=${this.themeName}></cb-chart>
      <button class="link" data-action="save-bands" @click=${() =>
        saveAs(
          `bands-${this.asOf}.json`,
          'application/json',
          `${JSON.stringify(answer, undefined, 2)}\n`,
        )}>${say(language, 'view.download', { what: 'JSON' })}</button>
      <h3>${say(language, 'view.bands.totals')}</h3>${totalsTable(language, answer)}
      <h3>${say(language, 'view.bands.firms')}</h3>${firmsTable(language, answer, this.nameOf)}
      ${this.spread()}
      <h3>${say(language, 'view.bands.settling')}</h3>${convergenceTable(language, answer)}
      <details><summary>${say(language, 'view.bands.drawn')}</summary>${drawnTable(language, answer)}</details>
      <p class="muted">${unknown === 0 ? '' : say(language, 'view.bands.unknown', { count: unknown })} ${say(language, 'view.bands.meaning')}</p>`;
  }

  override render() {
    const { language, draws } = this;
    const { answer } = this.bands;
    return html`<div class="view-panel" data-panel="bands">
      <h2>${say(language, 'view.bands.title')}</h2>
      <p class="lead">${say(language, 'view.bands.lead')}</p>
      <p><label>${say(language, 'view.bands.draws')}
        <select data-control="draws" data-chosen=${String(draws)} @change=${(event: Event) => {
          this.draws = Number((event.target as HTMLSelectElement).value);
        }}>${DRAWS.map((number) => html`<option value=${String(number)}>${number.toLocaleString('en-US')}</option>`)}</select></label></p>
      ${this.bands.status()}${answer === null ? nothing : this.answer(answer)}
    </div>`;
  }
}

export const element = BandsView;
