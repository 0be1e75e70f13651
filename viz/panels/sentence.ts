import { html, nothing, type TemplateResult } from 'lit';
import type { Network } from '../../src/data/graph.ts';
import type { Cascade } from '../../src/models/cascade.ts';
import type { Scenario, TimeSpan } from '../../src/scenario/schema.ts';
import type { Analyst } from '../analyst.ts';
import { day } from '../i18n/number.ts';
import { fillSlots } from './fill-slots.ts';
import { icon } from './icon.ts';
import { fields, Panel } from './panel.ts';
import { MODEL_NAME, resultText, sentenceText, yearsOf } from './sentence-text.ts';

const FIRST_YEAR = 2024;
const LAST_YEAR = 2036;
const YEARS = Array.from({ length: LAST_YEAR - FIRST_YEAR + 1 }, (_, index) => FIRST_YEAR + index);

/** The headline: a sentence whose words are the controls, its result, and the button that lights it. */
export class Sentence extends Panel {
  static override properties = {
    ...Panel.properties,
    ...fields('scenario', 'time', 'asOf', 'network', 'cascade', 'playing', 'busy', 'analyst'),
  };

  declare scenario: Scenario;
  declare time: TimeSpan;
  declare asOf: string;
  declare network: Network | null;
  declare cascade: Cascade | null;
  declare playing: boolean;
  declare busy: boolean;
  declare analyst: Analyst;

  private setYears(from: number, to: number): void {
    const time: TimeSpan =
      from === to
        ? { mode: 'year', year: from }
        : { mode: 'horizon', window: [Math.min(from, to), Math.max(from, to)] };
    this.dispatch({ type: 'time', time });
  }

  private year(which: 'from' | 'to'): TemplateResult {
    const [from, to] = yearsOf(this.time);
    const value = which === 'from' ? from : to;
    const change = (event: Event) => {
      const chosen = Number((event.target as HTMLSelectElement).value);
      this.setYears(
        which === 'from' ? chosen : Math.min(from, chosen),
        which === 'to' ? chosen : Math.max(to, chosen),
      );
    };
    const years = YEARS.includes(value) ? YEARS : [...YEARS, value].sort();
    return html`<select class="word" data-control=${which} data-chosen=${String(value)}
      aria-label=${this.t(which === 'from' ? 'sentence.from' : 'sentence.to')} @change=${change}
    >${years.map((year) => html`<option value=${String(year)}>${year}</option>`)}</select>`;
  }

  private clauses(): readonly (TemplateResult | string)[] {
    if (this.scenario.shocks.length === 0) return [this.t('sentence.calm')];
    return this.scenario.shocks.flatMap((shock, index) => {
      const clause = html`<cb-shock-clause
        .language=${this.language} .dispatch=${this.dispatch} .network=${this.network}
        .shock=${shock} .index=${index} .scenario=${this.scenario} .asOf=${this.asOf} .analyst=${this.analyst}
      ></cb-shock-clause>`;
      return index === 0 ? [clause] : [this.t('sentence.and'), clause];
    });
  }

  private window(): TemplateResult {
    const slots = { from: this.year('from'), to: this.year('to') };
    return html`<span class="nowrap">${fillSlots(this.t('sentence.window'), slots)}</span>`;
  }

  private condition(): TemplateResult {
    const slots = {
      clauses: this.clauses(),
      asOf: html`<span class="nowrap">${day(this.language, this.asOf)}</span>`,
      model: html`<span class="nowrap">${MODEL_NAME}</span>`,
      window: this.window(),
    };
    return html`${fillSlots<unknown>(this.t('sentence.if'), slots)}`;
  }

  private addShock(): void {
    const taken = new Set(this.scenario.shocks.map((shock) => ('firm' in shock ? shock.firm : '')));
    const firm = ['nvidia', 'microsoft', 'oracle'].find(
      (id) => this.network?.hasNode(id) && !taken.has(id),
    );
    const free = firm ?? this.network?.nodes().find((id) => !taken.has(id));
    if (free)
      this.dispatch({ type: 'add-shock', shock: { kind: 'revenue', firm: free, size: 0.3 } });
  }

  private band() {
    if (!this.cascade) return nothing;
    return html`<cb-headline-band .language=${this.language} .dispatch=${this.dispatch}
      .scenario=${this.scenario} .asOf=${this.asOf} .analyst=${this.analyst}></cb-headline-band>`;
  }

  private plain(): string {
    const { network, scenario, time, asOf, cascade } = this;
    return sentenceText(this.language, { network, scenario, time, asOf, cascade });
  }

  override render() {
    const { cascade, playing } = this;
    const played = cascade !== null && !playing;
    return html`<section id="sentence" class="sentence" aria-label=${this.t('sentence.label')} tabindex="-1">
      <h1 class="hidden">${this.plain()}</h1>
      <div class="sentence-body">
        <p class="sentence-text">
          ${this.condition()}
          <span class="result-line"><strong class="result" data-result ?data-busy=${this.busy}>${resultText(this.language, cascade)}</strong>
          ${this.band()} <span class="not-forecast">${this.t('sentence.notForecast')}</span></span>
        </p>
        <div class="sentence-foot">
          ${
            cascade
              ? html`<cb-totals .language=${this.language} .dispatch=${this.dispatch} .network=${this.network} .cascade=${cascade}></cb-totals>`
              : nothing
          }
        </div>
      </div>
      <div class="sentence-actions">
        <button class="primary" data-action="light" ?disabled=${!cascade || cascade.rounds.length === 0}
          @click=${() => {
            if (!playing) this.dispatch({ type: 'position', position: 0 });
            this.dispatch({ type: 'play', playing: !playing });
          }}
        >${played || !cascade ? html`${icon('play')} ${this.t('sentence.light')}` : html`${icon('pause')} ${this.t('scrubber.pause')}`}</button>
        <button class="quiet" data-action="add-shock" @click=${this.addShock}>+ ${this.t('sentence.add')}</button>
      </div>
    </section>`;
  }
}
