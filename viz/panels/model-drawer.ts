import { html, nothing } from 'lit';
import type { NumberParameter, Parameter } from '../../src/base/parameter.ts';
import { chainedBoatsParameters } from '../../src/models/chained-boats/parameters.ts';
import type { Scenario } from '../../src/scenario/schema.ts';
import { inLanguage } from '../../src/tell/words/languages.ts';
import { sayCount } from '../i18n/say.ts';
import { modelCard, modelCards } from './model-cards.ts';
import { fields, Panel } from './panel.ts';

const TABLE: readonly (readonly [string, Parameter])[] = Object.entries(chainedBoatsParameters);

/** The model's parameters, straight from its own table, and the card that says what it can't see. */
export class ModelDrawer extends Panel {
  static override properties = { ...Panel.properties, ...fields('scenario', 'models') };

  declare scenario: Scenario;
  /** Loaded when the drawer is first opened. */
  declare models: typeof import('../model-list.ts') | undefined;

  private async loadModels(): Promise<void> {
    this.models ??= await import('../model-list.ts');
  }

  private cards() {
    if (this.models === undefined) return nothing;
    const { MODELS, PUBLISHED_MODELS } = this.models;
    return html`<div class="model-card">
        ${MODELS.map((model) => modelCard(model, this.language))}
        <p class="blind">${this.t('sentence.notForecast')}</p>
      </div>
      <h3>${this.t('model.published')}</h3>
      <p class="muted">${this.t('model.publishedUse')}</p>
      ${modelCards(PUBLISHED_MODELS, this.language)}`;
  }

  private set(name: string, value: number | string | null): void {
    this.dispatch({ type: 'parameter', name, value });
  }

  private numberField(name: string, parameter: NumberParameter, value: number) {
    const change = (event: Event) => {
      const chosen = (event.target as HTMLInputElement).valueAsNumber;
      if (chosen >= parameter.min && chosen <= parameter.max) {
        this.set(name, chosen === parameter.default ? null : chosen);
      }
    };
    return html`<input id=${`p-${name}`} type="range" class="slider" data-parameter=${name}
        min=${parameter.min} max=${parameter.max} step=${parameter.step} .value=${String(value)}
        style=${`--filled: ${(100 * (value - parameter.min)) / (parameter.max - parameter.min)}%`}
        @input=${change} /><output for=${`p-${name}`}>${value} <span class="muted">${parameter.unit}</span></output>`;
  }

  private field(name: string, parameter: Parameter) {
    const given = this.scenario.parameters?.[name];
    const value = given ?? parameter.default;
    return html`<div class=${given === undefined ? 'parameter' : 'parameter changed'}>
      <label for=${`p-${name}`}><code>${name}</code> <span>${inLanguage(this.language, parameter.meaning)}</span></label>
      <div class="parameter-field">
        ${
          parameter.kind === 'number'
            ? this.numberField(name, parameter, Number(value))
            : html`<select id=${`p-${name}`} data-parameter=${name} data-chosen=${String(value)}
              @change=${(event: Event) => {
                const chosen = (event.target as HTMLSelectElement).value;
                this.set(name, chosen === parameter.default ? null : chosen);
              }}>${parameter.choices.map((choice) => html`<option value=${choice}>${choice}</option>`)}</select>`
        }
        ${
          given === undefined
            ? nothing
            : html`<button class="icon small" title=${this.t('model.reset')} aria-label=${`${this.t('model.reset')}: ${name}`}
              @click=${() => this.set(name, null)}>↺</button>`
        }
      </div>
    </div>`;
  }

  override render() {
    const changed = Object.keys(this.scenario.parameters ?? {}).length;
    return html`<details class="model" @toggle=${() => this.loadModels()}>
      <summary><h2>${this.t('model.title')}</h2>${
        changed === 0
          ? nothing
          : html`<span class="badge">${sayCount(this.language, 'model.changed', changed)}</span>`
      }</summary>
      ${
        changed === 0
          ? nothing
          : html`<p><button class="link" @click=${() =>
              this.dispatch({
                type: 'scenario',
                scenario: { ...this.scenario, name: '', parameters: {} },
              })}>${this.t('model.resetAll')}</button></p>`
      }
      ${TABLE.map(([name, parameter]) => this.field(name, parameter))}
      <h3>${this.t('model.card')}</h3>
      ${this.cards()}
    </details>`;
  }
}
