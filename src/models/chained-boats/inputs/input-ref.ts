import * as z from 'zod/mini';
import { idSchema, STATUSES } from '../../../data/schema.ts';

/** Fields of a deal that a result can hang on; `paidShare` is the share of it that counts. */
export const DEAL_FIELDS = [
  'paidShare',
  'amountUsd',
  'perYearUsd',
  /** Dollars over the whole schedule, its shape kept. */
  'scheduleUsd',
  'capacityGw',
  'takeOrPay',
  'essentiality',
  'withinShare',
  'stake',
  'valueUsd',
  'paidUsd',
  'commitmentUsd',
  'faceUsd',
  'servicePerYearUsd',
] as const;

/** Figures of a firm, and what a researcher stated outright (`model.`). */
export const FIRM_FIELDS = [
  'valueUsd',
  'revenueUsd',
  'operatingIncomeUsd',
  'cashUsd',
  'debtUsd',
  'model.externalRevenueUsd',
  'model.fixedCostUsd',
  'model.variableCostUsd',
  'model.fundsUsd',
  'model.outsideDebtServiceUsd',
  'model.outsideFundingUsd',
  'model.revenueElasticity',
  'model.fundingElasticity',
  'model.failureThreshold',
  'model.failureCostUsd',
  'model.ownRecovery',
  'model.receivableRecovery',
  'model.liquidShare',
] as const;

/** One figure that goes into a result. */
export const inputSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('deal'), deal: idSchema, field: z.enum(DEAL_FIELDS) }),
  z.strictObject({ kind: z.literal('firm'), firm: idSchema, field: z.enum(FIRM_FIELDS) }),
  z.strictObject({ kind: z.literal('parameter'), parameter: z.string() }),
  /** Share of the deals of a status that counts. */
  z.strictObject({ kind: z.literal('weight'), status: z.enum(STATUSES) }),
  /** Dollars per gigawatt of a row of that table. */
  z.strictObject({ kind: z.literal('per-gigawatt'), row: idSchema }),
  /** Size of the scenario's shock with this index. */
  z.strictObject({ kind: z.literal('shock'), index: z.int().check(z.minimum(0)) }),
]);

export type DealField = (typeof DEAL_FIELDS)[number];
export type FirmField = (typeof FIRM_FIELDS)[number];
export type InputRef = z.infer<typeof inputSchema>;
/** A figure of the records, not of the scenario. */
export type RecordRef = Extract<InputRef, { kind: 'deal' | 'firm' | 'per-gigawatt' }>;

export const isOnRecord = (input: InputRef): input is RecordRef =>
  input.kind === 'deal' || input.kind === 'firm' || input.kind === 'per-gigawatt';

/** One text per input: sorts, finds and names it. */
export const inputKey = (input: InputRef): string => {
  switch (input.kind) {
    case 'deal':
      return `deal:${input.deal}:${input.field}`;
    case 'firm':
      return `firm:${input.firm}:${input.field}`;
    case 'parameter':
      return `parameter:${input.parameter}`;
    case 'weight':
      return `weight:${input.status}`;
    case 'per-gigawatt':
      return `per-gigawatt:${input.row}`;
    case 'shock':
      return `shock:${input.index}`;
  }
};
