import { html, nothing } from 'lit';
import type { Network } from '../../src/data/graph.ts';
import type { FirmOutcome } from '../../src/models/cascade.ts';
import { type LedgerGroup, ledgerGroups } from '../../src/models/ledger-groups.ts';
import { lossMoney } from '../../src/tell/money.ts';
import { word } from '../i18n/say.ts';
import { fields, Panel } from './panel.ts';
import { firmName } from './sentence-text.ts';

const SHOWN = 7;

/** Who lit a firm, in dollars, by cause and deal; that the lines add up, the engine checked in the run. */
export class Ledger extends Panel {
  static override properties = {
    ...Panel.properties,
    ...fields('outcome', 'network', 'round'),
    whole: { state: true },
  };

  declare outcome: FirmOutcome;
  declare network: Network;
  /** Rounds up to this one have been played; later lines stand back. */
  declare round: number;
  declare whole: boolean;

  private origin({ cause, deal, firm }: LedgerGroup) {
    const { language, network } = this;
    const instrument =
      deal && network.hasEdge(deal)
        ? word(language, 'instrument', network.getEdgeAttribute(deal, 'instrument'))
        : '';
    const name = firm ? firmName(language, network, firm) : this.t(`cause.${cause}`);
    const detail = [firm ? this.t(`cause.${cause}`) : '', instrument].filter(Boolean).join(' · ');
    const text = html`<span class="who">${name}</span><span class="muted">${detail}</span>`;
    if (!deal) return text;
    return html`<button class="link row-link" @click=${() =>
      this.dispatch({ type: 'select', selection: { kind: 'deal', id: deal } })}>${text}</button>`;
  }

  private line(group: LedgerGroup, largest: number) {
    const rounds =
      group.firstRound === group.lastRound
        ? `${group.firstRound}`
        : `${group.firstRound}–${group.lastRound}`;
    const later = group.firstRound > this.round;
    return html`<tr class=${later ? 'later' : ''} data-ledger-usd=${group.usd} data-cause=${group.cause}>
      <td>${this.origin(group)}<span class="bar" style=${`--share: ${Math.max(0, group.usd) / largest}`}></span></td>
      <td class="numeric muted">${rounds}</td>
      <td class="numeric">${lossMoney(this.language, group.usd)}</td>
    </tr>`;
  }

  override render() {
    const { outcome } = this;
    const groups = ledgerGroups(outcome.ledger);
    if (groups.length === 0) return html`<p class="muted">${this.t('ledger.none')}</p>`;
    const largest = Math.max(1, groups[0]!.usd);
    const shown = this.whole || groups.length <= SHOWN + 1 ? groups : groups.slice(0, SHOWN);
    const hidden = groups.length - shown.length;
    const hiddenUsd = groups.slice(shown.length).reduce((sum, { usd }) => sum + usd, 0);
    return html`<div class="section-head"><h3>${this.t('ledger.title')}</h3><span class="badge ok" data-adds-up="true">✓ ${this.t('ledger.adds')}</span></div>
      <table class="ledger">
        <thead class="muted"><tr><th scope="col">${this.t('ledger.cause')}</th><th scope="col" class="numeric">${this.t('ledger.rounds')}</th><th scope="col" class="numeric">${this.t('ledger.amount')}</th></tr></thead>
        <tbody>
          ${shown.map((group) => this.line(group, largest))}
          ${
            hidden === 0
              ? nothing
              : html`<tr><td><button class="link" @click=${() => {
                  this.whole = true;
                }}>+ ${hidden}</button></td><td></td><td class="numeric">${lossMoney(this.language, hiddenUsd)}</td></tr>`
          }
        </tbody>
        <tfoot><tr><th scope="row">${this.t('ledger.total')}</th><td></td><td class="numeric" data-ledger-total>${lossMoney(this.language, outcome.lossUsd)}</td></tr></tfoot>
      </table>`;
  }
}
