import type { LayerTone } from '../theme/tokens.ts';

interface LayerLook {
  /** Null: a layer that the palette doesn't know is drawn in plain text colour. */
  readonly tone: LayerTone | null;
  readonly glyph: string;
}

const LOOKS: Readonly<Record<string, LayerLook>> = {
  capital: { tone: 'capital', glyph: 'K' },
  models: { tone: 'models', glyph: 'M' },
  middleware: { tone: 'apps', glyph: 'A' },
  apps: { tone: 'apps', glyph: 'A' },
  users: { tone: 'apps', glyph: 'A' },
  compute: { tone: 'compute', glyph: 'C' },
  upstream: { tone: 'upstream', glyph: 'U' },
  energy: { tone: 'energy', glyph: 'E' },
};

/** How a layer looks; an unknown layer gets its own first letter. */
export const layerLook = (layer: string): LayerLook =>
  LOOKS[layer] ?? { tone: null, glyph: layer.charAt(0).toUpperCase() };
