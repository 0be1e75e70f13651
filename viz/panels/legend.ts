import { html, nothing } from 'lit';
import type { Network } from '../../src/data/graph.ts';
import type { Cascade } from '../../src/models/cascade.ts';
import type { Ranking } from '../../src/questions/rank/ranking.ts';
import { money } from '../../src/tell/money.ts';
import { inLanguage } from '../../src/tell/words/languages.ts';
import { sayCount } from '../i18n/say.ts';
import { type MapFilter, type Visible, visibleSet } from '../style/core-set.ts';
import { type DealLook, dealLook } from '../style/deal-style.ts';
import type { LensChoice } from '../style/lens.ts';
import { isLoser } from './count-losers.ts';
import { fields, Panel } from './panel.ts';

const KINDS: readonly DealLook[] = ['order', 'equity', 'debt', 'warrant', 'guarantee'];
const FIRE_STEPS = ['0', '10', '25', '45', '70', '100'];

/** The key to the map; its rows switch the kinds of deals on and off. */
export class Legend extends Panel {
  static override properties = {
    ...Panel.properties,
    ...fields('network', 'cascade', 'filter', 'lens', 'ranking'),
  };

  declare network: Network;
  declare cascade: Cascade | null;
  declare filter: MapFilter;
  declare lens: LensChoice;
  declare ranking: Ranking | null;

  private kind(kind: DealLook, count: number) {
    const on = !this.filter.hiddenKinds.includes(kind);
    return html`<li><button class="legend-row" role="switch" aria-checked=${on ? 'true' : 'false'} data-kind=${kind}
      @click=${() => this.dispatch({ type: 'toggle-kind', kind })}>
      <span class="swatch wide" data-tone=${kind} aria-hidden="true"></span>
      <span>${this.t(`kind.${kind}`)}</span><span class="muted numeric">${count}</span>
    </button></li>`;
  }

  private outside(shown: Visible) {
    const { cascade } = this;
    const out = cascade?.firms.filter((firm) => isLoser(firm) && !shown.firms.has(firm.id)) ?? [];
    if (out.length === 0) return nothing;
    const usd = out.reduce((sum, { lossUsd }) => sum + lossUsd, 0);
    return html`<p class="muted">${sayCount(this.language, 'legend.outside', out.length, { usd: money(this.language, usd) })}</p>`;
  }

  private scope() {
    return html`<div class="segmented" role="group" aria-label=${this.t('legend.scope')}>
      ${(['core', 'all'] as const).map(
        (
          scope,
        ) => html`<button aria-pressed=${this.filter.scope === scope ? 'true' : 'false'} data-scope=${scope}
          title=${scope === 'core' ? this.t('legend.core.help') : nothing}
          @click=${() => this.dispatch({ type: 'scope', scope })}>${this.t(`legend.${scope}`)}</button>`,
      )}
    </div>`;
  }

  private signs() {
    return html`<div class="signs">
      <p class="column"><span class="fire-scale" aria-hidden="true">${FIRE_STEPS.map((share, step) => html`<i style=${`background: var(--fire-${step})`}>${share}</i>`)}</span>
        <span>${this.t('legend.heat')}, %</span></p>
      <p><span class="sign ring-sign" aria-hidden="true"></span>${this.t('legend.ring')}</p>
      <p><span class="sign ash-sign" aria-hidden="true">✕</span>${this.t('legend.ash')}</p>
      <p><span class="sign unknown-sign" aria-hidden="true">?</span>${this.t('legend.unknown')}</p>
    </div>`;
  }

  /** What size and colour stand for. */
  private sizes() {
    const { size, colour } = this.lens;
    if (size === null && colour === null) return html`<p>${this.t('legend.size')}</p>`;
    const title = (id: string): string => {
      const measure = this.ranking?.measures.find((one) => one.id === id);
      return measure === undefined ? id : inLanguage(this.language, measure.title);
    };
    return html`<p data-lens>${size === null ? this.t('legend.size') : this.t('legend.lens.size', { measure: title(size) })}
      ${colour === null ? nothing : this.t('legend.lens.colour', { measure: title(colour) })}
      <button class="link" data-action="no-lens" @click=${() =>
        this.dispatch({
          type: 'lens',
          lens: { size: null, colour: null },
        })}>${this.t('legend.lens.off')}</button></p>`;
  }

  override render() {
    const { network, filter } = this;
    const shown = visibleSet(network, filter);
    const counts = new Map<DealLook, number>();
    network.forEachEdge((_id, deal) => {
      const kind = dealLook(deal);
      counts.set(kind, (counts.get(kind) ?? 0) + 1);
    });
    return html`<section class="legend" aria-label=${this.t('legend.title')}>
      <div class="section-head"><h2>${this.t('legend.title')}</h2></div>
      ${this.scope()}
      <ul class="kinds">${KINDS.filter((kind) => counts.has(kind)).map((kind) => this.kind(kind, counts.get(kind) ?? 0))}</ul>
      <p class="muted">${this.t('legend.shown', {
        firms: shown.firms.size,
        allFirms: network.order,
        deals: shown.deals.size,
        allDeals: network.size,
      })}</p>
      ${this.outside(shown)}
      ${this.signs()}
      <div class="muted stack">${this.sizes()}<p>${this.t('legend.binding')}</p><p>${this.t('legend.hint')}</p></div>
    </section>`;
  }
}
