import { html, nothing, svg, type TemplateResult } from 'lit';
import type { Network } from '../../src/data/graph.ts';
import type { Deal, Firm } from '../../src/data/schema.ts';
import type { Cascade, FirmOutcome } from '../../src/models/cascade.ts';
import type { Scenario } from '../../src/scenario/schema.ts';
import { lossMoney, money } from '../../src/tell/money.ts';
import { inLanguage } from '../../src/tell/words/languages.ts';
import type { Analyst } from '../analyst.ts';
import { percent } from '../i18n/number.ts';
import { word } from '../i18n/say.ts';
import { dealTone } from '../style/deal-style.ts';
import { statedAmount } from './deal-facts.ts';
import { firmFigures } from './firm-figures.ts';
import { icon } from './icon.ts';
import { fields, Panel } from './panel.ts';
import { firmName } from './sentence-text.ts';
import { sourceList } from './source-list.ts';

const RADIUS = 20;
const AROUND = 2 * Math.PI * RADIUS;

/** Surviving value as an arc, clockwise from twelve; the gap is the loss; a failed firm is crossed. */
const valueRing = (lossShare: number, failed: boolean): TemplateResult => {
  const left = Math.max(0, Math.min(1, 1 - lossShare));
  return html`<svg class="ring" viewBox="0 0 48 48" aria-hidden="true">
    <circle class="ring-gap" cx="24" cy="24" r=${RADIUS} />
    <circle class="ring-left" cx="24" cy="24" r=${RADIUS} transform="rotate(-90 24 24)"
      stroke-dasharray=${`${left * AROUND} ${AROUND}`} />
    ${failed ? svg`<path class="ring-cross" d="M18 18l12 12M30 18l-12 12" />` : ''}
  </svg>`;
};

/** Fire paths come in a script of their own, with the first card that has any. */
let firePaths: Promise<void> | undefined;
const fetchFirePaths = (): Promise<void> =>
  (firePaths ??= import('./fire-paths.ts').then(({ FirePathsPanel }) =>
    customElements.define('cb-fire-paths', FirePathsPanel),
  ));

/** A firm: what it is worth, what it loses and through whom, its deals, its sources. */
export class FirmCard extends Panel {
  static override properties = {
    ...Panel.properties,
    ...fields('firm', 'network', 'cascade', 'round', 'cuts', 'scenario', 'asOf', 'analyst'),
  };

  declare firm: string;
  declare network: Network;
  declare cascade: Cascade | null;
  declare round: number;
  declare cuts: readonly string[];
  declare scenario: Scenario;
  declare asOf: string;
  declare analyst: Analyst;

  private close() {
    return html`<button class="icon" aria-label=${this.t('firm.close')} title=${this.t('firm.close')}
      @click=${() => this.dispatch({ type: 'select', selection: null })}>${icon('close')}</button>`;
  }

  private outcome(outcome: FirmOutcome) {
    const { language } = this;
    if (!outcome.valueKnown) return html`<p class="notice-line">${this.t('firm.valueUnknown')}</p>`;
    const share = outcome.lossFraction;
    return html`<div class="loss-head">
      ${valueRing(share ?? 0, outcome.status === 'failed')}
      <div>
        <p class="loss-figure" data-firm-loss=${outcome.lossUsd}>${lossMoney(language, outcome.lossUsd)}</p>
        <p class="muted">${share === null ? this.t('firm.unknown') : percent(share)} · ${money(language, outcome.startValueUsd)} → ${money(language, outcome.valueUsd)}</p>
        <p><span class="outcome" data-outcome=${outcome.status}>${this.t(`outcome.${outcome.status}`)}</span>
          ${
            outcome.failedInRound === null
              ? nothing
              : html`<span class="muted">${this.t('firm.failedIn', { round: outcome.failedInRound })}</span>`
          }</p>
        <cb-firm-band .language=${language} .scenario=${this.scenario} .asOf=${this.asOf} .analyst=${this.analyst} .firm=${this.firm}></cb-firm-band>
      </div>
    </div>`;
  }

  private paid(outcome: FirmOutcome) {
    const parts = (
      ['activity', 'debtPaid', 'bindingPaid', 'discretionaryPaid', 'tranchePaid'] as const
    ).filter((name) => outcome[name] < 1 - 1e-9);
    if (parts.length === 0) return nothing;
    return html`<dl class="facts compact">${parts.map(
      (name) =>
        html`<div class="fact"><dt>${this.t(`firm.${name}`)}</dt><dd class="figure">${percent(outcome[name])}</dd></div>`,
    )}</dl>`;
  }

  private paths({ lossUsd }: FirmOutcome) {
    if (lossUsd === 0) return nothing;
    void fetchFirePaths();
    return html`<cb-fire-paths .language=${this.language} .dispatch=${this.dispatch} .network=${this.network}
      .cascade=${this.cascade} .firm=${this.firm}></cb-fire-paths>`;
  }

  private deal(id: string, deal: Deal) {
    const { network, language } = this;
    const other = network.opposite(this.firm, id);
    const outgoing = network.source(id) === this.firm;
    const amount = statedAmount(deal);
    const cut = this.cuts.includes(id);
    return html`<li class=${cut ? 'cut' : ''}>
      <button class="link row-link" data-deal=${id} @click=${() =>
        this.dispatch({ type: 'select', selection: { kind: 'deal', id } })}>
        <span class="who"><span class="swatch" data-tone=${dealTone(deal)} aria-hidden="true"></span>${outgoing ? '→' : '←'} ${firmName(language, network, other)}</span>
        <span class="muted">${word(language, 'instrument', deal.instrument)} · ${this.t(`status.${deal.status}`)}</span>
      </button>
      <span class="numeric">${amount ? money(language, amount.usd) : html`<span class="unknown">${this.t('firm.unknown')}</span>`}
        <span class="muted">${amount?.basis ? this.t(`basis.${amount.basis}`) : nothing}</span></span>
    </li>`;
  }

  private deals() {
    const { network, firm } = this;
    const size = (id: string) => statedAmount(network.getEdgeAttributes(id))?.usd ?? -1;
    const ids = network.edges(firm).toSorted((a, b) => size(b) - size(a));
    return html`<div class="section-head"><h3>${this.t('deals.title')}</h3><span class="muted">${ids.length}</span></div>
      ${
        ids.length === 0
          ? html`<p class="muted">${this.t('deals.none')}</p>`
          : html`<ul class="deals">${ids.map((id) => this.deal(id, network.getEdgeAttributes(id)))}</ul>`
      }`;
  }

  private head(firm: Firm) {
    const place = [
      word(this.language, 'layer', firm.layer),
      firm.aggregate ? this.t('firm.aggregate') : '',
      firm.ticker ?? (firm.listed === false ? this.t('firm.private') : ''),
      firm.country ?? '',
    ];
    return html`<div class="card-head"><div>
      <h2>${inLanguage(this.language, firm.name)}</h2>
      <p class="muted">${place.filter(Boolean).join(' · ')}</p>
    </div>${this.close()}</div>`;
  }

  private actions(firm: Firm) {
    if (firm.aggregate) return nothing;
    return html`<p class="actions"><button data-action="shock-firm" @click=${() =>
      this.dispatch({
        type: 'shock',
        index: 0,
        shock: { kind: 'revenue', firm: firm.id, size: 0.5 },
      })}
      >${this.t('firm.shock')}</button></p>`;
  }

  override render() {
    const { network, language } = this;
    if (!network.hasNode(this.firm))
      return html`<div class="card-head"><h2>${this.firm}</h2>${this.close()}</div>`;
    const firm = network.getNodeAttributes(this.firm);
    const outcome = this.cascade?.firms.find(({ id }) => id === this.firm);
    return html`<article class="card" data-card="firm" data-id=${firm.id}>
      ${this.head(firm)}
      ${outcome ? this.outcome(outcome) : nothing}
      ${this.actions(firm)}
      ${
        outcome
          ? html`<cb-ledger .language=${language} .dispatch=${this.dispatch} .network=${network} .outcome=${outcome} .round=${this.round}></cb-ledger>${this.paths(outcome)}${this.paid(outcome)}`
          : nothing
      }
      ${this.deals()}
      <div class="section-head"><h3>${this.t('firm.facts')}</h3>${
        firm.confidence
          ? html`<span class="muted">${this.t(`confidence.${firm.confidence}`)}</span>`
          : nothing
      }</div>
      ${firmFigures(language, firm, network.getAttribute('asOf'))}
      ${firm.note ? html`<p class="note" lang="en">${firm.note}</p>` : nothing}
      <h3>${this.t('sources.title')}</h3>
      ${sourceList(language, network, firm.sources ?? [])}
    </article>`;
  }
}
