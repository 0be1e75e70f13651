import * as z from 'zod/mini';
import { idSchema } from '../../data/schema.ts';
import { receiptSchema } from '../../scenario/schema.ts';

const usd = z.number();
const share = z.number().check(z.minimum(0), z.maximum(1));

/** One thing that can be done before the shock. */
export const measureSchema = z.discriminatedUnion('kind', [
  /** The deal is torn up, its links with it. */
  z.strictObject({ kind: z.literal('cut'), deal: idSchema }),
  /** This share of the deal stays. */
  z.strictObject({ kind: z.literal('shrink'), deal: idSchema, share }),
  /** Somebody outside the web pays whatever the payer doesn't. */
  z.strictObject({ kind: z.literal('backstop'), deal: idSchema }),
  /** Dollars given to a firm, a cushion that its plan doesn't need. */
  z.strictObject({ kind: z.literal('cash'), firm: idSchema, usd: z.number().check(z.minimum(0)) }),
]);

const stepSchema = z.strictObject({
  measure: measureSchema,
  /** Loss with this measure and all before it. */
  lossUsd: usd,
  /** By this measure on top of all before it; below 0: it makes things worse. */
  savedUsd: usd,
});

/** What would keep the fire from spreading: the measures that save most. */
export const firebreakSchema = z.strictObject({
  $schema: z.optional(z.string()),
  version: z.literal(1),
  receipt: receiptSchema,
  /** Whose loss: all firms' together, or one firm's. */
  objective: z.union([z.literal('gross-loss'), idSchema]),
  /** Loss without any measure. */
  lossUsd: usd,
  /** Every measure alone, most saved first. */
  single: z.array(stepSchema),
  /** Several together. */
  plan: z.strictObject({
    /** `exact`: no other choice of so many saves more; `greedy`: each the best on top of those before, lazy where savings are trusted to shrink only. */
    method: z.enum(['exact', 'greedy', 'lazy-greedy']),
    steps: z.array(stepSchema),
    savedUsd: usd,
    /** Times a measure saved more after others than before: then greedy need not be near the best. */
    gainsThatGrew: z.int(),
  }),
  /** Solves of the model. */
  solves: z.int(),
  complete: z.boolean(),
});

export type Measure = z.infer<typeof measureSchema>;
export type Firebreak = z.infer<typeof firebreakSchema>;
export type FirebreakStep = Firebreak['single'][number];
