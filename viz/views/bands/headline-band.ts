import { html, nothing } from 'lit';
import { money } from '../../../src/tell/money.ts';
import { say } from '../../i18n/say.ts';
import { QuickBand } from './quick-band.ts';

/** The band of the gross loss beside the headline; opens the view that tells more. */
export class HeadlineBand extends QuickBand {
  override render() {
    const bands = this.known();
    if (bands === null || bands.totals.grossLossUsd.point === 0) return nothing;
    const { language } = this;
    const [low, , middle, , high] = bands.totals.grossLossUsd.quantiles.map((usd) =>
      money(language, usd),
    );
    const help = say(language, 'view.bands.headlineHelp', {
      draws: bands.draws,
      seed: bands.seed,
      middle: middle!,
    });
    return html`<button class="link" data-band title=${help} @click=${() =>
      this.dispatch({
        type: 'view',
        view: 'bands',
      })}>${say(language, 'view.bands.headline', { low: low!, high: high! })}<span
      class="hidden">. ${help}</span></button>`;
  }
}
