import * as z from 'zod/mini';
import { idSchema } from '../data/schema.ts';
import { receiptSchema } from '../scenario/schema.ts';

/** What can take value from a firm. Every ledger line names one. */
export const CAUSES = [
  /** The shock that the scenario put on this firm or deal. */
  'own-shock',
  /** An order not placed or not paid: customer -> supplier. */
  'lost-order',
  /** An essential input that did not come: supplier -> customer. */
  'missed-delivery',
  /** A stake that is worth less: issuer -> holder. */
  'holding',
  /** A warrant that lapsed because the leg that it is linked to was not fulfilled. */
  'warrant',
  /** Shares put up for sale by a holder in need: holder -> issuer. */
  'forced-sale',
  /** A loan that is not served in full: borrower -> lender. */
  'loan',
  /** Money promised to the firm that is not paid: holder or lender -> firm. */
  'cut-tranche',
  /** Outside funding that a weaker firm can't raise. */
  'lost-funding',
  /** What failing itself costs, split over what made the firm fail. */
  'failure-cost',
  /** Negative: the part of the losses that a firm worth nothing can no longer lose. */
  'limited-liability',
] as const;

const ratio = z.number().check(z.minimum(0), z.maximum(1));

/** `usd` of the firm's loss, in round `round`, because of `deal` with `firm`. */
export const ledgerLineSchema = z.strictObject({
  cause: z.enum(CAUSES),
  deal: z.optional(idSchema),
  /** The other firm: who lit this one. */
  firm: z.optional(idSchema),
  round: z.int().check(z.minimum(1)),
  usd: z.number(),
});

export const firmOutcomeSchema = z.strictObject({
  id: idSchema,
  /** Value after the cascade; for a firm of unknown value, what its claims in the web are worth. */
  valueUsd: z.number(),
  startValueUsd: z.number(),
  /** False: nobody knows what this firm is worth; it passes losses on and is never ranked. */
  valueKnown: z.boolean(),
  lossUsd: z.number(),
  /** Share of the starting value that is lost; null where there was no value to lose. */
  lossFraction: z.nullable(ratio),
  /** Revenue over baseline revenue. */
  activity: ratio,
  debtPaid: ratio,
  bindingPaid: ratio,
  discretionaryPaid: ratio,
  tranchePaid: ratio,
  /** Outside money a period that the firm's plan needs, and the share of it that it still raises. */
  fundingUsd: z.number(),
  fundingRaised: ratio,
  status: z.enum(['untouched', 'singed', 'burning', 'failed']),
  failedInRound: z.nullable(z.int().check(z.minimum(1))),
  ledger: z.array(ledgerLineSchema),
});

export const dealOutcomeSchema = z.strictObject({
  id: idSchema,
  /** Loss that travelled along this deal, both ways together, before limited liability. */
  lossUsd: z.number(),
  /** Fulfilled share of an order or tranche, paid share of a debt, kept share of a stake. */
  ratio,
  /**
   * Where its dollars come from: stated in the records; derived (a stake from its worth or cost);
   * imputed (gigawatts times dollars per gigawatt); unknown, so that nothing travels along it.
   */
  basis: z.enum(['stated', 'derived', 'imputed', 'unknown']),
  /**
   * Dollars that the model counts, after status weight and overlaps: a period's dollars of an order,
   * the worth of a stake, the face of a loan and a period's part of a promise; null: unknown.
   */
  countedUsd: z.nullable(z.number()),
});

export const roundSchema = z.strictObject({
  round: z.int().check(z.minimum(1)),
  lossUsd: z.number(),
  failed: z.array(idSchema),
  /** More than 1 only in the closing tail step: the plain rounds that it stands for, at least. */
  spans: z.int().check(z.minimum(1)),
});

export const cascadeSchema = z.strictObject({
  $schema: z.optional(z.string()),
  version: z.literal(1),
  receipt: receiptSchema,
  model: idSchema,
  converged: z.boolean(),
  /** Largest change in a last full pass over all firms, as a share of a firm's size. */
  residual: z.number(),
  /** No figure is further from the limit than this share of a firm's size; null: not established. */
  errorBound: z.nullable(z.number()),
  iterations: z.int().check(z.minimum(0)),
  rounds: z.array(roundSchema),
  firms: z.array(firmOutcomeSchema),
  deals: z.array(dealOutcomeSchema),
  totals: z.strictObject({
    /** Every firm's loss added up: a dollar counts once per holder it passes through. */
    grossLossUsd: z.number(),
    /** The part borne by owners outside the web: each dollar once. */
    ownersLossUsd: z.number(),
    /** What the shock itself took, before anything spread. */
    firstLossUsd: z.number(),
    /** grossLossUsd / firstLossUsd; null where the shock itself took nothing. */
    amplification: z.nullable(z.number()),
  }),
});

export type Cause = (typeof CAUSES)[number];
export type LedgerLine = z.infer<typeof ledgerLineSchema>;
export type FirmOutcome = z.infer<typeof firmOutcomeSchema>;
export type DealOutcome = z.infer<typeof dealOutcomeSchema>;
export type CascadeRound = z.infer<typeof roundSchema>;
export type Cascade = z.infer<typeof cascadeSchema>;
