import * as z from 'zod/mini';
import { idSchema } from '../../data/schema.ts';
import { receiptSchema } from '../../scenario/schema.ts';

const bilingual = z.strictObject({ en: z.string(), zh: z.string() });
const share = z.number().check(z.minimum(0), z.maximum(1));
const correlation = z.nullable(z.number().check(z.minimum(-1), z.maximum(1)));

/** What several models say of one shock, firm by firm, and how far their rankings agree. */
export const comparisonSchema = z.strictObject({
  $schema: z.optional(z.string()),
  version: z.literal(1),
  receipt: receiptSchema,
  models: z.array(
    z.strictObject({
      /** The column's; one published model may fill several with different parameters. */
      id: idSchema,
      model: idSchema,
      title: bilingual,
      /** What its losses are shares of. */
      unit: bilingual,
      /** How the web's records became its inputs, and what of the web it never sees. */
      maps: bilingual,
      loses: bilingual,
      converged: z.boolean(),
      residual: z.nullable(z.number()),
      /** Why the model has no answer on this web; null where it has. */
      refused: z.nullable(z.string()),
    }),
  ),
  firms: z.array(
    z.strictObject({
      id: idSchema,
      startValueUsd: z.number(),
      /** False: of unknown value, or standing for many: in no correlation. */
      ranked: z.boolean(),
      /** By column: the share lost; null where the firm has nothing of that kind to lose. */
      losses: z.record(z.string(), z.nullable(share)),
      /** Largest less smallest share; null where fewer than two models have one. */
      spread: z.nullable(share),
    }),
  ),
  /** Every pair of columns, over the ranked firms for which both have a share. */
  correlations: z.array(
    z.strictObject({
      models: z.tuple([idSchema, idSchema]),
      /** Tau-b; null where one side ranks nobody above anybody. */
      kendall: correlation,
      spearman: correlation,
      firms: z.int().check(z.minimum(0)),
    }),
  ),
});

export type Comparison = z.infer<typeof comparisonSchema>;
export type ComparedModel = Comparison['models'][number];
export type ComparedFirm = Comparison['firms'][number];
export type RankCorrelation = Comparison['correlations'][number];
