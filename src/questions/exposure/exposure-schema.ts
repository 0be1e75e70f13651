import * as z from 'zod/mini';
import { daySchema, idSchema } from '../../data/schema.ts';

const bilingual = z.strictObject({ en: z.string(), zh: z.string() });
const knownOrNull = z.nullable(z.number());

/** What is counted: one layer, or all of them as value at stake. */
export const EXPOSURE_LAYERS = ['equity', 'order', 'debt', 'together'] as const;
export type ExposureLayer = (typeof EXPOSURE_LAYERS)[number];

const layerSchema = z.strictObject({
  id: z.enum(EXPOSURE_LAYERS),
  title: bilingual,
  /** A stock (`usd`) or a yearly flow (`usd-per-year`). */
  unit: z.enum(['usd', 'usd-per-year']),
  /** Who is exposed to whom, what a dollar is, and how it goes on through chains. */
  convention: bilingual,
  source: z.string(),
  /** Why there is no total: chains that multiply without end. Null: there is one. */
  noTotal: z.nullable(z.string()),
});

const pairSchema = z.strictObject({
  layer: z.enum(EXPOSURE_LAYERS),
  /** Holder, supplier or lender: who loses. */
  exposed: idSchema,
  /** Issuer, customer or borrower: whose failure is lost on. */
  to: idSchema,
  /** Null: deals stand between the two, none with known dollars. */
  directUsd: knownOrNull,
  /** Direct and through all chains of known dollars; null: nothing known, or the layer has no total. */
  totalUsd: knownOrNull,
  /** Of the value of the exposed firm; null where either is unknown. */
  directOfValue: knownOrNull,
  totalOfValue: knownOrNull,
  /** Of a year's revenue of the exposed firm; above 1 for stocks of more than a year's. */
  directOfRevenue: knownOrNull,
  totalOfRevenue: knownOrNull,
  /** Deals between the two that count. */
  deals: z.array(idSchema),
  /** Deals between the two whose dollars nobody knows: the figures are then a floor. */
  unknownDeals: z.array(idSchema),
});

/** What a deal is to its two ends. Null: unknown. */
const dealSharesSchema = z.strictObject({
  deal: idSchema,
  kind: z.enum(['equity', 'order', 'debt']),
  /** Customer, holder or lender. */
  payer: idSchema,
  /** Supplier, issuer or borrower. */
  payee: idSchema,
  /** Orders: dollars of a mean year; stakes and loans: the whole stock. */
  usd: knownOrNull,
  unit: z.enum(['usd', 'usd-per-year']),
  /** Over a year's operating cost of the payer, as last reported. */
  ofPayerCost: knownOrNull,
  /** Over a year's revenue of the payee, as last reported. */
  ofPayeeRevenue: knownOrNull,
});

/** Direct and total exposure of firms to firms. */
export const exposureSchema = z.strictObject({
  $schema: z.optional(z.string()),
  version: z.literal(1),
  receipt: z.strictObject({
    engine: z.string(),
    network: z.strictObject({ name: z.string(), asOf: daySchema, hash: z.string() }),
    layers: z.array(z.enum(EXPOSURE_LAYERS)),
    /** Only pairs with this firm on either side. */
    firm: z.optional(idSchema),
    resultHash: z.string(),
  }),
  layers: z.array(layerSchema),
  firms: z.array(z.strictObject({ id: idSchema, valueUsd: knownOrNull, revenueUsd: knownOrNull })),
  /** Pairs with something at stake, by layer, largest total first, those unknown last. */
  exposures: z.array(pairSchema),
  /** Deals of the layers, most of the payee's revenue first, those unknown last. */
  deals: z.array(dealSharesSchema),
  /** Deals without known dollars, or that stand on a condition, with the layer that leaves them out. */
  leftOut: z.array(
    z.strictObject({ layer: z.enum(EXPOSURE_LAYERS), deal: idSchema, reason: z.string() }),
  ),
});

export type Exposure = z.infer<typeof exposureSchema>;
export type ExposurePair = Exposure['exposures'][number];
export type DealShares = z.infer<typeof dealSharesSchema>;
