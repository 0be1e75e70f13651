import { html, nothing } from 'lit';
import type { Network } from '../../../src/data/graph.ts';
import type { FirebreakChoice } from '../../../src/questions/cut/choices.ts';
import type {
  Firebreak,
  FirebreakStep,
  Measure,
} from '../../../src/questions/cut/firebreak-schema.ts';
import type { Scenario } from '../../../src/scenario/schema.ts';
import { columnMoney, money, moneyHead } from '../../../src/tell/money.ts';
import type { Analyst } from '../../analyst.ts';
import { say } from '../../i18n/say.ts';
import { fields, Panel } from '../../panels/panel.ts';
import { dealName, firmName } from '../../panels/sentence-text.ts';
import { saveAs } from '../../save-as.ts';
import { Question } from '../question.ts';

type Kind = FirebreakChoice['kind'];

const KINDS: readonly Kind[] = ['cut', 'backstop', 'shrink', 'cash'];
const COUNTS = [1, 3, 5];
const SHOWN = 15;

const CHOICES: Readonly<Record<Kind, FirebreakChoice>> = {
  cut: { kind: 'cut' },
  backstop: { kind: 'backstop' },
  shrink: { kind: 'shrink', share: 0.5 },
  cash: { kind: 'cash', usd: 10e9 },
};

/** Scissors: which deals to cut, with the dollars that each saves, and those that are cut already. */
export class CutsView extends Panel {
  static override properties = {
    ...Panel.properties,
    ...fields('network', 'asOf', 'scenario', 'analyst'),
    by: { state: true },
    count: { state: true },
  };

  declare network: Network;
  declare asOf: string;
  declare scenario: Scenario;
  declare analyst: Analyst;
  declare by: Kind;
  declare count: number;

  private readonly firebreaks: Question<'cuts'>;

  constructor() {
    super();
    this.by = 'cut';
    this.count = 1;
    this.firebreaks = new Question(this, 'cuts', () => ({
      choice: CHOICES[this.by],
      count: this.count,
    }));
  }

  private select<Value extends string>(
    name: string,
    chosen: Value,
    options: readonly (readonly [Value, string])[],
    act: (value: Value) => void,
  ) {
    return html`<label>${say(this.language, name === 'by' ? 'view.cuts.by' : 'view.cuts.together')}
      <select data-control=${name} data-chosen=${chosen} .value=${chosen}
        @change=${(event: Event) => act((event.target as HTMLSelectElement).value as Value)}>
        ${options.map(([value, text]) => html`<option value=${value} ?selected=${value === chosen}>${text}</option>`)}
      </select></label>`;
  }

  private name(measure: Measure) {
    const { language, network } = this;
    const selection =
      measure.kind === 'cash'
        ? ({ kind: 'firm', id: measure.firm } as const)
        : ({ kind: 'deal', id: measure.deal } as const);
    const text =
      measure.kind === 'cash'
        ? firmName(language, network, measure.firm)
        : dealName(language, network, measure.deal);
    return html`<button class="link" @click=${() => this.dispatch({ type: 'select', selection })}>${text}</button>`;
  }

  private scissors(deal: string, isCut: boolean) {
    const label = say(this.language, isCut ? 'view.cuts.undo' : 'view.cuts.scissors');
    return html`<button class="icon small" data-cut=${deal} aria-pressed=${isCut ? 'true' : 'false'} title=${label} aria-label=${label}
      @click=${() => this.dispatch({ type: 'toggle-cut', deal })}>${isCut ? '↩' : '✂'}</button>`;
  }

  private table(name: string, steps: readonly FirebreakStep[]) {
    const { language } = this;
    return html`<div class="table-scroll"><table data-table=${name}>
      <thead><tr><th scope="col"></th><th scope="col">${say(language, 'view.cuts.what')}</th>
        <th scope="col" class="numeric">${moneyHead(language, say(language, 'view.cuts.saves'))}</th><th scope="col" class="numeric">${moneyHead(language, say(language, 'view.cuts.left'))}</th></tr></thead>
      <tbody>${steps.map(
        ({
          measure,
          savedUsd,
          lossUsd,
        }) => html`<tr data-measure=${measure.kind === 'cash' ? measure.firm : measure.deal}>
          <td>${measure.kind === 'cut' ? this.scissors(measure.deal, false) : nothing}</td>
          <th scope="row">${this.name(measure)}</th>
          <td class="numeric strong">${columnMoney(language, savedUsd)}</td><td class="numeric">${columnMoney(language, lossUsd)}</td></tr>`,
      )}</tbody></table></div>`;
  }

  /** What the cuts of the scenario did so far, each with its way back. */
  private made(best: Firebreak, uncutLossUsd: number) {
    const { language, network, scenario } = this;
    const cuts = scenario.cuts ?? [];
    const [before, after] = [money(language, uncutLossUsd), money(language, best.lossUsd)];
    const saved = uncutLossUsd - best.lossUsd;
    if (cuts.length === 0)
      return html`<p class="lead" data-saved="0">${say(language, 'view.cuts.none', { after })}</p>`;
    const text =
      saved >= 0
        ? say(language, 'view.cuts.done', { saved: money(language, saved), before, after })
        : say(language, 'view.cuts.harm', { cost: money(language, -saved), before, after });
    return html`<p class="lead" data-saved=${saved}><strong>${text}</strong></p>
      <p>${say(language, 'view.cuts.cuts')}: ${cuts.map(
        (deal) =>
          html`<span class="chip">${dealName(language, network, deal)} ${this.scissors(deal, true)}</span> `,
      )}</p>`;
  }

  private answer(best: Firebreak, uncutLossUsd: number) {
    const { language, count } = this;
    return html`${this.made(best, uncutLossUsd)}
      <h3>${say(language, 'view.cuts.best')}</h3>${this.table('cuts', best.single.slice(0, SHOWN))}
      ${
        count > 1
          ? html`<h3>${say(language, 'view.cuts.plan', { count: best.plan.steps.length, saved: money(language, best.plan.savedUsd) })}</h3>
            ${this.table('plan', best.plan.steps)}
            ${best.plan.gainsThatGrew > 0 ? html`<p class="muted">${say(language, 'view.cuts.planGrew')}</p>` : nothing}`
          : nothing
      }
      <p class="muted">${say(language, 'view.cuts.meaning')}</p>
      <button class="link" data-action="save-cuts" @click=${() =>
        saveAs(
          `firebreaks-${this.asOf}.json`,
          'application/json',
          `${JSON.stringify(best, undefined, 2)}\n`,
        )}>${say(language, 'view.download', { what: 'JSON' })}</button>`;
  }

  override render() {
    const { language } = this;
    const { answer } = this.firebreaks;
    return html`<div class="view-panel" data-panel="cuts">
      <h2>${say(language, 'view.cuts.title')}</h2>
      <p class="lead">${say(language, 'view.cuts.lead')}</p>
      <p>${this.select(
        'by',
        this.by,
        KINDS.map((kind) => [kind, say(language, `view.cuts.${kind}`)] as const),
        (by) => {
          this.by = by;
        },
      )}
      ${this.select(
        'count',
        String(this.count),
        COUNTS.map(
          (count) =>
            [
              String(count),
              count === 1
                ? say(language, 'view.cuts.one')
                : say(language, 'view.cuts.several', { count }),
            ] as const,
        ),
        (count) => {
          this.count = Number(count);
        },
      )}</p>
      ${this.firebreaks.status()}${answer === null ? nothing : this.answer(answer.best, answer.uncutLossUsd)}
    </div>`;
  }
}

export const element = CutsView;
