import * as z from 'zod/mini';
import { EVIDENCE } from '../../data/evidence.ts';
import { idSchema, STATUSES } from '../../data/schema.ts';
import { inputSchema } from '../../models/chained-boats/inputs/input-ref.ts';
import { receiptSchema } from '../../scenario/schema.ts';

const usd = z.number();
const share = z.number().check(z.minimum(0), z.maximum(1));

/** What is asked about, always in dollars. */
export const targetSchema = z.discriminatedUnion('kind', [
  /** Every firm's loss of value added up: a dollar counts once per holder. */
  z.strictObject({ kind: z.literal('gross-loss') }),
  /** The loss that falls on owners outside the web, each dollar once. */
  z.strictObject({ kind: z.literal('owners-loss') }),
  z.strictObject({ kind: z.literal('firm-loss'), firm: idSchema }),
  z.strictObject({ kind: z.literal('layer-loss'), layer: idSchema }),
  /** Outside money a period that must be found for the deals to stand, before any shock. */
  z.strictObject({ kind: z.literal('gap'), firm: z.nullable(idSchema) }),
]);

/** What of a scenario a bar's end sets; null where no control of the page reaches the input. */
export const controlSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('parameter'),
    parameter: z.string(),
    value: z.union([z.number(), z.string()]),
  }),
  z.strictObject({ kind: z.literal('weight'), status: z.enum(STATUSES), value: share }),
  /** The deal taken out of the web. */
  z.strictObject({ kind: z.literal('cut'), deal: idSchema }),
]);

const slopeSchema = z.strictObject({
  input: inputSchema,
  /** Where the derivative is taken. */
  value: z.number(),
  unit: z.string(),
  /** Dollars of the target per unit of the input; null at a kink, or where it isn't known. */
  slope: z.nullable(z.number()),
  /** One-sided, for an input a little less and a little more; null where the input can't go there. */
  slopeBelow: z.nullable(z.number()),
  slopeAbove: z.nullable(z.number()),
  /** True: the two sides differ, some limit of the model begins to bind right here. */
  kink: z.boolean(),
  /** Slope times value / 100: dollars of the target per 1 % of the input, to first order. */
  perPercentUsd: z.nullable(usd),
  evidence: z.enum(EVIDENCE),
});

const endSchema = z.strictObject({
  value: z.union([z.number(), z.string()]),
  /** The target, solved again with this value; null where that has no answer. */
  totalUsd: z.nullable(usd),
  /** Why there is none. */
  why: z.nullable(z.string()),
  control: z.nullable(controlSchema),
});

const barSchema = z.strictObject({
  input: inputSchema,
  /** The value of the run. */
  value: z.union([z.number(), z.string()]),
  unit: z.string(),
  low: endSchema,
  high: endSchema,
  /** Between the least and the largest of the target at the two ends and in the run itself. */
  swingUsd: usd,
  /** What the range is, and where it stands. */
  range: z.string(),
});

const evidenceSchema = z.strictObject({
  /**
   * By how much the target moves, to first order, when figures with this evidence are off by one per
   * cent each, |slope x value| added up; as a share of that of all figures. The shares and
   * `remainderShare` sum to 1.
   */
  shares: z.array(
    z.strictObject({
      evidence: z.enum(EVIDENCE),
      share,
      figures: z.int().check(z.minimum(0)),
      /** The same with signs, over dollar figures alone: with the remainder it sums to the target. */
      eulerUsd: usd,
    }),
  ),
  /** Of figures at a kink, whose slope isn't one number: the larger side. */
  remainderShare: share,
  /** Deals whose dollars or stake nobody stated: they count nothing, so no share stands for them. */
  unknownDeals: z.array(idSchema),
  /** The target less the signed sum: 0 but for kinks and floors, since all money x k is loss x k. */
  eulerRemainderUsd: usd,
});

const indexSchema = z.strictObject({
  /** A row of the table of distributions, `climate` or `per-gigawatt`. */
  row: idSchema,
  /** Figures that are drawn by it; 0 for the climate, which sways those of other rows. */
  figures: z.int().check(z.minimum(0)),
  /** Share of the variance that it explains by itself, and that hangs on it at all; estimates, see errors. */
  first: z.number(),
  firstError: z.nullable(z.number()),
  total: z.number(),
  totalError: z.nullable(z.number()),
});

/** What of the spread of a total is due to what, while everything is drawn (Sobol' indices). */
export const indicesSchema = z.strictObject({
  seed: z.int().check(z.minimum(0)),
  /** Pairs of points that were asked for, and those that count. */
  asked: z.int().check(z.minimum(1)),
  rows: z.int().check(z.minimum(0)),
  runs: z.int().check(z.minimum(0)),
  complete: z.boolean(),
  meanUsd: z.nullable(usd),
  standardDeviationUsd: z.nullable(usd),
  /** Largest total share first; null where nothing varies, or too little was done. */
  groups: z.nullable(z.array(indexSchema)),
});

/** What a total hangs on, in this scenario and under this model. */
export const sensitivitySchema = z.strictObject({
  $schema: z.optional(z.string()),
  version: z.literal(1),
  receipt: receiptSchema,
  target: targetSchema,
  /** The target in the run itself. */
  totalUsd: usd,
  /** False: the run's limit was not reached; no figure is final and slopes are null. */
  converged: z.boolean(),
  /** Largest violation of the adjoint equations, as a share of their largest term; null: not solved. */
  adjointResidual: z.nullable(z.number().check(z.minimum(0))),
  /** Firms that stand but fail at the slightest more: a jump, which no slope shows. */
  atEdge: z.array(idSchema),
  /** False: cut short; the bars that it has are right. */
  complete: z.boolean(),
  /** Every figure, largest `perPercentUsd` first. */
  slopes: z.array(slopeSchema),
  /** Inputs with a documented range, widest swing first; empty where no tornado was asked for. */
  tornado: z.array(barSchema),
  /** Null where slopes are unknown. */
  evidence: z.nullable(evidenceSchema),
  /** Null where they were not asked for. */
  indices: z.nullable(indicesSchema),
});

export type Sensitivity = z.infer<typeof sensitivitySchema>;
export type Target = z.infer<typeof targetSchema>;
export type Slope = Sensitivity['slopes'][number];
export type Bar = Sensitivity['tornado'][number];
export type BarEnd = Bar['low'];
export type Control = z.infer<typeof controlSchema>;
export type Indices = z.infer<typeof indicesSchema>;
export type EvidenceShares = NonNullable<Sensitivity['evidence']>;
