import type { Node, Tape } from '../../../numerics/program/tape.ts';
import type { ModelInputs } from '../inputs/inputs.ts';

/** Inputs of which a number is known per firm. */
export const PER_FIRM = [
  'externalRevenueUsd',
  'fixedCostUsd',
  'variableCostUsd',
  'fundsUsd',
  'reserveUsd',
  'outsideServiceUsd',
  'plannedFundingUsd',
  'revenueElasticity',
  'fundingElasticity',
  'failureThreshold',
  'failureCostUsd',
  'ownRecovery',
  'receivableRecovery',
  'liquidShare',
  'priceImpact',
] as const;

type PerFirm = (typeof PER_FIRM)[number];
type Nodes = readonly Node[];

/** The numbers of `ModelInputs` on a tape, in the same order; who deals with whom stays with the inputs. */
export interface TapedInputs extends Readonly<Record<PerFirm, Nodes>> {
  /** Null where nobody knows the value. */
  readonly valueUsd: readonly (Node | null)[];
  readonly orders: Readonly<Record<'usd' | 'takeOrPay' | 'essentiality', Nodes>> & {
    /** Share of an essential order that is paid; null for every other one. */
    readonly paid: readonly (Node | null)[];
  };
  readonly stakes: Readonly<Record<'stake', Nodes>>;
  readonly promises: Readonly<Record<'usd', Nodes>>;
  readonly loans: Readonly<Record<'faceUsd' | 'serviceUsd', Nodes>>;
}

/** Every input as a leaf of its own. */
export const leavesOf = (tape: Tape, inputs: ModelInputs): TapedInputs => {
  const leaves = (values: Float64Array): Nodes => Array.from(values, tape.leaf);
  const { orders, stakes, promises, loans } = inputs;
  const perFirm = Object.fromEntries(PER_FIRM.map((name) => [name, leaves(inputs[name])]));
  return {
    ...(perFirm as Record<PerFirm, Nodes>),
    valueUsd: Array.from(inputs.valueUsd, (usd) => (Number.isNaN(usd) ? null : tape.leaf(usd))),
    orders: {
      usd: leaves(orders.usd),
      takeOrPay: leaves(orders.takeOrPay),
      essentiality: leaves(orders.essentiality),
      paid: orders.deal.map(() => null),
    },
    stakes: { stake: leaves(stakes.stake) },
    promises: { usd: leaves(promises.usd) },
    loans: { faceUsd: leaves(loans.faceUsd), serviceUsd: leaves(loans.serviceUsd) },
  };
};
