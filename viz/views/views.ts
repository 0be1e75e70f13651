/** A view besides the map: its element, and the script that defines it when it is first shown. */
export interface LazyView {
  readonly tag: string;
  readonly load: () => Promise<Readonly<Record<string, unknown>>>;
}

/** Views of the web as it stands. */
const OF_WEB = {
  firms: { tag: 'cb-firms-table', load: () => import('../panels/firms-table.ts') },
  deals: { tag: 'cb-deals-table', load: () => import('../panels/deals-table.ts') },
  ranking: { tag: 'cb-ranking', load: () => import('./ranking/ranking-view.ts') },
  matrix: { tag: 'cb-matrix', load: () => import('./matrix/matrix-view.ts') },
  paths: { tag: 'cb-paths', load: () => import('./paths/paths-view.ts') },
  loops: { tag: 'cb-loops', load: () => import('./loops/loops-view.ts') },
  book: { tag: 'cb-book', load: () => import('./book/book-view.ts') },
} as const satisfies Readonly<Record<string, LazyView>>;

/** Views of the scenario: what the run rests on and what would change it. */
const OF_RUN = {
  bands: { tag: 'cb-bands', load: () => import('./bands/bands-view.ts') },
  curve: { tag: 'cb-curve', load: () => import('./curve/curve-view.ts') },
  cuts: { tag: 'cb-cuts', load: () => import('./cuts/cuts-view.ts') },
  tornado: { tag: 'cb-tornado', load: () => import('./tornado/tornado-view.ts') },
  bearers: { tag: 'cb-bearers', load: () => import('./bearers/bearers-view.ts') },
  time: { tag: 'cb-time', load: () => import('./time/time-view.ts') },
  backtest: { tag: 'cb-backtest', load: () => import('./backtest/backtest-view.ts') },
} as const satisfies Readonly<Record<string, LazyView>>;

export const LAZY_VIEWS = { ...OF_WEB, ...OF_RUN };

export type View = 'map' | keyof typeof LAZY_VIEWS;

/** In the order of the tabs. */
export const VIEW_GROUPS: readonly {
  readonly id: 'web' | 'run';
  readonly views: readonly View[];
}[] = [
  { id: 'web', views: ['map', ...(Object.keys(OF_WEB) as View[])] },
  { id: 'run', views: Object.keys(OF_RUN) as View[] },
];

/** The view of that name; the map for a name that nobody knows. */
export const viewNamed = (name: string | null): View =>
  name !== null && Object.hasOwn(LAZY_VIEWS, name) ? (name as View) : 'map';
