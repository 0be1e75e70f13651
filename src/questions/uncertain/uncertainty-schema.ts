import * as z from 'zod/mini';
import { distributionSchema, idSchema } from '../../data/schema.ts';
import { SAMPLING_METHODS } from '../../numerics/random/sampler.ts';
import { receiptSchema } from '../../scenario/schema.ts';
import { LEVELS } from './quantiles.ts';

const share = z.number().check(z.minimum(0), z.maximum(1));
const count = z.int().check(z.minimum(0));

/** One figure over all draws. */
export const spreadSchema = z.strictObject({
  /** With the records as they stand: what `simulate` says. */
  point: z.number(),
  mean: z.number(),
  /** At the document's levels. */
  quantiles: z.array(z.number()).check(z.length(LEVELS.length)),
});

/** Null where the figure has no meaning in some draw: nothing lost at first, nothing to lose. */
const spreadOrNone = z.nullable(spreadSchema);

const quantilesSchema = z.array(z.number()).check(z.length(LEVELS.length));

/** How sure the answers of a scenario are, under this model and its documented distributions. */
export const uncertaintySchema = z.strictObject({
  $schema: z.optional(z.string()),
  version: z.literal(1),
  receipt: receiptSchema,
  /** Draws that were asked for, and those that count. */
  asked: count,
  draws: count,
  /** Draws left out because their limit was not shown to be reached. */
  unsettled: count,
  /** False: cut short; figures are of the draws that were done. */
  complete: z.boolean(),
  seed: count,
  method: z.enum(SAMPLING_METHODS),
  levels: z.array(share),
  /** What was drawn: each row of the table with how many figures it was drawn for. */
  distributions: z.array(z.strictObject({ row: distributionSchema, figures: count })),
  /** Rows of dollars per gigawatt, drawn within the range of their own table. */
  perGigawattRows: count,
  /** Deals whose dollars or stake nobody stated: nothing is drawn for them, they count nothing. */
  unknownDeals: z.array(idSchema),
  totals: z.strictObject({
    grossLossUsd: spreadSchema,
    ownersLossUsd: spreadSchema,
    firstLossUsd: spreadSchema,
    amplification: spreadOrNone,
    failures: spreadSchema,
    /** Outside money a period that the plans of all firms need, before any shock. */
    gapUsd: spreadSchema,
  }),
  /** Share of draws whose gross loss is below that of the records as they stand. */
  pointLevel: share,
  /** Loss of all firms up to each round. */
  rounds: z.array(z.strictObject({ round: count, lossUsd: spreadSchema })),
  firms: z.array(
    z.strictObject({
      id: idSchema,
      valueKnown: z.boolean(),
      lossUsd: spreadSchema,
      lossFraction: spreadOrNone,
      activity: spreadSchema,
      gapUsd: spreadSchema,
      /** Share of draws in which the firm fails, and one standard error of it. */
      failure: share,
      failureError: z.number(),
      failsAsRecorded: z.boolean(),
    }),
  ),
  /** Quantiles of the gross loss after more and more draws. */
  convergence: z.array(z.strictObject({ draws: count, grossLossUsd: quantilesSchema })),
  /** One standard error of each quantile of the gross loss, from independent batches; null: too few draws. */
  standardErrors: z.nullable(quantilesSchema),
});

export type Uncertainty = z.infer<typeof uncertaintySchema>;
export type Spread = z.infer<typeof spreadSchema>;
