import * as z from 'zod/mini';
import { daySchema, idSchema } from '../../data/schema.ts';
import { BOOK_BASES } from './bases.ts';

const amount = z.number().check(z.minimum(0));
const unknownOr = z.nullable(amount);

/** A figure of the records with the range that sources dispute. */
const rangeSchema = z.strictObject({ low: amount, central: amount, high: amount });

/** What a supplier can make in a year, by packaging capacity; null: nobody published it. */
const capacitySchema = z.nullable(
  z.strictObject({
    wafers: amount,
    accelerators: amount,
    gw: amount,
    /** `held-flat`: published for an earlier year and kept at that. */
    basis: z.enum(['published', 'held-flat']),
  }),
);

const supplierYearSchema = z.strictObject({
  year: z.int(),
  orderedUsd: unknownOr,
  /** Gigawatts stated in orders, plus those that priced orders for chips imply. */
  orderedGw: z.nullable(rangeSchema),
  acceleratorsOrdered: unknownOr,
  capacity: capacitySchema,
  /** Ordered over what can be made, central; above 1: more was ordered than can be made. */
  gwOverCapacity: unknownOr,
});

const supplierSchema = z.strictObject({
  id: idSchema,
  years: z.array(supplierYearSchema),
  /** Mean dollars a year ordered in the window, and revenue of the last year known. */
  orderedPerYearUsd: amount,
  revenueUsd: unknownOr,
  orderedOverRevenue: unknownOr,
  /** Orders in which nobody stated dollars nor anything that implies them. */
  ordersWithoutDollars: z.int(),
});

const customerSchema = z.strictObject({
  id: idSchema,
  years: z.array(z.strictObject({ year: z.int(), orderedUsd: amount, promisedInUsd: amount })),
  orderedUsd: amount,
  orderedPerYearUsd: amount,
  revenueUsd: unknownOr,
  cashUsd: unknownOr,
  /** Equity and credit promised to it for the window and not yet paid. */
  promisedInUsd: amount,
  /** Cash that holders and lenders of the web have put in so far. */
  raisedUsd: amount,
  orderedOverRevenue: unknownOr,
  /** Ordered over (revenue x years + cash + promised in), the means that the records show. */
  orderedOverMeans: unknownOr,
  ordersWithoutDollars: z.int(),
});

const factSchema = z.strictObject({
  fact: idSchema,
  description: z.string(),
  value: z.number(),
  unit: z.string(),
  sources: z.array(z.string()),
  confidence: z.nullable(z.string()),
  note: z.nullable(z.string()),
});

/** Orders against what can be made and against what customers have. */
export const orderBookSchema = z.strictObject({
  $schema: z.optional(z.string()),
  version: z.literal(1),
  receipt: z.strictObject({
    engine: z.string(),
    network: z.strictObject({ name: z.string(), asOf: daySchema, hash: z.string() }),
    window: z.tuple([z.int(), z.int()]),
    basis: z.enum(BOOK_BASES),
  }),
  /** The figures that turn gigawatts, accelerators, wafers and dollars into one another. */
  conversions: z.array(factSchema),
  /** Figures on capacity that do not agree with those used. */
  disputed: z.array(factSchema),
  suppliers: z.array(supplierSchema),
  customers: z.array(customerSchema),
  /** Power contracted of producers of the web, beside the accelerators that are to run on power. */
  power: z.strictObject({
    contracts: z.array(idSchema),
    years: z.array(
      z.strictObject({
        year: z.int(),
        contractedGw: amount,
        /** On order from the first year of the window up to this one; null: nothing is known. */
        acceleratorsGw: z.nullable(rangeSchema),
      }),
    ),
  }),
  /** Capital spending of the largest four buyers, by year: as published. */
  capitalSpending: z.array(
    z.strictObject({ year: z.int(), lowUsd: amount, highUsd: amount, facts: z.array(factSchema) }),
  ),
});

export type OrderBook = z.infer<typeof orderBookSchema>;
export type BookSupplier = OrderBook['suppliers'][number];
export type BookCustomer = OrderBook['customers'][number];
export type BookFact = OrderBook['conversions'][number];
export type Range = z.infer<typeof rangeSchema>;
