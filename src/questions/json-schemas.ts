import * as z from 'zod/mini';
import { networkSchema } from '../data/schema.ts';
import { cascadeSchema } from '../models/cascade.ts';
import { scenarioSchema } from '../scenario/schema.ts';
import { backtestSchema } from './backtest/backtest-schema.ts';
import { incidenceSchema } from './bearers/incidence-schema.ts';
import { orderBookSchema } from './book/order-book.ts';
import { breakPointsSchema, smallestShocksSchema } from './breakpoint/breakpoint-schema.ts';
import { comparisonSchema } from './compare/comparison.ts';
import { firebreakSchema } from './cut/firebreak-schema.ts';
import { exposureSchema } from './exposure/exposure-schema.ts';
import { firmMatrixSchema } from './exposure/firm-matrix-schema.ts';
import { firePathsSchema } from './fire-paths/fire-paths-schema.ts';
import { circularitySchema } from './loops/circularity-document.ts';
import { pathSchema } from './path/path-schema.ts';
import { pathsSchema } from './paths/paths-schema.ts';
import { rankingSchema } from './rank/ranking.ts';
import { sensitivitySchema } from './sensitivity/sensitivity-schema.ts';
import { systemicSchema } from './systemic/systemic-schema.ts';
import { timelineSchema } from './timeline/timeline-schema.ts';
import { uncertaintySchema } from './uncertain/uncertainty-schema.ts';

/** JSON Schema (draft 2020-12) of each document: what is read as it may be written, what is put out as it is. */
export const jsonSchemas = () => ({
  network: z.toJSONSchema(networkSchema, { io: 'input' }),
  scenario: z.toJSONSchema(scenarioSchema, { io: 'input' }),
  cascade: z.toJSONSchema(cascadeSchema),
  firePaths: z.toJSONSchema(firePathsSchema),
  incidence: z.toJSONSchema(incidenceSchema),
  timeline: z.toJSONSchema(timelineSchema),
  path: z.toJSONSchema(pathSchema),
  paths: z.toJSONSchema(pathsSchema),
  sensitivity: z.toJSONSchema(sensitivitySchema),
  uncertainty: z.toJSONSchema(uncertaintySchema),
  backtest: z.toJSONSchema(backtestSchema),
  exposure: z.toJSONSchema(exposureSchema),
  'firm-matrix': z.toJSONSchema(firmMatrixSchema),
  'break-points': z.toJSONSchema(breakPointsSchema),
  'smallest-shocks': z.toJSONSchema(smallestShocksSchema),
  firebreak: z.toJSONSchema(firebreakSchema),
  circularity: z.toJSONSchema(circularitySchema),
  comparison: z.toJSONSchema(comparisonSchema),
  'order-book': z.toJSONSchema(orderBookSchema),
  systemic: z.toJSONSchema(systemicSchema),
  ranking: z.toJSONSchema(rankingSchema),
});
