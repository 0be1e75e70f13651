import * as z from 'zod/mini';
import { daySchema, idSchema } from '../../data/schema.ts';
import { receiptSchema } from '../../scenario/schema.ts';

const usd = z.number();
const ids = z.array(idSchema);

/** What a shock does on one day to the web as it was known then. */
const resultSchema = z.strictObject({
  converged: z.boolean(),
  grossLossUsd: usd,
  ownersLossUsd: usd,
  failed: ids,
  /** Firms of known value that lose most, largest first. */
  losers: z.array(
    z.strictObject({
      id: idSchema,
      lossUsd: usd,
      /** True: no value that old is known of it; the earliest later one stands in. */
      looksAhead: z.boolean(),
    }),
  ),
  /** Firms with a value that is a later observation, and their part of the gross loss. */
  laterValues: z.int().check(z.minimum(0)),
  laterValuesLossUsd: usd,
});

/** The same shock on the web as it was known on one day after another. */
export const timelineSchema = z.strictObject({
  $schema: z.optional(z.string()),
  version: z.literal(1),
  /** The network is that of the last day. */
  receipt: receiptSchema,
  /** False: cut short; the days that it has are right. */
  complete: z.boolean(),
  days: z.array(
    z.strictObject({
      day: daySchema,
      /** Deals known on that day. */
      deals: z.int().check(z.minimum(0)),
      /** Null: no answer that day, which is not a loss of 0; `why` says the reason. */
      result: z.nullable(resultSchema),
      why: z.nullable(
        z.strictObject({ kind: z.enum(['not-in-web', 'refused']), text: z.string() }),
      ),
      /** Records that became known or other than they were, since the day before in this list. */
      changes: z.array(
        z.strictObject({
          on: daySchema,
          kind: z.enum(['firm', 'deal']),
          id: idSchema,
          change: z.enum(['announced', 'changed', 'cancelled']),
          fields: z.array(z.string()),
        }),
      ),
    }),
  ),
});

export type Timeline = z.infer<typeof timelineSchema>;
export type TimelineDay = Timeline['days'][number];
