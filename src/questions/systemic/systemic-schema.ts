import * as z from 'zod/mini';
import { idSchema } from '../../data/schema.ts';
import { receiptSchema } from '../../scenario/schema.ts';

const bilingual = z.strictObject({ en: z.string(), zh: z.string() });
const share = z.number().check(z.minimum(0), z.maximum(1));
const knownOrNull = z.nullable(z.number());

/** Kinds of shock that can strike each firm in turn. */
export const STRIKES = ['default', 'revenue', 'value', 'funding', 'capacity'] as const;
export type StrikeKind = (typeof STRIKES)[number];

const struckFirmSchema = z.strictObject({
  id: idSchema,
  valueUsd: knownOrNull,
  /** False: stands for many, or its value is unknown. */
  ranked: z.boolean(),
  /** Dollars that all others lose where this firm alone is struck; null: the model counts no value, or stopped early. */
  importanceUsd: knownOrNull,
  /** The same over what all others are worth; weighted by value also where the model counts output. */
  importanceShare: z.nullable(share),
  /** Mean share that this firm loses over the strikes at each other firm. */
  vulnerability: z.nullable(share),
  /** Whose strike takes most of this firm. */
  worst: z.nullable(z.strictObject({ struck: idSchema, fraction: share })),
  /** What linear DebtRank without its cap can take at most: from one solve; null: see `noBound`. */
  importanceAtMostUsd: knownOrNull,
  vulnerabilityAtMost: knownOrNull,
  /** Null: not struck, or the model has no answer to it. */
  converged: z.nullable(z.boolean()),
});

const shortfallSchema = z.strictObject({
  id: idSchema,
  valueUsd: knownOrNull,
  debtUsd: knownOrNull,
  /** Share of value lost in the crisis. */
  lossFraction: z.nullable(share),
  /** Below 0: capital to spare. Null: debt, value or loss unknown. */
  shortfallUsd: knownOrNull,
});

/** Every firm struck in turn, and what a crisis leaves each one short of. */
export const systemicSchema = z.strictObject({
  $schema: z.optional(z.string()),
  version: z.literal(1),
  /** Its scenario's shocks are the crisis of the shortfalls. */
  receipt: receiptSchema,
  model: z.strictObject({ id: idSchema, title: bilingual, unit: bilingual }),
  strike: z.strictObject({ kind: z.enum(STRIKES), size: share }),
  /** False: ended early; firms not struck have no importance, and vulnerability is over those that were. */
  complete: z.boolean(),
  struck: z.int().check(z.minimum(0)),
  /** Most important first; unranked ones last. */
  firms: z.array(struckFirmSchema),
  /** Why there are no bounds; null: there are. */
  noBound: z.nullable(z.string()),
  /** `[struck, firm, share of the firm lost]` as places in `order`; those above 0. */
  order: z.array(idSchema),
  impacts: z.array(z.tuple([z.int(), z.int(), share])),
  shortfall: z.strictObject({
    /** k: capital that a firm should hold over all it has. */
    prudentialShare: share,
    /** Why the model has no losses of the crisis; null: it has. */
    refused: z.nullable(z.string()),
    converged: z.nullable(z.boolean()),
    /** Sum of the shortfalls above 0. */
    totalUsd: z.number(),
    /** Largest first, unknown last. */
    firms: z.array(shortfallSchema),
  }),
});

export type Systemic = z.infer<typeof systemicSchema>;
export type StruckFirm = Systemic['firms'][number];
export type Shortfall = Systemic['shortfall']['firms'][number];
