export { type BacktestOptions, backtest } from './analysis/backtest/backtest.ts';
export { type Backtest, backtestSchema } from './analysis/backtest/backtest-schema.ts';
export type { EventBook, MarketEvent, Move } from './analysis/backtest/event-schema.ts';
export { readEvents } from './analysis/backtest/read-events.ts';
export { breakPoints } from './analysis/breakpoint/break-points.ts';
export {
  type BreakPoints,
  breakPointsSchema,
  type SmallestShocks,
  smallestShocksSchema,
} from './analysis/breakpoint/breakpoint-schema.ts';
export { type SmallestOptions, smallestShocks } from './analysis/breakpoint/smallest-shocks.ts';
export type { Adapter, Reading } from './analysis/compare/adapter.ts';
export { ADAPTERS } from './analysis/compare/adapters.ts';
export { type CompareOptions, compare } from './analysis/compare/compare.ts';
export { type Comparison, comparisonSchema } from './analysis/compare/comparison.ts';
export type { FirebreakChoice } from './analysis/firebreak/choices.ts';
export { type FirebreakOptions, firebreak } from './analysis/firebreak/firebreak.ts';
export { type Firebreak, firebreakSchema } from './analysis/firebreak/firebreak-schema.ts';
export { incidence } from './analysis/incidence/incidence.ts';
export { type Incidence, incidenceSchema } from './analysis/incidence/incidence-schema.ts';
export { type FirePathOptions, firePaths } from './analysis/paths/fire-paths.ts';
export {
  type FirePath,
  type FirePaths,
  firePathsSchema,
} from './analysis/paths/fire-paths-schema.ts';
export { type SensitivityOptions, sensitivity } from './analysis/sensitivity/sensitivity.ts';
export { type Sensitivity, sensitivitySchema } from './analysis/sensitivity/sensitivity-schema.ts';
export { type SystemicOptions, systemic } from './analysis/systemic/systemic.ts';
export { type Systemic, systemicSchema } from './analysis/systemic/systemic-schema.ts';
export { type TimeMachineOptions, timeMachine } from './analysis/time/time-machine.ts';
export {
  type Timeline,
  type TimelineDay,
  timelineSchema,
} from './analysis/time/timeline-schema.ts';
export { type UncertaintyOptions, uncertainty } from './analysis/uncertainty/uncertainty.ts';
export {
  type Uncertainty,
  uncertaintySchema,
} from './analysis/uncertainty/uncertainty-schema.ts';
export type { Cascade, Cause, FirmOutcome, LedgerLine, Receipt } from './contagion/cascade.ts';
export { cascadeSchema } from './contagion/cascade.ts';
export { type FirmGap, type GapTable, gap } from './contagion/gap.ts';
export type { Model } from './contagion/model.ts';
export { MODELS } from './contagion/models.ts';
export { type PathRun, type PathYear, pathSchema } from './contagion/path/path-schema.ts';
export { simulatePath } from './contagion/path/simulate-path.ts';
export { problemJsonSchema } from './contagion/problem-json-schema.ts';
export { PUBLISHED, PUBLISHED_IDS, type PublishedId } from './contagion/published/published.ts';
export type { PublishedModel } from './contagion/published/published-model.ts';
export { simulate, simulator } from './contagion/simulate.ts';
export { type Answer, type Problem, solve, solveDocument } from './contagion/solve.ts';
export { ChainError, DataError, DataErrors, ModelError, ScenarioError } from './errors.ts';
export { loadEvents } from './io/events-file.ts';
export { jsonSchemas } from './io/json-schema.ts';
export { writeNetwork } from './io/write-network.ts';
export { type BookOptions, orderBook } from './measures/book/book.ts';
export { type OrderBook, orderBookSchema } from './measures/book/order-book.ts';
export { type CircularityOptions, circularity } from './measures/circularity/circularity.ts';
export {
  type Circularity,
  circularitySchema,
} from './measures/circularity/circularity-document.ts';
export { type ExposureOptions, exposure } from './measures/exposure/exposure.ts';
export { type Exposure, exposureSchema } from './measures/exposure/exposure-schema.ts';
export { firmMatrix } from './measures/exposure/firm-matrix.ts';
export { type FirmMatrix, firmMatrixSchema } from './measures/exposure/firm-matrix-schema.ts';
export { MEASURES } from './measures/measures.ts';
export { type RankOptions, rank } from './measures/rank.ts';
export { type Ranking, rankingSchema } from './measures/ranking.ts';
export type { Network, NetworkAttributes } from './network/graph.ts';
export { loadDocument, loadNetwork } from './network/load.ts';
export { parseNetwork, toDocument } from './network/parse.ts';
export { maximumEntropy } from './network/reconstruct/maximum-entropy.ts';
export { minimumDensity } from './network/reconstruct/minimum-density.ts';
export type {
  Deal,
  Debt,
  Equity,
  Firm,
  NetworkDocument,
  Order,
  Source,
} from './network/schema.ts';
export { fromLink, toLink } from './scenario/link.ts';
export { loadPresets, loadScenario } from './scenario/load-scenario.ts';
export { parseScenario } from './scenario/parse-scenario.ts';
export { parseShock } from './scenario/parse-shock.ts';
export type { Scenario, Shock } from './scenario/schema.ts';
