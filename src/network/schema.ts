import { z } from 'zod';

/** Ids are slugs: they stand in links, on the command line and in file names. */
export const idSchema = z
  .string()
  .regex(/^[a-z0-9]+(?:[-.][a-z0-9]+)*$/, 'an id of lower-case letters, digits, "-" and "."');

const isRealDay = (text: string): boolean => {
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
};

/** A calendar day, `2026-04-27`. */
export const daySchema = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'a day as YYYY-MM-DD')
  .refine(isRealDay, 'a day that exists');

const usd = z.number().finite();
const usdAtLeastZero = usd.min(0);
const share = z.number().min(0).max(1);
const year = z.number().int().min(1900).max(2200);
const sources = z.array(idSchema);

export const CONFIDENCES = ['high', 'medium', 'low'] as const;
export const STATUSES = [
  'closed',
  'signed',
  'announced',
  'reported',
  'loi',
  'rumoured',
  'cancelled',
] as const;
export const AMOUNT_BASES = [
  'total',
  'annual',
  'derived-annual',
  'upper-bound',
  'commitment',
  'commitment-upto',
  'invested',
  'exercise-cost',
  'market-value',
  'carrying',
  'stated-value',
  'outstanding',
  'derived',
  'seed-estimate',
  'none',
] as const;

/** Dated figures of a firm. Absent means unknown, never zero. Dollars, or dollars a year. */
const figures = {
  valueUsd: usdAtLeastZero.optional(),
  valueBasis: z.string().optional(),
  revenueUsd: usdAtLeastZero.optional(),
  revenueBasis: z.string().optional(),
  operatingIncomeUsd: usd.optional(),
  cashUsd: usdAtLeastZero.optional(),
  debtUsd: usdAtLeastZero.optional(),
  capexUsd: usdAtLeastZero.optional(),
  backlogUsd: usdAtLeastZero.optional(),
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
  externalRevenueUsd: usdAtLeastZero.optional(),
  fixedCostUsd: usdAtLeastZero.optional(),
  variableCostUsd: usdAtLeastZero.optional(),
  fundsUsd: usdAtLeastZero.optional(),
  outsideDebtServiceUsd: usdAtLeastZero.optional(),
  outsideFundingUsd: usdAtLeastZero.optional(),
  revenueElasticity: z.number().min(0).optional(),
  fundingElasticity: z.number().min(0).optional(),
  failureThreshold: share.optional(),
  failureCostUsd: usdAtLeastZero.optional(),
  ownRecovery: share.optional(),
  receivableRecovery: share.optional(),
  liquidShare: share.optional(),
});

/** Every field of `shape`, optional and nullable: null makes a figure unknown again. */
const changes = <Shape extends z.ZodRawShape>(shape: Shape) => {
  const entries = Object.entries(shape).map(([key, field]) => [
    key,
    (field as unknown as z.ZodType).nullable().optional(),
  ]);
  return Object.fromEntries(entries) as {
    [Key in keyof Shape]: z.ZodOptional<z.ZodNullable<Shape[Key] & z.ZodType>>;
  };
};

const provenance = {
  sources: sources.optional(),
  confidence: z.enum(CONFIDENCES).optional(),
  note: z.string().optional(),
};

export const firmSchema = z.strictObject({
  id: idSchema,
  name: z.strictObject({ en: z.string().min(1), zh: z.string().min(1).optional() }),
  ticker: z.string().optional(),
  listed: z.boolean().optional(),
  country: z.string().optional(),
  layer: idSchema,
  shelf: idSchema.optional(),
  /** Stands for many (public bond investors, a bank syndicate): not a firm, never ranked. */
  aggregate: z.boolean().optional(),
  ...figures,
  /** The day of the figures, unless `figuresOn` gives a figure its own. */
  asOf: daySchema.optional(),
  figuresOn: z.partialRecord(z.enum(FIGURES), daySchema).optional(),
  ...provenance,
  history: z
    .array(z.strictObject({ on: daySchema, ...changes(figures), ...provenance }))
    .optional(),
  model: firmModelSchema.optional(),
});

const common = {
  id: idSchema,
  /** Absent: there from the beginning. */
  announcedOn: daySchema.optional(),
  /** The leg that this leg is contingent on, or that was signed with it. */
  link: idSchema.optional(),
  contingency: z.string().optional(),
  /** Dollars of this deal that another deal already counts: `withinShare` (default all) of them. */
  within: idSchema.optional(),
  withinShare: share.optional(),
  ...provenance,
};

const changing = {
  status: z.enum(STATUSES),
  startYear: year.optional(),
  endYear: year.optional(),
  capacityGw: z.number().positive().optional(),
  amountBasis: z.enum(AMOUNT_BASES).optional(),
  /** True where nothing is due until something happens (a warrant, a guarantee). */
  contingent: z.boolean().optional(),
};

const orderFields = {
  ...changing,
  /** Whole contract; never together with `perYearUsd` or `schedule`. */
  amountUsd: usdAtLeastZero.optional(),
  perYearUsd: usdAtLeastZero.optional(),
  schedule: z.array(z.strictObject({ year, usd: usdAtLeastZero })).optional(),
  takeOrPay: share.optional(),
  essentiality: share.optional(),
  category: idSchema.optional(),
};

const equityFields = {
  ...changing,
  stake: share.optional(),
  /** Worth of the position as stated. */
  valueUsd: usdAtLeastZero.optional(),
  /** Cash already put in. */
  paidUsd: usdAtLeastZero.optional(),
  /** Cash promised and not yet paid, over `startYear`..`endYear`. */
  commitmentUsd: usdAtLeastZero.optional(),
  exerciseCostUsd: usdAtLeastZero.optional(),
};

const debtFields = {
  ...changing,
  /** Outstanding, or guaranteed where the deal is contingent. */
  faceUsd: usdAtLeastZero.optional(),
  /** Promised and not yet drawn, over `startYear`..`endYear`. */
  commitmentUsd: usdAtLeastZero.optional(),
  servicePerYearUsd: usdAtLeastZero.optional(),
};

const historyOf = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.array(z.strictObject({ on: daySchema, ...changes(shape), ...provenance })).optional();

export const orderSchema = z.strictObject({
  kind: z.literal('order'),
  customer: idSchema,
  supplier: idSchema,
  ...common,
  instrument: z.string().min(1).default('order'),
  ...orderFields,
  history: historyOf(orderFields),
});

export const equitySchema = z.strictObject({
  kind: z.literal('equity'),
  holder: idSchema,
  issuer: idSchema,
  ...common,
  instrument: z.string().min(1).default('equity'),
  ...equityFields,
  history: historyOf(equityFields),
});

export const debtSchema = z.strictObject({
  kind: z.literal('debt'),
  lender: idSchema,
  borrower: idSchema,
  ...common,
  instrument: z.string().min(1).default('debt'),
  ...debtFields,
  history: historyOf(debtFields),
});

export const dealSchema = z.discriminatedUnion('kind', [orderSchema, equitySchema, debtSchema]);

export const sourceSchema = z.strictObject({
  id: idSchema,
  publisher: z.string().min(1),
  title: z.string().min(1),
  /** May stop at the month or the year. */
  publishedOn: z
    .string()
    .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'YYYY, YYYY-MM or YYYY-MM-DD')
    .optional(),
  url: z.string().url().optional(),
  kind: z.enum(['filing', 'press-release', 'news', 'analysis', 'seed']).optional(),
  /** False: recalled, the page was not read. */
  seen: z.boolean().optional(),
});

/** A single figure that isn't a firm's or a deal's: gigawatts per dollar, a share price move. */
export const factSchema = z.strictObject({
  id: idSchema,
  topic: z.string(),
  description: z.string(),
  value: z.number().optional(),
  unit: z.string().optional(),
  on: z.string().optional(),
  ...provenance,
});

/** Dollars per gigawatt for orders whose dollars nobody stated: the result is marked as imputed. */
export const perGigawattSchema = z.strictObject({
  id: idSchema,
  instrument: z.string(),
  /** Empty: any supplier. */
  supplier: idSchema.optional(),
  basis: z.enum(['total', 'per-year']),
  usdPerGw: usdAtLeastZero,
  lowUsdPerGw: usdAtLeastZero,
  highUsdPerGw: usdAtLeastZero,
  ...provenance,
});

/** Where a firm stands on the map: `x` in 0..1 from left to right within its lane. */
export const placeSchema = z.strictObject({ firm: idSchema, x: z.number().min(0).max(1) });

export const networkSchema = z.strictObject({
  $schema: z.string().optional(),
  version: z.literal(1),
  name: z.string().min(1),
  /** The last day on which the records are known. */
  asOf: daySchema,
  firms: z.array(firmSchema),
  deals: z.array(dealSchema),
  sources: z.array(sourceSchema).optional(),
  facts: z.array(factSchema).optional(),
  perGigawatt: z.array(perGigawattSchema).optional(),
  layout: z.array(placeSchema).optional(),
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
export type NetworkDocument = z.infer<typeof networkSchema>;

export { endsOf } from './ends.ts';
