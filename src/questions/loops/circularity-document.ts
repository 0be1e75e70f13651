import * as z from 'zod/mini';
import { daySchema, idSchema, STATUSES } from '../../data/schema.ts';
import { PAYMENT_BASES } from './bases.ts';
import { INDEX_IDS } from './web-indices.ts';

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
    /** Only what falls in that calendar year; absent: whole deals. */
    year: z.optional(z.int()),
    resultHash: z.string(),
  }),
  /** All known dollars that firms of the web pay each other. */
  grossUsd: z.number(),
  /** Balanced flow: part of all dollars that goes in circles. Null without payments. */
  circularShare: z.nullable(share),
  /** The most that could run in closed rings, so what could be netted at most. */
  maxCirculationUsd: z.number(),
  /** Every index by its name; null where it has none. */
  indices: z.array(z.strictObject({ id: z.enum(INDEX_IDS), value: z.nullable(z.number()) })),
  /** The same indices of random webs in which every firm pays and gets as much; null: not asked for. */
  randomWebs: z.nullable(
    z.strictObject({
      webs: z.int(),
      asked: z.int(),
      seed: z.int(),
      complete: z.boolean(),
      indices: z.array(
        z.strictObject({
          id: z.enum(INDEX_IDS),
          mean: z.nullable(z.number()),
          sd: z.nullable(z.number()),
          /** Null where all random webs agree. */
          z: z.nullable(z.number()),
          /** Part of random webs whose index is lower; ties count half. */
          quantile: z.nullable(share),
        }),
      ),
    }),
  ),
  /** Calendar years with known payments; empty where the document is of one year. */
  years: z.array(
    z.strictObject({
      year: z.int(),
      grossUsd: z.number(),
      circularShare: z.nullable(share),
      maxCirculationUsd: z.number(),
      finnIndex: z.nullable(share),
      reciprocity: z.nullable(share),
    }),
  ),
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
      /** Known dollars of orders placed with it, and of capital that it puts into others. */
      soldUsd: z.number(),
      investedUsd: z.number(),
      /** The most of `soldUsd` that can be its own capital coming back (maximum flow). */
      roundTripUsd: z.number(),
      /** The rest: sales that it can't have paid for itself. */
      notOwnMoneyUsd: z.number(),
    }),
  ),
  /** Deals of known dollars, with the part of the balanced flow that runs through them. */
  deals: z.array(z.strictObject({ id: idSchema, usd: z.number(), circularShare: share })),
  /** Deals whose dollars nobody stated: they make loops, and no index counts them. */
  dealsWithoutDollars: z.int(),
  /** Most binding dollars first. */
  loops: z.array(
    z.strictObject({
      /** The least of its hops' dollars on this basis, and of those that must be paid. Null: a hop is unknown. */
      usd,
      bindingUsd: usd,
      firms: z.array(idSchema),
      /** Deals from each firm to the next one, the last back to the first. */
      hops: z.array(z.array(loopDealSchema)),
    }),
  ),
});

export type Circularity = z.infer<typeof circularitySchema>;
export type CircularLoop = Circularity['loops'][number];
