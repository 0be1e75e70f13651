import * as z from 'zod/mini';
import { daySchema, idSchema, STATUSES } from '../../data/schema.ts';

const knownOrNull = z.nullable(z.number());
const kindSchema = z.enum(['equity', 'order', 'debt']);

/** What makes a chain short: few hops, or many dollars on each. */
export const PATH_MEASURES = ['hops', 'strength'] as const;
export type PathMeasure = (typeof PATH_MEASURES)[number];

const dealSchema = z.strictObject({
  id: idSchema,
  kind: kindSchema,
  /** Customer, holder or lender. */
  payer: idSchema,
  /** Supplier, issuer or borrower. */
  payee: idSchema,
  /** Orders: dollars of a mean year; stakes and loans: the whole stock. Null: unknown. */
  usd: knownOrNull,
  unit: z.enum(['usd', 'usd-per-year']),
  status: z.enum(STATUSES),
});

const hopSchema = z.strictObject({
  from: idSchema,
  to: idSchema,
  /** Known dollars of its deals; null: none is known. */
  usd: knownOrNull,
  /** Every deal between the two that the question counts, most dollars first, unknown ones last. */
  deals: z.array(dealSchema),
});

const chainSchema = z.strictObject({
  /** One more than hops. */
  firms: z.array(idSchema),
  /** 1 / (sum of 1 / dollars of each hop); null: the dollars of some hop are unknown. */
  strengthUsd: knownOrNull,
  /** Dollars of the thinnest hop; null: those of some hop are unknown. */
  leastUsd: knownOrNull,
  hops: z.array(hopSchema),
});

/** The shortest chains of deals between two firms. */
export const pathsSchema = z.strictObject({
  $schema: z.optional(z.string()),
  version: z.literal(1),
  receipt: z.strictObject({
    engine: z.string(),
    network: z.strictObject({ name: z.string(), asOf: daySchema, hash: z.string() }),
    from: idSchema,
    to: idSchema,
    by: z.enum(PATH_MEASURES),
    /** True: only from payer to payee. False: a deal leads either way. */
    directed: z.boolean(),
    kinds: z.array(kindSchema),
    /** Most chains that are listed. */
    limit: z.int(),
    resultHash: z.string(),
  }),
  /** How many chains tie for the shortest, listed or not; 0: none leads there. Rounded above 2^53. */
  count: z.number(),
  /** Those listed: where ways part, the hop of most dollars first. */
  chains: z.array(chainSchema),
  /** Deals of these kinds that no chain uses, and why. */
  leftOut: z.array(z.strictObject({ deal: idSchema, reason: z.string() })),
});

export type Paths = z.infer<typeof pathsSchema>;
export type Chain = Paths['chains'][number];
export type ChainHop = Chain['hops'][number];
export type ChainDeal = ChainHop['deals'][number];
