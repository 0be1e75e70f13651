/** Fetches the script of a view besides the map when it is first shown; it exports `element`. */
type LoadView = () => Promise<Readonly<Record<string, unknown>>>;

/** Views of the web as it stands. */
const OF_WEB = {
  firms: () => import('../panels/firms-table.ts'),
  deals: () => import('../panels/deals-table.ts'),
  ranking: () => import('./ranking/ranking-view.ts'),
  matrix: () => import('./matrix/matrix-view.ts'),
  paths: () => import('./paths/paths-view.ts'),
  loops: () => import('./loops/loops-view.ts'),
  book: () => import('./book/book-view.ts'),
} as const satisfies Readonly<Record<string, LoadView>>;

/** Views of the scenario: what the run rests on and what would change it. */
const OF_RUN = {
  bands: () => import('./bands/bands-view.ts'),
  curve: () => import('./curve/curve-view.ts'),
  cuts: () => import('./cuts/cuts-view.ts'),
  tornado: () => import('./tornado/tornado-view.ts'),
  bearers: () => import('./bearers/bearers-view.ts'),
  time: () => import('./time/time-view.ts'),
  backtest: () => import('./backtest/backtest-view.ts'),
} as const satisfies Readonly<Record<string, LoadView>>;

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
