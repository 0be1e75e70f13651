import * as z from 'zod/mini';
import { daySchema, idSchema } from '../../data/schema.ts';

const rankingReceiptSchema = z.strictObject({
  engine: z.string(),
  network: z.strictObject({ name: z.string(), asOf: daySchema, hash: z.string() }),
  /** Measures in the order asked for; the first one ranks. */
  by: z.array(idSchema).check(z.minLength(1)),
  layers: z.array(z.enum(['equity', 'order', 'debt'])),
  /** By `measure.parameter`, defaults filled in. */
  parameters: z.record(z.string(), z.number()),
  /** Firm that measures of one firm's view looked from. */
  from: z.optional(idSchema),
  resultHash: z.string(),
});

/** Scores of every firm by some measures, ranked by the first of them. */
export const rankingSchema = z.strictObject({
  $schema: z.optional(z.string()),
  version: z.literal(1),
  receipt: rankingReceiptSchema,
  measures: z.array(
    z.strictObject({
      id: idSchema,
      title: z.strictObject({ en: z.string(), zh: z.string() }),
      unit: z.string(),
      convention: z.string(),
      source: z.string(),
    }),
  ),
  firms: z.array(
    z.strictObject({
      id: idSchema,
      /** 1 is first; firms that tie share the smaller rank; null: stands for many, or its score is unknown. */
      rank: z.nullable(z.int().check(z.minimum(1))),
      /** Null: unknown. */
      scores: z.record(z.string(), z.nullable(z.number())),
    }),
  ),
  /** Deals without known dollars in the layers that count. */
  leftOut: z.array(z.strictObject({ deal: idSchema, reason: z.string() })),
});

export type Ranking = z.infer<typeof rankingSchema>;
export type RankedFirm = Ranking['firms'][number];
