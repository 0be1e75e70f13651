import type { Network } from '../../src/data/graph.ts';
import type { Language } from '../../src/tell/words/languages.ts';
import type { Layout, Moment } from '../style/picture.ts';
import type { Selection } from '../style/selection.ts';

/** All that a drawing of the map depends on. */
export interface MapModel {
  readonly network: Network;
  readonly layout: Layout;
  readonly moment: Moment;
  readonly language: Language;
  readonly selection: Selection | null;
  readonly hover: Selection | null;
  readonly stage: { readonly width: number; readonly height: number };
}

/** What changed: where things stand, which are in front, or only how they look. */
export type Change = 'layout' | 'order' | 'look';

export interface RendererEvents {
  onSelect(selection: Selection | null): void;
  onHover(selection: Selection | null): void;
}

/** A way to draw the map: WebGL, or a plain drawing where there is none. */
export interface Renderer {
  update(model: MapModel, change: Change): void;
  fit(): void;
  zoom(factor: number): void;
  pan(dx: number, dy: number): void;
  destroy(): void;
}
