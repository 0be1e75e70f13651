import * as z from 'zod/mini';
import { idSchema } from '../../data/schema.ts';
import { receiptSchema } from '../../scenario/schema.ts';

/** Who owns what was lost, in the end: nobody behind them is in the web. */
export const BEARERS = [
  /** Shareholders of listed firms who are not in the web themselves. */
  'public-shareholders',
  /** Owners of firms that are not listed: founders, staff, funds, foundations, governments. */
  'private-owners',
  /** Lenders that stand for many (bond investors, a bank syndicate): their loans. */
  'lenders',
  /** Suppliers that stand for many: orders that they lose. */
  'suppliers',
  /** Customers that stand for many: deliveries that they miss. */
  'customers',
  /** The records don't say whether the firm is listed, or how a firm that stands for many is hurt. */
  'unknown',
] as const;

/** As what a firm lost it, by the cause in its ledger. */
export const CHANNELS = [
  /** The shock itself. */
  'shock',
  /** As a supplier: orders lost. */
  'supplier',
  /** As a customer: deliveries missed. */
  'customer',
  /** As a holder: stakes and warrants worth less; shares of its own pressed down by sales. */
  'holder',
  /** As a lender: loans written off. */
  'lender',
  /** Money promised or planned that does not come. */
  'funding',
  /** What failing itself costs. */
  'failure',
] as const;

const usd = z.number();

/** On whom a cascade's loss finally falls. */
export const incidenceSchema = z.strictObject({
  $schema: z.optional(z.string()),
  version: z.literal(1),
  /** Of the cascade. */
  receipt: receiptSchema,
  /** The cascade's `ownersLossUsd`: loss of value that falls on owners outside the web, each dollar once. */
  totalUsd: usd,
  /** The rest of the gross loss: what firms of the web lose on shares that other firms of the web hold. */
  insideUsd: usd,
  /** Every class with every channel; `usd` of all of them sums to the total. */
  bearers: z.array(
    z.strictObject({
      bearer: z.enum(BEARERS),
      usd,
      channels: z.array(z.strictObject({ channel: z.enum(CHANNELS), usd })),
    }),
  ),
  /** Firms whose outside owners lose, largest first; they sum to the total. */
  firms: z.array(
    z.strictObject({
      id: idSchema,
      lossUsd: usd,
      /** Share of the firm that other firms of the web hold. */
      heldInside: z.number().check(z.minimum(0)),
      /** (1 - heldInside) x lossUsd. */
      ownersLossUsd: usd,
      bearer: z.nullable(z.enum(BEARERS)),
    }),
  ),
  /** Not in the total, and not value: dollars a year that firms no longer pay to others outside the web. */
  outsidePerYear: z.strictObject({
    /** Service of debt to lenders outside the web. */
    lendersUsd: usd,
    /** Variable cost that falls away with activity: suppliers outside the web, and staff. */
    suppliersUsd: usd,
  }),
});

export type Incidence = z.infer<typeof incidenceSchema>;
export type Bearer = (typeof BEARERS)[number];
export type Channel = (typeof CHANNELS)[number];
