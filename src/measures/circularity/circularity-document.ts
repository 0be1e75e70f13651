import * as z from 'zod/mini';
import { daySchema, idSchema, STATUSES } from '../../network/schema.ts';
import { PAYMENT_BASES } from './bases.ts';

const share = z.number().check(z.minimum(0), z.maximum(1));
const usd = z.nullable(z.number().check(z.minimum(0)));

const loopDealSchema = z.strictObject({
  id: idSchema,
  kind: z.enum(['equity', 'order', 'debt']),
  status: z.enum(STATUSES),
  usd,
  sources: z.array(z.string()),
});

/** How far money goes in circles in a web: loops, and what part of all payments is circular. */
export const circularitySchema = z.strictObject({
  $schema: z.optional(z.string()),
  version: z.literal(1),
  receipt: z.strictObject({
    engine: z.string(),
    network: z.strictObject({ name: z.string(), asOf: daySchema, hash: z.string() }),
    basis: z.enum(PAYMENT_BASES),
    hops: z.int(),
  }),
  /** All known dollars that firms of the web pay each other. */
  grossUsd: z.number(),
  /** Balanced flow: part of all dollars that goes in circles. Null without payments. */
  circularShare: z.nullable(share),
  /** Finn: part of all that passes through firms that has been there before. */
  finnIndex: z.nullable(share),
  /** Part of all dollars that flows in layers reversed: 0 layered, 1 without direction. */
  trophicIncoherence: z.nullable(z.number()),
  firms: z.array(
    z.strictObject({
      id: idSchema,
      /** Of what it pays, the part that goes in circles, and the part that comes back to it. */
      circularShare: share,
      comesBackShare: share,
      loops: z.int(),
    }),
  ),
  /** Deals whose dollars nobody stated: they make loops, and no index counts them. */
  dealsWithoutDollars: z.int(),
  loops: z.array(
    z.strictObject({
      usd,
      firms: z.array(idSchema),
      /** Deals from each firm to the next one, the last back to the first. */
      hops: z.array(z.array(loopDealSchema)),
    }),
  ),
});

export type Circularity = z.infer<typeof circularitySchema>;
export type CircularLoop = Circularity['loops'][number];
