import type { Node } from '../../../numerics/program/tape.ts';
import { inputMissing, type TapedRound, worstOf } from './legs.ts';

/** Essential or not, an order counts among its category's: its share of the category's dollars. */
export const inputWeights = ({ tape, web, inputs }: Omit<TapedRound, 'seen'>): readonly Node[] => {
  const { category, customer, usd } = web.orders;
  const totals = new Map<string, { node: Node; count: number }>();
  const keyOf = (leg: number) => `${customer[leg]}:${category[leg]}`;
  usd.forEach((_, leg) => {
    const { node, count } = totals.get(keyOf(leg)) ?? { node: tape.zero, count: 0 };
    totals.set(keyOf(leg), { node: tape.add(node, inputs.orders.usd[leg]!), count: count + 1 });
  });
  return Array.from(usd, (_, leg) => {
    const essentiality = inputs.orders.essentiality[leg]!;
    if (essentiality === tape.zero) return tape.zero;
    const { node, count } = totals.get(keyOf(leg))!;
    const share =
      tape.value[node]! > 0 ? tape.divide(inputs.orders.usd[leg]!, node) : tape.constant(1 / count);
    return tape.multiply(share, essentiality);
  });
};

/** What of its orders each customer can't do without. */
export interface Essentials {
  readonly ordersOfCustomer: readonly (readonly number[])[];
  /** Of every order; zero where it is not essential. */
  readonly weight: readonly Node[];
}

/** As `capacityLoss`: the scarcest category of inputs, or what the shock takes. */
export const capacityLoss = (
  round: TapedRound,
  { ordersOfCustomer, weight }: Essentials,
  i: number,
): Node => {
  const { tape, web, shocks } = round;
  const categories = new Map<number, Node>();
  for (const leg of ordersOfCustomer[i]!) {
    if (weight[leg] === tape.zero) continue;
    const category = web.orders.category[leg]!;
    const missing = tape.multiply(weight[leg]!, inputMissing(round, leg));
    categories.set(category, tape.add(categories.get(category) ?? tape.zero, missing));
  }
  const losses = [shocks.capacity[i]!, shocks.default[i]!, ...categories.values()];
  const worst = worstOf(tape, losses);
  return worst === tape.zero ? worst : tape.min(tape.one, worst, 1);
};
