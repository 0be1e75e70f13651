import type { LayerTone } from '../theme/tokens.ts';

interface LayerLook {
  /** Null: a layer that the palette doesn't know is drawn in plain text colour. */
  readonly tone: LayerTone | null;
  readonly glyph: string;
  readonly name: { readonly en: string; readonly zh: string };
}

const LOOKS: Readonly<Record<string, LayerLook>> = {
  capital: { tone: 'capital', glyph: 'K', name: { en: 'Capital', zh: '资本' } },
  models: { tone: 'models', glyph: 'M', name: { en: 'Models', zh: '模型' } },
  middleware: { tone: 'apps', glyph: 'A', name: { en: 'Middleware', zh: '中间件' } },
  apps: { tone: 'apps', glyph: 'A', name: { en: 'Apps', zh: '应用' } },
  users: { tone: 'apps', glyph: 'A', name: { en: 'Users', zh: '用户' } },
  compute: { tone: 'compute', glyph: 'C', name: { en: 'Compute', zh: '算力' } },
  upstream: { tone: 'upstream', glyph: 'U', name: { en: 'Upstream', zh: '上游' } },
  energy: { tone: 'energy', glyph: 'E', name: { en: 'Energy', zh: '能源' } },
};

/** How a layer looks; an unknown layer gets its own first letter and name. */
export const layerLook = (layer: string): LayerLook => {
  const known = LOOKS[layer];
  if (known !== undefined) return known;
  const name = layer.charAt(0).toUpperCase() + layer.slice(1).replaceAll('-', ' ');
  return { tone: null, glyph: name.charAt(0), name: { en: name, zh: layer } };
};

const SHELF_NAMES: Readonly<Record<string, { readonly en: string; readonly zh: string }>> = {
  clouds: { en: 'Clouds', zh: '云' },
  neoclouds: { en: 'Neoclouds', zh: '新云' },
  chips: { en: 'Chips', zh: '芯片' },
  builders: { en: 'Builders and servers', zh: '建设与服务器' },
  servers: { en: 'Servers', zh: '服务器' },
};

/** The name of a shelf: a part of a layer that has a lane of its own. */
export const shelfName = (shelf: string, language: 'en' | 'zh'): string =>
  SHELF_NAMES[shelf]?.[language] ?? shelf.replaceAll('-', ' ');
