import * as z from 'zod/mini';
import { daySchema, idSchema } from '../../data/schema.ts';
import { receiptSchema, shockSchema } from '../../scenario/schema.ts';
import { EVENT_KINDS, GRADES } from './event-schema.ts';
import { GROUPS } from './groups.ts';
import { FIRM_SETS, TARGETS } from './scoring.ts';

const bilingual = z.strictObject({ en: z.string(), zh: z.string() });
const count = z.int().check(z.minimum(0));
const correlation = z.nullable(z.number().check(z.minimum(-1), z.maximum(1)));
const chance = z.nullable(z.number().check(z.minimum(0), z.maximum(1)));
const interval = z.tuple([z.number(), z.number()]);

const predictorSchema = z.strictObject({
  id: idSchema,
  kind: z.enum(['model', 'baseline', 'variant']),
  title: bilingual,
  says: bilingual,
});

const triedEventSchema = z.strictObject({
  id: idSchema,
  on: daySchema,
  title: bilingual,
  origin: z.nullable(idSchema),
  kind: z.enum(EVENT_KINDS),
  direction: z.enum(['good', 'bad']),
  grade: z.enum(GRADES),
  soxPercent: z.number(),
  /** Why it isn't scored; null where it is. */
  notScored: z.nullable(z.string()),
  /** The day of the web that was used: strictly before the event. */
  asOf: z.nullable(daySchema),
  shocks: z.array(shockSchema),
  firms: z.array(
    z.strictObject({
      id: idSchema,
      movePercent: z.number(),
      /** Slope on the chip index, fitted on the other events. */
      slope: z.number(),
      /** The move less slope times the index: what is to be explained. */
      excessPercent: z.number(),
      ownNews: z.boolean(),
      looksAhead: z.boolean(),
      /** By predictor: its prediction up to a positive factor; null: it has no answer here. */
      predicted: z.record(z.string(), z.nullable(z.number())),
    }),
  ),
  leftOut: z.array(
    z.strictObject({ firm: idSchema, why: z.enum(['not-in-web', 'value-unknown', 'no-slope']) }),
  ),
  /** Predictors without an answer on this web, and why. */
  refused: z.record(z.string(), z.string()),
});

const scoreSchema = z.strictObject({
  predictor: idSchema,
  event: idSchema,
  set: z.enum(FIRM_SETS),
  target: z.enum(TARGETS),
  firms: count,
  /** Null: the prediction ranks nobody above anybody. */
  spearman: correlation,
  kendall: correlation,
  calls: count,
  hits: count,
  pValue: chance,
});

const overallSchema = z.strictObject({
  predictor: idSchema,
  group: z.enum(GROUPS),
  set: z.enum(FIRM_SETS),
  target: z.enum(TARGETS),
  events: count,
  silent: count,
  spearman: correlation,
  kendall: correlation,
  interval: z.nullable(interval),
  calls: count,
  hits: count,
  pValue: chance,
});

const differenceSchema = z.strictObject({ spearman: z.number(), interval });

const outcomeSchema = z.strictObject({
  /** `unclear`: the difference is under the margin that counts, or its interval holds 0. */
  verdict: z.enum(['cascade-better', 'direct-better', 'unclear']),
  /** Which plain baseline of direct exposure did best. */
  direct: idSchema,
  /** The best of the other baselines, over firms without news of their own. */
  plain: idSchema,
  others: differenceSchema,
  all: differenceSchema,
  text: bilingual,
  means: bilingual,
});

const gainSchema = z.strictObject({
  event: idSchema,
  deal: idSchema,
  supplier: idSchema,
  orderedUsd: z.nullable(z.number()),
  imputed: z.boolean(),
  valueUsd: z.number(),
  valueOn: z.nullable(daySchema),
  looksAhead: z.boolean(),
  gains: z.array(
    z.strictObject({
      window: z.enum(['close', '2d', '3d', '5d']),
      percent: z.number(),
      usd: z.number(),
      perOrderedUsd: z.nullable(z.number()),
    }),
  ),
});

const chosenSchema = z.strictObject({
  /** The best on all early events. */
  chosen: z.string(),
  /** Each early event predicted by what does best on the other early events. */
  leaveOneOut: correlation,
  /** The chosen one on the later events, which had no say. */
  later: correlation,
});

const variantsSchema = z.strictObject({
  /** The cascade as it is. */
  defaults: z.strictObject({ early: correlation, later: correlation }),
  /** Ways of reading or running the cascade, each tried once, none fitted to an event. */
  tried: z.array(
    z.strictObject({
      ...predictorSchema.shape,
      early: correlation,
      later: correlation,
      /** Over the cascade as it is, on the early events. */
      gain: z.number(),
      interval,
      verdict: z.enum(['kept', 'dropped']),
      why: bilingual,
    }),
  ),
  bestVariant: chosenSchema,
  /** Few parameters on a small grid. */
  parameters: z.strictObject({
    ...chosenSchema.shape,
    verdict: z.enum(['propose', 'keep-defaults']),
    table: z.array(z.strictObject({ setting: z.string(), early: correlation, later: correlation })),
  }),
});

/** Real market days against what models predict from the news. */
export const backtestSchema = z.strictObject({
  $schema: z.optional(z.string()),
  version: z.literal(1),
  /** The network is the whole book; the scenario holds what all events share. */
  receipt: receiptSchema,
  /** Hash of the market days. */
  eventsHash: z.string(),
  complete: z.boolean(),
  permutations: count,
  seed: count,
  /** A smaller difference in rank correlation is noise. */
  margin: z.number(),
  fitUpTo: daySchema,
  /** Null where nothing can be concluded: fewer than 5 events, no cascade, or ended early. */
  outcome: z.nullable(outcomeSchema),
  rules: z.array(
    z.strictObject({
      kind: z.enum(EVENT_KINDS),
      direction: z.enum(['good', 'bad']),
      says: bilingual,
    }),
  ),
  predictors: z.array(predictorSchema),
  events: z.array(triedEventSchema),
  scores: z.array(scoreSchema),
  overall: z.array(overallSchema),
  gains: z.array(gainSchema),
  variants: z.nullable(variantsSchema),
});

export type Backtest = z.infer<typeof backtestSchema>;
export type BacktestEvent = Backtest['events'][number];
export type BacktestOutcome = NonNullable<Backtest['outcome']>;
export type BacktestVariants = NonNullable<Backtest['variants']>;
