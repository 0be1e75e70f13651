import * as z from 'zod/mini';
import { idSchema } from '../../data/schema.ts';
import { receiptSchema } from '../../scenario/schema.ts';

const usd = z.number();
const ratio = z.number().check(z.minimum(0), z.maximum(1));
const year = z.int();

/**
 * One firm's money in one year, dollars. cashEndUsd = cashUsd + what came in (`in`) - what went out
 * (`out`), to 1e-9.
 */
const accountSchema = z.strictObject({
  cashUsd: usd,
  in: z.strictObject({
    /** Sales outside the web, and orders of firms in it that were paid. */
    outsideRevenueUsd: usd,
    ordersUsd: usd,
    /** Tranches and credit promised by firms of the web, and service of loans to them. */
    promisesUsd: usd,
    serviceUsd: usd,
    /** Outside money that the plan lacks (the gap), as far as it was still raised. */
    raisedUsd: usd,
    /** Of cash that was assumed because none is known. */
    reserveUsd: usd,
    /** Stakes sold to meet claims. */
    soldUsd: usd,
  }),
  out: z.strictObject({
    costUsd: usd,
    serviceUsd: usd,
    /** The part of the service that went to lenders outside the web. */
    outsideServiceUsd: usd,
    ordersUsd: usd,
    promisesUsd: usd,
    /**
     * Set aside for claims that shrank (orders not needed, not delivered, tranches lapsed with their
     * order). As in a single year, what a weaker firm needs less never makes it richer.
     */
    setAsideUsd: usd,
    /** What failing takes of own funds and receipts (recoveries below 1). */
    lostUsd: usd,
  }),
  cashEndUsd: usd,
});

const pathFirmSchema = z.strictObject({
  id: idSchema,
  /** Loss of value up to the end of the year, of the starting value; it never falls again. */
  lossUsd: usd,
  startValueUsd: usd,
  valueKnown: z.boolean(),
  /** What this year added to it. */
  newLossUsd: usd,
  failed: z.boolean(),
  activity: ratio,
  debtPaid: ratio,
  bindingPaid: ratio,
  discretionaryPaid: ratio,
  tranchePaid: ratio,
  /** Outside money that the firm must find this year for the announced deals to stand, unshocked. */
  gapUsd: usd,
  /** Debt service unpaid by the end of the year, due again in the next. */
  arrearsUsd: usd,
  account: accountSchema,
});

export const pathSchema = z.strictObject({
  $schema: z.optional(z.string()),
  version: z.literal(1),
  receipt: receiptSchema,
  model: idSchema,
  /** False where some year did not settle: then no figure from that year on is final. */
  converged: z.boolean(),
  years: z.array(
    z.strictObject({
      year,
      converged: z.boolean(),
      errorBound: z.nullable(z.number()),
      /** Losses up to the end of the year, as in a cascade, and what the year added. */
      grossLossUsd: usd,
      newLossUsd: usd,
      ownersLossUsd: usd,
      /** Firms that fail in this year. */
      failed: z.array(idSchema),
      gapUsd: usd,
      /** Of the gap, what was not raised. */
      notRaisedUsd: usd,
      arrearsUsd: usd,
      firms: z.array(pathFirmSchema),
    }),
  ),
});

export type PathRun = z.infer<typeof pathSchema>;
export type PathYear = PathRun['years'][number];
export type PathFirm = z.infer<typeof pathFirmSchema>;
export type PathAccount = z.infer<typeof accountSchema>;
