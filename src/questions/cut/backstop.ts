import type { ModelInputs } from '../../models/chained-boats/inputs/inputs.ts';
import { legsOf } from './plan.ts';

const longer = (values: Float64Array, last: number): Float64Array => {
  const copy = new Float64Array(values.length + 1);
  copy.set(values);
  copy[values.length] = last;
  return copy;
};

/** What the guarantor's entry is where it isn't 0. */
const OWN: Readonly<Partial<Record<keyof ModelInputs, number>>> = {
  valueUsd: 1,
  ownRecovery: 1,
  receivableRecovery: 1,
};

/** The inputs with one more firm, outside the web: rich, worth nothing to anybody, never short. */
const withGuarantor = (inputs: ModelInputs, fundsUsd: number): ModelInputs => {
  const fields = Object.entries(inputs).map(([name, value]) => {
    if (!(value instanceof Float64Array)) return [name, value];
    return [
      name,
      longer(value, name === 'fundsUsd' ? fundsUsd : (OWN[name as keyof ModelInputs] ?? 0)),
    ];
  });
  return { ...Object.fromEntries(fields), firms: [...inputs.firms, GUARANTOR] } as ModelInputs;
};

/** Stands for whoever pays in a payer's stead; no id of a record looks like it. */
const GUARANTOR = '(guarantor)';

/**
 * The inputs where somebody outside makes the payees of some deals whole. The payer still owes what it
 * owes, but to the guarantor; the payee gets its money for sure: an order becomes revenue from outside, a
 * promise is paid by the guarantor, a loan is the guarantor's to lose, its service revenue from outside.
 * A stake can't be backstopped. What is ordered is taken as delivered too.
 */
export const withBackstops = (inputs: ModelInputs, deals: ReadonlySet<string>): ModelInputs => {
  if (deals.size === 0) return inputs;
  const { orders, promises, loans } = inputs;
  const total = [...orders.usd, ...promises.usd, ...loans.faceUsd].reduce(
    (sum, usd) => sum + usd,
    0,
  );
  const guarantor = inputs.firms.length;
  const changed = withGuarantor(inputs, 2 * total);
  const externalRevenueUsd = changed.externalRevenueUsd.slice();
  const supplier = orders.supplier.slice();
  const payer = promises.payer.slice();
  const lender = loans.lender.slice();
  const legs = legsOf(inputs);
  for (const deal of deals) {
    const { order, promise, loan } = legs.get(deal) ?? {};
    if (order !== undefined) {
      externalRevenueUsd[orders.supplier[order]!]! += orders.usd[order]!;
      supplier[order] = guarantor;
    }
    if (promise !== undefined) payer[promise] = guarantor;
    if (loan !== undefined) {
      externalRevenueUsd[loans.lender[loan]!]! += loans.serviceUsd[loan]!;
      lender[loan] = guarantor;
    }
  }
  return {
    ...changed,
    externalRevenueUsd,
    orders: { ...orders, supplier },
    promises: { ...promises, payer },
    loans: { ...loans, lender },
  };
};
