import * as z from 'zod/mini';
import { idSchema, provenance, share } from './schema-fields.ts';

/** Figures whose uncertainty can be stated; `of` says of which records. */
export const UNSURE_FIGURES = [
  /** Share of a deal that is really paid, 0..1; `of` a status. */
  'paidShare',
  /** Factor on a deal's dollars; `of` the basis of its amount, which goes first, or a confidence. */
  'dealDollars',
  /** Factor on the take-or-pay share that a deal states; `of` a confidence. */
  'takeOrPay',
  /** Factors on a firm's figures; `of` a confidence. The cost is revenue less operating income. */
  'valueUsd',
  'revenueUsd',
  'operatingCost',
  'cashUsd',
  'debtUsd',
  /** A parameter of the model itself; `of` its name. */
  'parameter',
] as const;

export const SHAPES = ['triangular', 'uniform'] as const;

/** How sure the figures of a kind are: what is drawn where a run is repeated many times. */
export const distributionSchema = z.strictObject({
  id: idSchema,
  figure: z.enum(UNSURE_FIGURES),
  of: z.string().check(z.minLength(1)),
  /** Chance that a deal stands at all (1 if absent); else nothing of it is paid. */
  probability: z.optional(share),
  shape: z.enum(SHAPES),
  low: z.number(),
  /** Where a triangular shape has its peak. */
  mode: z.optional(z.number()),
  high: z.number(),
  /**
   * Loading on the one factor that all share, the funding climate, -1..1: two figures correlate by the
   * product of their loadings (Gaussian copula).
   */
  climate: z.optional(z.number().check(z.minimum(-1), z.maximum(1))),
  ...provenance,
});

export type Distribution = z.infer<typeof distributionSchema>;
export type UnsureFigure = Distribution['figure'];
