import { html, nothing } from 'lit';
import type { Cascade } from '../../src/models/cascade.ts';
import { fields, Panel } from './panel.ts';

/** The link that holds the whole run, and the receipt that tells whether it came out the same. */
export class ShareDialog extends Panel {
  static override properties = {
    ...Panel.properties,
    ...fields('link', 'sentence', 'cascade', 'onClose'),
    copied: { state: true },
  };

  declare link: string;
  declare sentence: string;
  declare cascade: Cascade;
  declare onClose: () => void;
  declare copied: boolean;

  protected override firstUpdated(): void {
    this.querySelector('dialog')?.showModal();
    void this.copy();
  }

  private async copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(this.link);
      this.copied = true;
    } catch {
      this.querySelector('textarea')?.select();
    }
  }

  override render() {
    const { engine, network, resultHash } = this.cascade.receipt;
    return html`<dialog class="dialog" data-dialog="share" aria-labelledby="share-title" @close=${this.onClose}>
      <div class="card-head"><h2 id="share-title">${this.t('share.title')}</h2>
        <form method="dialog"><button class="icon" aria-label=${this.t('dialog.close')}>✕</button></form></div>
      <p>${this.t('share.text')}</p>
      <label for="share-link">${this.t('share.link')}</label>
      <textarea id="share-link" readonly rows="4" @focus=${(event: Event) => (event.target as HTMLTextAreaElement).select()}>${this.link}</textarea>
      <p class="actions"><button class="primary" data-action="copy" @click=${this.copy}>${this.t('share.copy')}</button>
        <span role="status">${this.copied ? `✓ ${this.t('share.copied')}` : nothing}</span></p>
      <p class="share-sentence">${this.sentence}</p>
      <dl class="facts">
        <div class="fact"><dt>${this.t('share.hash')}</dt><dd><code data-hash="result">${resultHash}</code></dd></div>
        <div class="fact"><dt>${this.t('share.data')}</dt><dd><code data-hash="data">${network.hash}</code></dd></div>
        <div class="fact"><dt>${this.t('share.engine')}</dt><dd><code>${engine}</code></dd></div>
      </dl>
      <p class="muted">${this.t('share.same')} ${this.t('sentence.notForecast')}</p>
    </dialog>`;
  }
}
