import * as z from 'zod/mini';
import { daySchema, idSchema, STATUSES } from '../data/schema.ts';

/** `size` is the share that is lost, 0..1, whatever the kind. */
const size = z.number().check(z.minimum(0), z.maximum(1));

export const SHOCK_KINDS = [
  'revenue',
  'value',
  'funding',
  'capacity',
  'default',
  'cancel',
  'multiple',
] as const;

/** One firm's shock; `funding` on firm `all` is a freeze of the capital market. */
const firmShockSchema = z.strictObject({
  kind: z.enum(['revenue', 'value', 'funding', 'capacity', 'default']),
  firm: z.union([idSchema, z.literal('all')]),
  size,
});

/** A deal torn up: the share `size` of what it promised is never paid or delivered. */
const dealShockSchema = z.strictObject({ kind: z.literal('cancel'), deal: idSchema, size });

/** The core values of a layer are re-rated: 32 to 20 times earnings is a size of 0.375. */
const layerShockSchema = z.strictObject({ kind: z.literal('multiple'), layer: idSchema, size });

export const shockSchema = z.discriminatedUnion('kind', [
  firmShockSchema,
  dealShockSchema,
  layerShockSchema,
]);

const year = z.int().check(z.minimum(1900), z.maximum(2200));

export const timeSchema = z.discriminatedUnion('mode', [
  z.strictObject({ mode: z.literal('year'), year }),
  /** The mean yearly flow of the window. */
  z.strictObject({ mode: z.literal('horizon'), window: z.tuple([year, year]) }),
  /** Year after year of the window, cash, debt, failures and values carried (`simulatePath`). */
  z.strictObject({ mode: z.literal('path'), window: z.tuple([year, year]) }),
]);

export const weightsSchema = z.partialRecord(
  z.enum(STATUSES),
  z.number().check(z.minimum(0), z.maximum(1)),
);

export const scenarioSchema = z.strictObject({
  $schema: z.optional(z.string()),
  version: z.literal(1),
  name: z.string(),
  shocks: z.array(shockSchema),
  /** Deals taken out of the web before the shock. */
  cuts: z.optional(z.array(idSchema)),
  time: z.optional(timeSchema),
  model: z.optional(idSchema),
  parameters: z.optional(z.record(z.string(), z.union([z.number(), z.string()]))),
  /** Share of a deal's amount that counts, by status; what isn't named keeps its default. */
  weights: z.optional(weightsSchema),
  seed: z.optional(z.int().check(z.minimum(0))),
});

export const receiptSchema = z.strictObject({
  engine: z.string(),
  network: z.strictObject({ name: z.string(), asOf: daySchema, hash: z.string() }),
  /** Every default filled in: running this again gives the same result hash. */
  scenario: scenarioSchema,
  resultHash: z.string(),
});

export type Shock = z.infer<typeof shockSchema>;
export type ShockKind = (typeof SHOCK_KINDS)[number];
export type TimeSpan = z.infer<typeof timeSchema>;
/** A time span that one run answers: all but a path of years. */
export type Period = Exclude<TimeSpan, { readonly mode: 'path' }>;
export type StatusWeights = z.infer<typeof weightsSchema>;
export type Scenario = z.infer<typeof scenarioSchema>;
export type Receipt = z.infer<typeof receiptSchema>;
