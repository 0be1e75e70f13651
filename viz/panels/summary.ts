import { html, nothing } from 'lit';
import type { Network } from '../../src/data/graph.ts';
import type { Cascade, FirmOutcome } from '../../src/models/cascade.ts';
import { lossMoney } from '../../src/tell/money.ts';
import { percent } from '../i18n/number.ts';
import { losersInOrder } from './count-losers.ts';
import { fields, Panel } from './panel.ts';
import { firmName } from './sentence-text.ts';

const SHOWN = 14;

/** What stands in the inspector while nothing is selected: who loses most. */
export class Summary extends Panel {
  static override properties = { ...Panel.properties, ...fields('network', 'cascade') };

  declare network: Network;
  declare cascade: Cascade;

  private row(outcome: FirmOutcome, largest: number) {
    const share = outcome.lossFraction;
    return html`<li><button class="loser" data-firm=${outcome.id} @click=${() =>
      this.dispatch({ type: 'select', selection: { kind: 'firm', id: outcome.id } })}>
      <span class="who">${firmName(this.language, this.network, outcome.id)}${
        outcome.status === 'failed'
          ? html` <span class="outcome" data-outcome="failed">${this.t('outcome.failed')}</span>`
          : nothing
      }</span>
      <span class="numeric">${lossMoney(this.language, outcome.lossUsd)}</span>
      <span class="numeric muted">${share === null ? '' : percent(share)}</span>
      <span class="bar" style=${`--share: ${outcome.lossUsd / largest}`}></span>
    </button></li>`;
  }

  override render() {
    const losers = losersInOrder(this.cascade);
    return html`<div class="section-head"><h2>${this.t('summary.losses')}</h2></div>
      <ol class="losers">${losers.slice(0, SHOWN).map((outcome) => this.row(outcome, losers[0]!.lossUsd))}</ol>
      <p><button class="link" @click=${() => this.dispatch({ type: 'view', view: 'firms' })}>${this.t('summary.more')}</button></p>`;
  }
}
