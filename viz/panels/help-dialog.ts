import { html } from 'lit';
import type { Key } from '../../src/tell/words/words.ts';
import { fields, Panel } from './panel.ts';

const KEYS: readonly (readonly [string, Key])[] = [
  ['Space', 'help.space'],
  ['← →', 'help.arrows'],
  ['Home End', 'help.homeEnd'],
  ['[ ]', 'help.brackets'],
  ['1 2 3', 'help.views'],
  ['/', 'help.search'],
  ['s', 'help.shock'],
  ['x', 'help.cut'],
  ['Esc', 'help.escape'],
  ['?', 'help.help'],
];

/** Every key of the page in one list. */
export class HelpDialog extends Panel {
  static override properties = { ...Panel.properties, ...fields('onClose') };

  declare onClose: () => void;

  protected override firstUpdated(): void {
    this.querySelector('dialog')?.showModal();
  }

  override render() {
    return html`<dialog class="dialog" data-dialog="help" aria-labelledby="help-title" @close=${this.onClose}>
      <div class="card-head"><h2 id="help-title">${this.t('help.title')}</h2>
        <form method="dialog"><button class="icon" aria-label=${this.t('dialog.close')}>✕</button></form></div>
      <dl class="keys">${KEYS.map(
        ([keys, meaning]) =>
          html`<div><dt>${keys.split(' ').map((key) => html`<kbd>${key}</kbd> `)}</dt><dd>${this.t(meaning)}</dd></div>`,
      )}</dl>
      <p class="muted">${this.t('help.singleKeys')}</p>
    </dialog>`;
  }
}
