import { html } from 'lit';
import type { Network } from '../../src/data/graph.ts';
import { inLanguage } from '../../src/tell/words/languages.ts';
import { fields, Panel } from './panel.ts';

/** The firm that a reader means: an exact name, id or ticker first, then the start of a name. */
export const findFirm = (network: Network, text: string): string | undefined => {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return undefined;
  const namesOf = (id: string): readonly string[] => {
    const { name, ticker } = network.getNodeAttributes(id);
    return [id, name.en, name.zh ?? '', ticker ?? ''].map((word) => word.toLowerCase());
  };
  const ids = network.nodes();
  return (
    ids.find((id) => namesOf(id).includes(wanted)) ??
    ids.find((id) => namesOf(id).some((name) => name.startsWith(wanted))) ??
    ids.find((id) => namesOf(id).some((name) => name.includes(wanted)))
  );
};

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
