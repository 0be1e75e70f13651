import * as z from 'zod/mini';
import { daySchema, idSchema } from '../../data/schema.ts';
import { EXPOSURE_LAYERS } from './exposure-schema.ts';

export const FIRM_MATRICES = ['direct', 'total', 'dependency', 'leontief'] as const;
export type FirmMatrixId = (typeof FIRM_MATRICES)[number];

const bilingual = z.strictObject({ en: z.string(), zh: z.string() });

/** A matrix of every firm with every firm. */
export const firmMatrixSchema = z.strictObject({
  $schema: z.optional(z.string()),
  version: z.literal(1),
  receipt: z.strictObject({
    engine: z.string(),
    network: z.strictObject({ name: z.string(), asOf: daySchema, hash: z.string() }),
    of: z.enum(FIRM_MATRICES),
    /** What direct and total exposure count; the other matrices have a layer of their own. */
    layer: z.optional(z.enum(EXPOSURE_LAYERS)),
    resultHash: z.string(),
  }),
  title: bilingual,
  /** Of an entry: dollars, dollars of a year, or a ratio. */
  unit: z.enum(['usd', 'usd-per-year', 'ratio']),
  /** What an entry of a row and a column is. */
  convention: bilingual,
  source: z.string(),
  /** Firm of every row and column. */
  firms: z.array(idSchema),
  /** `[row, column, entry]`, those that are not 0, by rows. */
  entries: z.array(z.tuple([z.int(), z.int(), z.number()])),
  /** `[row, column]` without an entry though deals stand between the two: nobody stated their dollars. */
  unknown: z.array(z.tuple([z.int(), z.int()])),
});

export type FirmMatrix = z.infer<typeof firmMatrixSchema>;
