import { html, nothing, type TemplateResult } from 'lit';
import type { Network } from '../../src/data/graph.ts';
import type { Scenario, Shock, ShockKind } from '../../src/scenario/schema.ts';
import type { Analyst } from '../analyst.ts';
import { say } from '../i18n/say.ts';
import { fillSlots } from './fill-slots.ts';
import { fields, Panel } from './panel.ts';
import { clauseKey, kindPhrase } from './sentence-text.ts';
import { type OptionGroup, subjectOptions } from './subject-options.ts';

/** Size with which a kind starts where the old size makes no sense for it. */
const USUAL_SIZE: Readonly<Record<ShockKind, number>> = {
  revenue: 0.5,
  value: 0.3,
  funding: 0.4,
  capacity: 0.5,
  default: 1,
  cancel: 1,
  multiple: 0.375,
};

const firmOf = (shock: Shock, network: Network): string => {
  if (shock.kind === 'cancel') return network.hasEdge(shock.deal) ? network.source(shock.deal) : '';
  if (shock.kind === 'multiple') return '';
  return shock.firm === 'all' ? '' : shock.firm;
};

const keptFirm = (shock: Shock, network: Network): string => {
  const firm = firmOf(shock, network);
  if (network.hasNode(firm)) return firm;
  return network.hasNode('openai') ? 'openai' : network.nodes()[0]!;
};

/** The same shock with another kind: keeps the firm where it can, else picks what is nearest. */
export const withKind = (shock: Shock, kind: ShockKind, network: Network): Shock => {
  if (shock.kind === kind) return shock;
  const size = USUAL_SIZE[kind];
  const firm = keptFirm(shock, network);
  if (kind === 'cancel') {
    const deals = [...network.outEdges(firm), ...network.inEdges(firm), ...network.edges()];
    return { kind, deal: deals[0] ?? '', size };
  }
  if (kind === 'multiple') return { kind, layer: network.getNodeAttribute(firm, 'layer'), size };
  return { kind, firm, size };
};

/** The same shock on another firm, deal or layer. */
export const withSubject = (shock: Shock, id: string): Shock => {
  if (shock.kind === 'cancel') return { ...shock, deal: id };
  if (shock.kind === 'multiple') return { ...shock, layer: id };
  return { ...shock, firm: id };
};

/** The id of what a shock hits. */
export const subjectId = (shock: Shock): string => {
  if (shock.kind === 'cancel') return shock.deal;
  return shock.kind === 'multiple' ? shock.layer : shock.firm;
};

const KINDS: readonly ShockKind[] = [
  'revenue',
  'value',
  'funding',
  'capacity',
  'default',
  'cancel',
  'multiple',
];

/** One shock of the sentence, each of its words a control. */
export class ShockClause extends Panel {
  static override properties = {
    ...Panel.properties,
    ...fields('shock', 'network', 'index', 'scenario', 'asOf', 'analyst'),
  };

  declare shock: Shock;
  declare network: Network | null;
  declare index: number;
  declare scenario: Scenario;
  declare asOf: string;
  declare analyst: Analyst;

  private change(shock: Shock): void {
    this.dispatch({ type: 'shock', index: this.index, shock });
  }

  private groups(): readonly OptionGroup[] {
    return this.network ? subjectOptions(this.language, this.network, this.shock.kind) : [];
  }

  private subject(): TemplateResult {
    const chosen = subjectId(this.shock);
    const option = ({ id, label }: { id: string; label: string }) =>
      html`<option value=${id}>${label}</option>`;
    return html`<select
      class="word"
      data-control="subject"
      aria-label=${this.t('sentence.subject')}
      data-chosen=${chosen}
      @change=${(event: Event) =>
        this.change(withSubject(this.shock, (event.target as HTMLSelectElement).value))}
    >
      ${this.groups().map(({ label, options }) =>
        label
          ? html`<optgroup label=${label}>${options.map(option)}</optgroup>`
          : options.map(option),
      )}
    </select>`;
  }

  private kind(): TemplateResult {
    const { shock, network } = this;
    return html`<select
      class="word"
      data-control="kind"
      aria-label=${this.t('sentence.kind')}
      data-chosen=${shock.kind}
      @change=${(event: Event) => {
        const kind = (event.target as HTMLSelectElement).value as ShockKind;
        if (network) this.change(withKind(shock, kind, network));
      }}
    >
      ${KINDS.map((kind) => {
        const label =
          kind === shock.kind
            ? kindPhrase(this.language, shock)
            : say(this.language, `shock.${kind}`);
        return html`<option value=${kind}>${label}</option>`;
      })}
    </select>`;
  }

  private size(): TemplateResult {
    const value = Number((this.shock.size * 100).toFixed(1));
    const set = (event: Event) => {
      const size = Number((event.target as HTMLInputElement).value) / 100;
      if (size >= 0 && size <= 1) this.change({ ...this.shock, size });
    };
    const label = this.t('sentence.size');
    return html`<span class="size"
      ><input class="word number" type="number" min="0" max="100" step="0.5" data-control="size-number"
        aria-label=${label} .value=${String(value)} @change=${set}
      /><span aria-hidden="true">%</span
      ><span class="slider-place"><input class="slider" type="range" min="0" max="100" step="1" data-control="size"
        aria-label=${label} aria-valuetext=${`${value} %`} .value=${String(value)} @input=${set}
        style=${`--filled: ${value}%`}
    />${this.ticks()}</span></span>`;
  }

  /** Of one shock alone: several that grow together have no slider of their own. */
  private ticks() {
    const { network, shock, scenario } = this;
    if (!network || scenario.shocks.length !== 1) return nothing;
    return html`<cb-slider-ticks .language=${this.language} .dispatch=${this.dispatch} .network=${network} .asOf=${this.asOf}
      .scenario=${scenario} .shock=${shock} .analyst=${this.analyst} .index=${this.index}></cb-slider-ticks>`;
  }

  override render() {
    const slots = { subject: this.subject(), kind: this.kind(), size: this.size() };
    const remove =
      this.index === 0
        ? nothing
        : html`<button
            class="icon small"
            title=${this.t('sentence.remove')}
            aria-label=${this.t('sentence.remove')}
            @click=${() => this.dispatch({ type: 'remove-shock', index: this.index })}
          >✕</button>`;
    return html`<span class="clause">${fillSlots(this.t(clauseKey(this.shock)), slots)}${remove}</span>`;
  }
}
