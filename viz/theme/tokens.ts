export type ThemeName = 'light' | 'dark';

/** The six groups of layers that a reader can tell apart by colour, and by letter. */
export type LayerTone = 'models' | 'compute' | 'apps' | 'energy' | 'capital' | 'upstream';

/** What a deal is, for its line: a warrant is drawn apart from other equity. */
export type DealTone = 'equity' | 'order' | 'debt' | 'warrant';

export interface Theme {
  readonly name: ThemeName;
  readonly bg: string;
  readonly surface: string;
  readonly raised: string;
  readonly text: string;
  readonly text2: string;
  /** Captions: the faintest text allowed. */
  readonly text3: string;
  /** Focus, selection, and the ring of surviving equity. */
  readonly focus: string;
  readonly controlBorder: string;
  /** Decoration only: below 3:1 on purpose. */
  readonly hairline: string;
  /** A burnt-out firm. */
  readonly ash: string;
  readonly layers: Readonly<Record<LayerTone, string>>;
  readonly deals: Readonly<Record<DealTone, string>>;
  /** Steps at 0, 10, 25, 45, 70 and 100 % of equity lost. Warm colours belong to loss alone. */
  readonly fire: readonly [string, string, string, string, string, string];
  /** A step of the fire that is readable as text on every surface. */
  readonly fireText: string;
  readonly action: string;
  readonly actionInk: string;
}

const dark: Theme = {
  name: 'dark',
  bg: '#0B1220',
  surface: '#121B2C',
  raised: '#1A2539',
  text: '#E8EDF6',
  text2: '#A9B6CB',
  text3: '#8797B0',
  focus: '#7FD1FF',
  controlBorder: '#6B7E9E',
  hairline: '#33445F',
  ash: '#8B94A3',
  layers: {
    models: '#CB95FA',
    compute: '#6A7DF0',
    apps: '#23CA9A',
    energy: '#B4F59A',
    capital: '#8C8779',
    upstream: '#F3C6EE',
  },
  deals: { equity: '#8A76EE', order: '#1FB981', debt: '#DAEEEA', warrant: '#EAA0F2' },
  fire: ['#7A2E24', '#B63A22', '#E4572B', '#FF8F3C', '#FFC95C', '#FFF1B8'],
  fireText: '#FF8F3C',
  action: '#FF8F3C',
  actionInk: '#0B1220',
};

const light: Theme = {
  name: 'light',
  bg: '#FAF8F3',
  surface: '#FFFFFF',
  raised: '#F1EDE3',
  text: '#1B2230',
  text2: '#465066',
  text3: '#5F697D',
  focus: '#005FCC',
  controlBorder: '#857C69',
  hairline: '#CFC8B8',
  ash: '#6B7380',
  layers: {
    models: '#4A1486',
    compute: '#2E52C4',
    apps: '#0F8296',
    energy: '#2F5405',
    capital: '#6B5B55',
    upstream: '#7A1857',
  },
  deals: { equity: '#2E2078', order: '#1F7F5B', debt: '#55483E', warrant: '#8B4EBB' },
  fire: ['#F7C873', '#F09A3E', '#E0692A', '#C23B22', '#8F1F1B', '#4F0F12'],
  fireText: '#C23B22',
  action: '#C23B22',
  actionInk: '#FFFFFF',
};

export const themes: Readonly<Record<ThemeName, Theme>> = { light, dark };

const kebab = (name: string): string =>
  name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`).replace(/(\d)/, '-$1');

/**
 * The theme as CSS custom properties: `--bg`, `--text-2`, `--control-border`, `--layer-models`,
 * `--deal-order`, `--fire-0` to `--fire-5`, `--fire-text`, `--action-ink` and so on.
 */
export const cssVariables = (name: ThemeName): Readonly<Record<`--${string}`, string>> => {
  const { name: _, layers, deals, fire, ...plain } = themes[name];
  return Object.fromEntries([
    ...Object.entries(plain).map(([key, colour]) => [`--${kebab(key)}`, colour]),
    ...Object.entries(layers).map(([key, colour]) => [`--layer-${key}`, colour]),
    ...Object.entries(deals).map(([key, colour]) => [`--deal-${key}`, colour]),
    ...fire.map((colour, step) => [`--fire-${step}`, colour]),
  ]);
};
