import { html, nothing } from 'lit';
import type { Cascade } from '../../src/contagion/cascade.ts';
import type { MessageKey } from '../i18n/en.ts';
import { money } from '../i18n/money.ts';
import { times } from '../i18n/number.ts';
import { sayCount } from '../i18n/say.ts';
import { countLosers, lossOfUnknown } from './count-losers.ts';
import { fields, Panel } from './panel.ts';

/** The figures beside the headline, each with what it means. */
export class Totals extends Panel {
  static override properties = { ...Panel.properties, ...fields('cascade') };

  declare cascade: Cascade;

  private item(name: string, figure: string, label: string, help: string) {
    return html`<div class="total" data-total=${name} title=${help}>
      <dd>${figure}</dd><dt>${label}<span class="hidden">. ${help}</span></dt>
    </div>`;
  }

  private usd(name: 'gross' | 'owners' | 'first', usd: number) {
    const label = this.t(`totals.${name}`);
    const help = this.t(`totals.${name}.help` as MessageKey);
    return this.item(name, money(this.language, usd), label, help);
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
      ${
        failed === 0
          ? nothing
          : html`<div class="total failed"><dd>${sayCount(this.language, 'totals.failed', failed)}</dd></div>`
      }
    </dl>`;
  }
}
