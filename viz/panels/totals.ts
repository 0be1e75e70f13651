import { html, nothing } from 'lit';
import type { Network } from '../../src/data/graph.ts';
import type { Cascade } from '../../src/models/cascade.ts';
import { money } from '../../src/tell/money.ts';
import type { Key } from '../../src/tell/words/words.ts';
import { times } from '../i18n/number.ts';
import { sayCount } from '../i18n/say.ts';
import { countLosers, imputedCarriers, lossOfUnknown } from './count-losers.ts';
import { fields, Panel } from './panel.ts';
import { dealName } from './sentence-text.ts';

/** The figures beside the headline, each with what it means. */
export class Totals extends Panel {
  static override properties = { ...Panel.properties, ...fields('cascade', 'network') };

  declare cascade: Cascade;
  declare network: Network | null;

  private item(name: string, figure: string, label: string, help: string) {
    return html`<div class="total" data-total=${name} title=${help}>
      <dd>${figure}</dd><dt>${label}<span class="hidden">. ${help}</span></dt>
    </div>`;
  }

  private usd(name: 'gross' | 'owners' | 'first', usd: number) {
    const label = this.t(`totals.${name}`);
    const help = this.t(`totals.${name}.help` as Key);
    return this.item(name, money(this.language, usd), label, help);
  }

  /** How much of the result rests on dollars that nobody stated, and on which deal most. */
  private imputed() {
    const carriers = imputedCarriers(this.cascade);
    const [first] = carriers;
    if (!first) return nothing;
    const usd = money(
      this.language,
      carriers.reduce((sum, { lossUsd }) => sum + lossUsd, 0),
    );
    const deal = dealName(this.language, this.network, first.id);
    const help = this.t('totals.imputed.help', { deal });
    return html`<div class="total" data-total="imputed" title=${help}>
      <dt><button class="link" @click=${() =>
        this.dispatch({
          type: 'select',
          selection: { kind: 'deal', id: first.id },
        })}>${this.t('totals.imputed', { usd })}</button><span class="hidden">. ${help}</span></dt>
    </div>`;
  }

  override render() {
    const { grossLossUsd, ownersLossUsd, firstLossUsd, amplification } = this.cascade.totals;
    const { failed } = countLosers(this.cascade);
    const unknownUsd = lossOfUnknown(this.cascade);
    const help = this.t('totals.amplification.help', {
      gross: money(this.language, grossLossUsd),
      first: money(this.language, firstLossUsd),
    });
    return html`<dl class="totals">
      ${
        amplification === null
          ? nothing
          : this.item('amplification', times(amplification), this.t('totals.amplification'), help)
      }
      ${this.usd('gross', grossLossUsd)} ${this.usd('owners', ownersLossUsd)}
      ${this.usd('first', firstLossUsd)}
      ${
        unknownUsd === 0
          ? nothing
          : html`<div class="total" data-total="unknown"><dt>${this.t('totals.unknown', { usd: money(this.language, unknownUsd) })}</dt></div>`
      }
      ${this.imputed()}
      ${
        failed === 0
          ? nothing
          : html`<div class="total failed"><dd>${sayCount(this.language, 'totals.failed', failed)}</dd></div>`
      }
    </dl>`;
  }
}
