import { html, nothing } from 'lit';
import { lossMoney } from '../../../src/tell/money.ts';
import { percent } from '../../i18n/number.ts';
import { say } from '../../i18n/say.ts';
import { fields } from '../../panels/panel.ts';
import { QuickBand } from './quick-band.ts';

/** The band of one firm's loss, and in how many draws it fails. */
export class FirmBand extends QuickBand {
  static override properties = { ...QuickBand.properties, ...fields('firm') };

  declare firm: string;

  override render() {
    const found = this.known()?.firms.find(({ id }) => id === this.firm);
    if (!found?.valueKnown || found.lossUsd.quantiles.at(-1) === 0) return nothing;
    const { language } = this;
    const [low, , , , high] = found.lossUsd.quantiles.map((usd) => lossMoney(language, usd));
    return html`<p class="muted" data-firm-band>${say(language, 'view.bands.firm', { low: low!, high: high! })}${
      found.failure === 0
        ? nothing
        : html` · ${say(language, 'view.bands.firmFails', { share: percent(found.failure) })}`
    }</p>`;
  }
}
