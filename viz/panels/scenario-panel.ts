import { html, nothing } from 'lit';
import type { Network } from '../../src/data/graph.ts';
import type { Cascade } from '../../src/models/cascade.ts';
import type { Ranking } from '../../src/questions/rank/ranking.ts';
import type { Scenario } from '../../src/scenario/schema.ts';
import type { MapFilter } from '../style/core-set.ts';
import type { LensChoice } from '../style/lens.ts';
import { fields, Panel } from './panel.ts';
import { fitsNetwork, presets } from './presets.ts';
import { clauseText, dealName } from './sentence-text.ts';

/** The left side: scenarios that ship, what is cut, the legend, the model. */
export class ScenarioPanel extends Panel {
  static override properties = {
    ...Panel.properties,
    ...fields('network', 'cascade', 'scenario', 'filter', 'lens', 'ranking'),
  };

  declare network: Network;
  declare cascade: Cascade | null;
  declare scenario: Scenario;
  declare filter: MapFilter;
  declare lens: LensChoice;
  declare ranking: Ranking | null;

  private presets() {
    const { network, language } = this;
    const fitting = presets.filter(({ scenario }) => fitsNetwork(scenario, network));
    const chosen = fitting.findIndex(({ scenario }) => scenario.name === this.scenario.name);
    if (fitting.length === 0) return nothing;
    const label = ({ shocks }: Scenario) =>
      shocks.map((shock) => clauseText(language, network, shock)).join(this.t('sentence.and'));
    return html`<section><h2><label for="preset">${this.t('presets.title')}</label></h2>
      <select id="preset" class="wide" data-control="preset" data-chosen=${String(chosen)}
        @change=${(event: Event) => {
          const preset = fitting[Number((event.target as HTMLSelectElement).value)];
          if (preset) this.dispatch({ type: 'scenario', scenario: preset.scenario });
        }}>
        <option value="-1" ?disabled=${chosen !== -1}>${this.t('presets.own')}</option>
        ${fitting.map(({ scenario }, index) => html`<option value=${String(index)}>${label(scenario)}</option>`)}
      </select></section>`;
  }

  private cuts() {
    const cuts = this.scenario.cuts ?? [];
    if (cuts.length === 0) return nothing;
    return html`<section><h2>✂ ${this.t('cuts.title')}</h2>
      <ul class="cuts">${cuts.map(
        (id) => html`<li><button class="link" @click=${() =>
          this.dispatch({
            type: 'select',
            selection: { kind: 'deal', id },
          })}>${dealName(this.language, this.network, id)}</button>
          <button class="icon small" title=${this.t('cuts.restore')} aria-label=${`${this.t('cuts.restore')}: ${dealName(this.language, this.network, id)}`}
            @click=${() => this.dispatch({ type: 'toggle-cut', deal: id })}>↺</button></li>`,
      )}</ul></section>`;
  }

  override render() {
    const { language, dispatch, network, cascade, filter } = this;
    return html`${this.presets()} ${this.cuts()}
      <cb-legend .language=${language} .dispatch=${dispatch} .network=${network}
        .cascade=${cascade} .filter=${filter} .lens=${this.lens} .ranking=${this.ranking}></cb-legend>
      <cb-model-drawer .language=${language} .dispatch=${dispatch} .scenario=${this.scenario}></cb-model-drawer>`;
  }
}
