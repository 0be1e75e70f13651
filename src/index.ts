export {
  ChainError,
  DataError,
  DataErrors,
  LedgerError,
  ModelError,
  ScenarioError,
} from './base/errors.ts';
export { writeNetwork } from './data/formats/write-network.ts';
export type { Network, NetworkAttributes } from './data/graph.ts';
export { toDocument } from './data/parse.ts';
export type {
  Deal,
  Debt,
  Equity,
  Firm,
  NetworkDocument,
  Order,
  Source,
} from './data/schema.ts';
export { MEASURES } from './measures/measures.ts';
export type { Cascade, Cause, FirmOutcome, LedgerLine } from './models/cascade.ts';
export { cascadeSchema } from './models/cascade.ts';
export { simulate, simulator } from './models/chained-boats/simulate.ts';
export type { Model } from './models/model.ts';
export { MODELS } from './models/models.ts';
export type { Adapter, Reading } from './models/on-web/adapter.ts';
export { ADAPTERS } from './models/on-web/adapters.ts';
export type { PublishedModel } from './models/problem/published-model.ts';
export { PUBLISHED, PUBLISHED_IDS, type PublishedId } from './models/published.ts';
export { loadDocument, loadNetwork, parseNetwork } from './models/read-web.ts';
export { maximumEntropy } from './numerics/reconstruct/maximum-entropy.ts';
export { minimumDensity } from './numerics/reconstruct/minimum-density.ts';
export { type BacktestOptions, backtest } from './questions/backtest/backtest.ts';
export { type Backtest, backtestSchema } from './questions/backtest/backtest-schema.ts';
export type { EventBook, MarketEvent, Move } from './questions/backtest/event-schema.ts';
export { loadEvents } from './questions/backtest/load-events.ts';
export { readEvents } from './questions/backtest/read-events.ts';
export { incidence } from './questions/bearers/incidence.ts';
export { type Incidence, incidenceSchema } from './questions/bearers/incidence-schema.ts';
export { type BookOptions, orderBook } from './questions/book/book.ts';
export { type OrderBook, orderBookSchema } from './questions/book/order-book.ts';
export { breakPoints } from './questions/breakpoint/break-points.ts';
export {
  type BreakPoints,
  breakPointsSchema,
  type SmallestShocks,
  smallestShocksSchema,
} from './questions/breakpoint/breakpoint-schema.ts';
export { type SmallestOptions, smallestShocks } from './questions/breakpoint/smallest-shocks.ts';
export { type CompareOptions, compare } from './questions/compare/compare.ts';
export { type Comparison, comparisonSchema } from './questions/compare/comparison.ts';
export type { FirebreakChoice } from './questions/cut/choices.ts';
export { type FirebreakOptions, firebreak } from './questions/cut/firebreak.ts';
export { type Firebreak, firebreakSchema } from './questions/cut/firebreak-schema.ts';
export { type ExposureOptions, exposure } from './questions/exposure/exposure.ts';
export { type Exposure, exposureSchema } from './questions/exposure/exposure-schema.ts';
export { firmMatrix } from './questions/exposure/firm-matrix.ts';
export { type FirmMatrix, firmMatrixSchema } from './questions/exposure/firm-matrix-schema.ts';
export { type FirePathOptions, firePaths } from './questions/fire-paths/fire-paths.ts';
export {
  type FirePath,
  type FirePaths,
  firePathsSchema,
} from './questions/fire-paths/fire-paths-schema.ts';
export { type FirmGap, type GapTable, gap } from './questions/gap/gap.ts';
export { jsonSchemas } from './questions/json-schemas.ts';
export { type CircularityOptions, circularity } from './questions/loops/circularity.ts';
export {
  type Circularity,
  circularitySchema,
} from './questions/loops/circularity-document.ts';
export { type PathRun, type PathYear, pathSchema } from './questions/path/path-schema.ts';
export { simulatePath } from './questions/path/simulate-path.ts';
export { type PathsOptions, paths } from './questions/paths/paths.ts';
export { type Paths, pathsSchema } from './questions/paths/paths-schema.ts';
export { type RankOptions, rank } from './questions/rank/rank.ts';
export { type Ranking, rankingSchema } from './questions/rank/ranking.ts';
export { type SensitivityOptions, sensitivity } from './questions/sensitivity/sensitivity.ts';
export { type Sensitivity, sensitivitySchema } from './questions/sensitivity/sensitivity-schema.ts';
export { problemJsonSchema } from './questions/solve/problem-json-schema.ts';
export { type Answer, type Problem, solve, solveDocument } from './questions/solve/solve.ts';
export { type SystemicOptions, systemic } from './questions/systemic/systemic.ts';
export { type Systemic, systemicSchema } from './questions/systemic/systemic-schema.ts';
export { type TimeMachineOptions, timeMachine } from './questions/timeline/time-machine.ts';
export {
  type Timeline,
  type TimelineDay,
  timelineSchema,
} from './questions/timeline/timeline-schema.ts';
export { type UncertaintyOptions, uncertainty } from './questions/uncertain/uncertainty.ts';
export {
  type Uncertainty,
  uncertaintySchema,
} from './questions/uncertain/uncertainty-schema.ts';
export { fromLink, toLink } from './scenario/link.ts';
export { loadPresets, loadScenario } from './scenario/load-scenario.ts';
export { parseScenario } from './scenario/parse-scenario.ts';
export { parseShock } from './scenario/parse-shock.ts';
export type { Receipt, Scenario, Shock } from './scenario/schema.ts';
