import * as z from 'zod/mini';
import { idSchema } from '../../data/schema.ts';
import { CAUSES } from '../../models/cascade.ts';
import { receiptSchema } from '../../scenario/schema.ts';

const usd = z.number();

/** How a firm's loss came to it from where the shock hit, chain by chain, in dollars. */
export const firePathsSchema = z.strictObject({
  $schema: z.optional(z.string()),
  version: z.literal(1),
  /** Of the cascade that was traced. */
  receipt: receiptSchema,
  firm: idSchema,
  /** paths + othersUsd + longerUsd + untracedUsd. */
  lossUsd: usd,
  maxHops: z.int().check(z.minimum(0)),
  /** Largest first. */
  paths: z.array(
    z.strictObject({
      /** From the firm that the shock hit to the firm that loses; no firm twice. */
      firms: z.array(idSchema).check(z.minLength(1)),
      usd,
      /** Of the firm's loss. */
      share: z.number().check(z.minimum(0)),
      /** One entry per step; the deals and causes of each step sum to the path's dollars. */
      hops: z.array(
        z.array(z.strictObject({ cause: z.enum(CAUSES), deal: z.optional(idSchema), usd })),
      ),
    }),
  ),
  /** Chains of at most `maxHops` steps that are not listed, those that come back to a firm included. */
  othersUsd: usd,
  /** Chains of more than `maxHops` steps. */
  longerUsd: usd,
  /** Chains through a firm without a ledger: nobody knows a value that it could lose. */
  untracedUsd: usd,
  /** Dollars of all chains by number of steps, 0 (the shock on the firm itself) to `maxHops`. */
  usdByHops: z.array(usd),
});

export type FirePaths = z.infer<typeof firePathsSchema>;
export type FirePath = FirePaths['paths'][number];
