import * as z from 'zod/mini';
import { idSchema } from '../../data/schema.ts';
import { receiptSchema } from '../../scenario/schema.ts';

const usd = z.number();
const size = z.number().check(z.minimum(0), z.maximum(1));

/** What one size of the shock does. */
const curvePointSchema = z.strictObject({
  size,
  grossLossUsd: usd,
  ownersLossUsd: usd,
  /** Firms that have failed. */
  failed: z.int().check(z.minimum(0)),
  converged: z.boolean(),
});

/** Where firms fail as the shock grows, and how the loss grows with it. */
export const breakPointsSchema = z.strictObject({
  $schema: z.optional(z.string()),
  version: z.literal(1),
  /** The scenario at its own size: 1 is that every shock is as large as the largest can be, keeping proportions. */
  receipt: receiptSchema,
  /** The scenario's own size, on the same scale as all others here. */
  ownSize: size,
  /** Break points are right to within this, as a size. */
  tolerance: z.number(),
  /** Ranked by the size at which they fail; those that stand at size 1 last, by their loss there. */
  firms: z.array(
    z.strictObject({
      id: idSchema,
      /** Smallest size found at which the firm fails; a tolerance below it stands. Null: it stands at 1. */
      failsAt: z.nullable(size),
      /** Loss of value at the scenario's own size and at size 1. */
      lossUsd: usd,
      lossAtFullUsd: usd,
    }),
  ),
  curve: z.array(curvePointSchema),
  /** Where the curve jumps, or turns to another slope. */
  knees: z.array(
    z.strictObject({
      kind: z.enum(['jump', 'knee']),
      size,
      /** Gross loss just before and just after a jump; the same at a knee. */
      beforeUsd: usd,
      afterUsd: usd,
      /** Dollars of gross loss per unit of size, before and after. */
      slopeBeforeUsd: usd,
      slopeAfterUsd: usd,
      /** Firms that fail there. */
      failed: z.array(idSchema),
    }),
  ),
  complete: z.boolean(),
});

const smallestSchema = z.strictObject({
  /** One firm, or two that are hit by the same size. */
  firms: z.array(idSchema),
  size,
  /** Gross loss of the whole web under that shock. */
  grossLossUsd: usd,
});

/** The smallest shocks that bring one firm down. */
export const smallestShocksSchema = z.strictObject({
  $schema: z.optional(z.string()),
  version: z.literal(1),
  receipt: receiptSchema,
  target: idSchema,
  kind: z.enum(['revenue', 'value', 'funding', 'capacity', 'default']),
  tolerance: z.number(),
  /** Firms whose own shock, in full, doesn't bring the target down. */
  harmlessAlone: z.int(),
  /** Firms of unknown revenue or value, which this kind of shock can't hit. */
  notAsked: z.array(idSchema),
  /** Smallest first. */
  single: z.array(smallestSchema),
  /** The smallest of all pairs, where one is smaller than every single shock; null where none is. */
  pair: z.nullable(smallestSchema),
  pairsTried: z.int(),
  complete: z.boolean(),
});

export type BreakPoints = z.infer<typeof breakPointsSchema>;
export type CurvePoint = BreakPoints['curve'][number];
export type SmallestShocks = z.infer<typeof smallestShocksSchema>;
