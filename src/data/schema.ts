import * as z from 'zod/mini';
import { distributionSchema } from './distribution-schema.ts';
import {
  AMOUNT_BASES,
  type CONFIDENCES,
  daySchema,
  idSchema,
  provenance,
  STATUSES,
  share,
  usd,
  usdAtLeastZero,
  year,
} from './schema-fields.ts';

/** Dated figures of a firm. Absent means unknown, never zero. Dollars, or dollars a year. */
const figures = {
  valueUsd: z.optional(usdAtLeastZero),
  valueBasis: z.optional(z.string()),
  revenueUsd: z.optional(usdAtLeastZero),
  revenueBasis: z.optional(z.string()),
  operatingIncomeUsd: z.optional(usd),
  cashUsd: z.optional(usdAtLeastZero),
  debtUsd: z.optional(usdAtLeastZero),
  capexUsd: z.optional(usdAtLeastZero),
  backlogUsd: z.optional(usdAtLeastZero),
};

export const FIGURES = [
  'valueUsd',
  'revenueUsd',
  'operatingIncomeUsd',
  'cashUsd',
  'debtUsd',
  'capexUsd',
  'backlogUsd',
] as const;

/** What a researcher may state outright instead of letting it be derived (model inputs). */
export const firmModelSchema = z.strictObject({
  externalRevenueUsd: z.optional(usdAtLeastZero),
  fixedCostUsd: z.optional(usdAtLeastZero),
  variableCostUsd: z.optional(usdAtLeastZero),
  fundsUsd: z.optional(usdAtLeastZero),
  outsideDebtServiceUsd: z.optional(usdAtLeastZero),
  outsideFundingUsd: z.optional(usdAtLeastZero),
  revenueElasticity: z.optional(z.number().check(z.minimum(0))),
  fundingElasticity: z.optional(z.number().check(z.minimum(0))),
  failureThreshold: z.optional(share),
  failureCostUsd: z.optional(usdAtLeastZero),
  ownRecovery: z.optional(share),
  receivableRecovery: z.optional(share),
  liquidShare: z.optional(share),
});

type Shape = Record<string, z.ZodMiniType>;

/** Every field of `shape`, optional and nullable: null makes a figure unknown again. */
const changes = <Fields extends Shape>(shape: Fields) => {
  const entries = Object.entries(shape).map(([key, field]) => [key, z.optional(z.nullable(field))]);
  return Object.fromEntries(entries) as {
    [Key in keyof Fields]: z.ZodMiniOptional<z.ZodMiniNullable<Fields[Key]>>;
  };
};

const historyOf = <Fields extends Shape>(shape: Fields) =>
  z.optional(z.array(z.strictObject({ on: daySchema, ...changes(shape), ...provenance })));

export const firmSchema = z.strictObject({
  id: idSchema,
  name: z.strictObject({
    en: z.string().check(z.minLength(1)),
    zh: z.optional(z.string().check(z.minLength(1))),
  }),
  ticker: z.optional(z.string()),
  listed: z.optional(z.boolean()),
  country: z.optional(z.string()),
  layer: idSchema,
  shelf: z.optional(idSchema),
  /** Stands for many (public bond investors, a bank syndicate): not a firm, never ranked. */
  aggregate: z.optional(z.boolean()),
  ...figures,
  /** The day of the figures, unless `figuresOn` gives a figure its own. */
  asOf: z.optional(daySchema),
  figuresOn: z.optional(z.partialRecord(z.enum(FIGURES), daySchema)),
  ...provenance,
  history: historyOf(figures),
  model: z.optional(firmModelSchema),
});

const common = {
  id: idSchema,
  /** Absent: there from the beginning. */
  announcedOn: z.optional(daySchema),
  /** The leg that this leg is contingent on, or that was signed with it. */
  link: z.optional(idSchema),
  contingency: z.optional(z.string()),
  /** Dollars of this deal that another deal already counts: `withinShare` (default all) of them. */
  within: z.optional(idSchema),
  withinShare: z.optional(share),
  ...provenance,
};

const changing = {
  status: z.enum(STATUSES),
  startYear: z.optional(year),
  endYear: z.optional(year),
  capacityGw: z.optional(z.number().check(z.positive())),
  amountBasis: z.optional(z.enum(AMOUNT_BASES)),
  /** True where nothing is due until something happens (a warrant, a guarantee). */
  contingent: z.optional(z.boolean()),
};

const orderFields = {
  ...changing,
  /** Whole contract; never together with `perYearUsd` or `schedule`. */
  amountUsd: z.optional(usdAtLeastZero),
  perYearUsd: z.optional(usdAtLeastZero),
  schedule: z.optional(z.array(z.strictObject({ year, usd: usdAtLeastZero }))),
  takeOrPay: z.optional(share),
  essentiality: z.optional(share),
  category: z.optional(idSchema),
};

const equityFields = {
  ...changing,
  stake: z.optional(share),
  /** Worth of the position as stated. */
  valueUsd: z.optional(usdAtLeastZero),
  /** Cash already put in. */
  paidUsd: z.optional(usdAtLeastZero),
  /** Cash promised and not yet paid, over `startYear`..`endYear`. */
  commitmentUsd: z.optional(usdAtLeastZero),
  exerciseCostUsd: z.optional(usdAtLeastZero),
};

const debtFields = {
  ...changing,
  /** Outstanding, or guaranteed where the deal is contingent. */
  faceUsd: z.optional(usdAtLeastZero),
  /** Promised and not yet drawn, over `startYear`..`endYear`. */
  commitmentUsd: z.optional(usdAtLeastZero),
  servicePerYearUsd: z.optional(usdAtLeastZero),
};

export const orderSchema = z.strictObject({
  kind: z.literal('order'),
  customer: idSchema,
  supplier: idSchema,
  ...common,
  instrument: z._default(z.string().check(z.minLength(1)), 'order'),
  ...orderFields,
  history: historyOf(orderFields),
});

export const equitySchema = z.strictObject({
  kind: z.literal('equity'),
  holder: idSchema,
  issuer: idSchema,
  ...common,
  instrument: z._default(z.string().check(z.minLength(1)), 'equity'),
  ...equityFields,
  history: historyOf(equityFields),
});

export const debtSchema = z.strictObject({
  kind: z.literal('debt'),
  lender: idSchema,
  borrower: idSchema,
  ...common,
  instrument: z._default(z.string().check(z.minLength(1)), 'debt'),
  ...debtFields,
  history: historyOf(debtFields),
});

export const dealSchema = z.discriminatedUnion('kind', [orderSchema, equitySchema, debtSchema]);

export const sourceSchema = z.strictObject({
  id: idSchema,
  publisher: z.string().check(z.minLength(1)),
  title: z.string().check(z.minLength(1)),
  /** May stop at the month or the year. */
  publishedOn: z.optional(
    z.string().check(z.regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'YYYY, YYYY-MM or YYYY-MM-DD')),
  ),
  url: z.optional(z.url()),
  kind: z.optional(z.enum(['filing', 'press-release', 'news', 'analysis', 'seed'])),
  /** False: recalled, the page was not read. */
  seen: z.optional(z.boolean()),
});

/** A single figure that isn't a firm's or a deal's: gigawatts per dollar, a share price move. */
export const factSchema = z.strictObject({
  id: idSchema,
  topic: z.string(),
  description: z.string(),
  value: z.optional(z.number()),
  unit: z.optional(z.string()),
  on: z.optional(z.string()),
  ...provenance,
});

/** Dollars per gigawatt for orders whose dollars nobody stated: the result is marked as imputed. */
export const perGigawattSchema = z.strictObject({
  id: idSchema,
  instrument: z.string(),
  /** Empty: any supplier. */
  supplier: z.optional(idSchema),
  basis: z.enum(['total', 'per-year']),
  usdPerGw: usdAtLeastZero,
  lowUsdPerGw: usdAtLeastZero,
  highUsdPerGw: usdAtLeastZero,
  ...provenance,
});

/** Where a firm stands on the map: `x` in 0..1 from left to right within its lane. */
export const placeSchema = z.strictObject({
  firm: idSchema,
  x: z.number().check(z.minimum(0), z.maximum(1)),
});

export const networkSchema = z.strictObject({
  $schema: z.optional(z.string()),
  version: z.literal(1),
  name: z.string().check(z.minLength(1)),
  /** The last day on which the records are known. */
  asOf: daySchema,
  firms: z.array(firmSchema),
  deals: z.array(dealSchema),
  sources: z.optional(z.array(sourceSchema)),
  facts: z.optional(z.array(factSchema)),
  perGigawatt: z.optional(z.array(perGigawattSchema)),
  uncertainty: z.optional(z.array(distributionSchema)),
  layout: z.optional(z.array(placeSchema)),
});

export type Firm = z.infer<typeof firmSchema>;
export type FirmModel = z.infer<typeof firmModelSchema>;
export type Order = z.infer<typeof orderSchema>;
export type Equity = z.infer<typeof equitySchema>;
export type Debt = z.infer<typeof debtSchema>;
export type Deal = z.infer<typeof dealSchema>;
export type DealKind = Deal['kind'];
export type Status = (typeof STATUSES)[number];
export type Source = z.infer<typeof sourceSchema>;
export type Fact = z.infer<typeof factSchema>;
export type PerGigawatt = z.infer<typeof perGigawattSchema>;
export type Confidence = (typeof CONFIDENCES)[number];
export type NetworkDocument = z.infer<typeof networkSchema>;

export { type Distribution, distributionSchema, type UnsureFigure } from './distribution-schema.ts';
export { endsOf } from './ends.ts';
export { AMOUNT_BASES, CONFIDENCES, daySchema, idSchema, STATUSES } from './schema-fields.ts';
