import type { LongWork } from '../../src/base/long-work.ts';
import type { Network } from '../../src/data/graph.ts';
import type { NetworkDocument } from '../../src/data/schema.ts';
import type { Scenario } from '../../src/scenario/schema.ts';

/** What a question is about. */
export interface Subject {
  /** The whole book, all days. */
  readonly document: NetworkDocument;
  /** The web as known on the page's day. */
  readonly network: Network;
  readonly scenario: Scenario;
}

/** An analysis: plain options in, a plain document out, at once or in time. */
export type Analysis<Options = never, Answer = unknown> = (
  subject: Subject,
  options: Options,
  follow: LongWork,
) => Answer | Promise<Answer>;

interface AnalysisModule {
  readonly analyse: Analysis;
}

/** Every question that the page can ask its worker; the code of each comes when it is first asked. */
export const ANALYSES = {
  backtest: () => import('./analyses/backtest.ts'),
  bands: () => import('./analyses/bands.ts'),
  bearers: () => import('./analyses/bearers.ts'),
  book: () => import('./analyses/book.ts'),
  curve: () => import('./analyses/curve.ts'),
  cuts: () => import('./analyses/cuts.ts'),
  loops: () => import('./analyses/loops.ts'),
  matrix: () => import('./analyses/matrix.ts'),
  path: () => import('./analyses/path.ts'),
  paths: () => import('./analyses/paths.ts'),
  ranking: () => import('./analyses/ranking.ts'),
  shares: () => import('./analyses/shares.ts'),
  time: () => import('./analyses/time.ts'),
  tornado: () => import('./analyses/tornado.ts'),
} as const satisfies Readonly<Record<string, () => Promise<AnalysisModule>>>;

export type AnalysisKind = keyof typeof ANALYSES;

type Analyse<Kind extends AnalysisKind> = Awaited<ReturnType<(typeof ANALYSES)[Kind]>>['analyse'];

export type OptionsOf<Kind extends AnalysisKind> = Parameters<Analyse<Kind>>[1];
export type AnswerOf<Kind extends AnalysisKind> = Awaited<ReturnType<Analyse<Kind>>>;
