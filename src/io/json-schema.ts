import * as z from 'zod/mini';
import { backtestSchema } from '../analysis/backtest/backtest-schema.ts';
import {
  breakPointsSchema,
  smallestShocksSchema,
} from '../analysis/breakpoint/breakpoint-schema.ts';
import { comparisonSchema } from '../analysis/compare/comparison.ts';
import { firebreakSchema } from '../analysis/firebreak/firebreak-schema.ts';
import { incidenceSchema } from '../analysis/incidence/incidence-schema.ts';
import { firePathsSchema } from '../analysis/paths/fire-paths-schema.ts';
import { sensitivitySchema } from '../analysis/sensitivity/sensitivity-schema.ts';
import { systemicSchema } from '../analysis/systemic/systemic-schema.ts';
import { timelineSchema } from '../analysis/time/timeline-schema.ts';
import { uncertaintySchema } from '../analysis/uncertainty/uncertainty-schema.ts';
import { cascadeSchema } from '../contagion/cascade.ts';
import { pathSchema } from '../contagion/path/path-schema.ts';
import { orderBookSchema } from '../measures/book/order-book.ts';
import { circularitySchema } from '../measures/circularity/circularity-document.ts';
import { exposureSchema } from '../measures/exposure/exposure-schema.ts';
import { firmMatrixSchema } from '../measures/exposure/firm-matrix-schema.ts';
import { rankingSchema } from '../measures/ranking.ts';
import { networkSchema } from '../network/schema.ts';
import { scenarioSchema } from '../scenario/schema.ts';

/** JSON Schema (draft 2020-12) of each document: what is read as it may be written, what is put out as it is. */
export const jsonSchemas = () => ({
  network: z.toJSONSchema(networkSchema, { io: 'input' }),
  scenario: z.toJSONSchema(scenarioSchema, { io: 'input' }),
  cascade: z.toJSONSchema(cascadeSchema),
  firePaths: z.toJSONSchema(firePathsSchema),
  incidence: z.toJSONSchema(incidenceSchema),
  timeline: z.toJSONSchema(timelineSchema),
  path: z.toJSONSchema(pathSchema),
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
