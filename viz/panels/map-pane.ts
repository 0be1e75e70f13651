import { html, nothing } from 'lit';
import type { Network } from '../../src/data/graph.ts';
import type { Cascade } from '../../src/models/cascade.ts';
import type { MapView } from '../map/map.ts';
import type { MapFilter } from '../style/core-set.ts';
import type { Lens } from '../style/lens.ts';
import type { Selection } from '../style/selection.ts';
import { frameAt } from '../style/timeline.ts';
import type { ThemeName } from '../theme/tokens.ts';
import { type IconName, icon } from './icon.ts';
import { fields, Panel } from './panel.ts';

/** The map in its frame, with search and zoom. Painting is imperative: the panel only says when. */
export class MapPane extends Panel {
  static override properties = {
    ...Panel.properties,
    ...fields('network', 'cascade', 'position', 'selection', 'lit', 'themeName', 'filter', 'lens'),
    broken: { state: true },
  };

  declare network: Network;
  declare cascade: Cascade | null;
  declare position: number;
  declare selection: Selection | null;
  declare lit: readonly string[];
  declare themeName: ThemeName;
  declare filter: MapFilter;
  declare lens: Lens;
  declare broken: boolean;

  private map: MapView | undefined;

  private opening = false;

  /** The drawing comes in a script of its own: sentence, figures and tables don't wait for it. */
  private async open(): Promise<void> {
    this.opening = true;
    const { createMap } = await import('../map/map.ts');
    const container = this.querySelector<HTMLElement>('.map-canvas');
    this.opening = false;
    if (!container || !this.isConnected) return;
    this.map = createMap(container, {
      network: this.network,
      theme: this.themeName,
      language: this.language,
      filter: this.filter,
      lens: this.lens,
      onFallback: () => {
        this.broken = true;
      },
      onSelect: (selection) => this.dispatch({ type: 'select', selection }),
    });
    this.map.select(this.selection);
    this.map.light(this.lit);
    this.paint();
  }

  private paint(): void {
    this.map?.paint(this.cascade ? frameAt(this.cascade, this.position) : null);
  }

  protected override updated(changes = new Map<string, unknown>()): void {
    super.updated();
    const { map } = this;
    if (!map) {
      if (!this.opening) void this.open();
      return;
    }
    if (changes.has('network')) map.setNetwork(this.network);
    if (changes.has('themeName')) map.setTheme(this.themeName);
    if (changes.has('filter')) map.setFilter(this.filter);
    if (changes.has('lens')) map.setLens(this.lens);
    if (changes.has('language')) map.setLanguage(this.language);
    if (changes.has('selection') || changes.has('network')) map.select(this.selection);
    if (changes.has('lit')) map.light(this.lit);
    this.paint();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.map?.destroy();
    this.map = undefined;
  }

  override render() {
    const tool = (
      name: string,
      key: 'map.zoomIn' | 'map.zoomOut' | 'map.fit',
      sign: IconName,
      act: () => void,
    ) =>
      html`<button class="icon" data-action=${name} title=${this.t(key)} aria-label=${this.t(key)} @click=${act}>${icon(sign)}</button>`;
    return html`<div class="map-tools">
        <cb-search .language=${this.language} .dispatch=${this.dispatch} .network=${this.network}></cb-search>
        <div class="map-zoom">
          ${tool('zoom-out', 'map.zoomOut', 'out', () => this.map?.zoom(1 / 1.5))}
          ${tool('zoom-in', 'map.zoomIn', 'in', () => this.map?.zoom(1.5))}
          ${tool('fit', 'map.fit', 'fit', () => this.map?.fit())}
        </div>
      </div>
      <div class="map-canvas"></div>
      ${this.broken ? html`<p class="map-broken">${this.t('notice.noMap')}</p>` : nothing}`;
  }
}
