import { html } from 'lit';
import type { Network } from '../../src/data/graph.ts';
import { inLanguage } from '../../src/tell/words/languages.ts';
import { findFirm } from './find-firm.ts';
import { fields, Panel } from './panel.ts';

/** Find a firm by either of its names, its id or its ticker. */
export class Search extends Panel {
  static override properties = { ...Panel.properties, ...fields('network') };

  declare network: Network;

  private find(event: Event): void {
    const input = event.target as HTMLInputElement;
    const firm = findFirm(this.network, input.value);
    if (!firm) return;
    this.dispatch({ type: 'select', selection: { kind: 'firm', id: firm } });
    input.value = '';
  }

  override render() {
    const names = this.network.mapNodes((_id, { name }) => inLanguage(this.language, name));
    return html`<input class="search" type="search" id="search" list="firm-names" autocomplete="off"
        placeholder=${this.t('map.search')} aria-label=${this.t('map.search')} aria-keyshortcuts="/"
        @change=${this.find} />
      <datalist id="firm-names">${names.map((name) => html`<option value=${name}></option>`)}</datalist>`;
  }
}
