import { type Groups, groupBy } from '../../kernel/groups.ts';
import type { OrderLegs } from '../../network/inputs/inputs.ts';

/**
 * Orders that their customer can't do without, grouped by customer and sorted by category, and the
 * weight of every order: its share of its category's dollars (an equal share where no dollars of
 * the category are known) times its essentiality.
 */
export const essentialInputsOf = (
  orders: OrderLegs,
  firms: number,
): { readonly essentialInputs: Groups; readonly inputWeight: Float64Array } => {
  const legs = [...orders.deal.keys()];
  const keyOf = (leg: number) => `${orders.customer[leg]}:${orders.category[leg]}`;
  const totals = new Map<string, { usd: number; count: number }>();
  for (const leg of legs) {
    const total = totals.get(keyOf(leg)) ?? { usd: 0, count: 0 };
    totals.set(keyOf(leg), { usd: total.usd + orders.usd[leg]!, count: total.count + 1 });
  }
  const inputWeight = Float64Array.from(legs, (leg) => {
    const { usd, count } = totals.get(keyOf(leg)) ?? { usd: 0, count: 1 };
    const share = usd > 0 ? orders.usd[leg]! / usd : 1 / count;
    return share * orders.essentiality[leg]!;
  });
  const essential = legs
    .filter((leg) => inputWeight[leg]! > 0)
    .sort((one, other) => orders.category[one]! - orders.category[other]! || one - other);
  const byCustomer = groupBy(
    Int32Array.from(essential, (leg) => orders.customer[leg]!),
    firms,
  );
  return {
    essentialInputs: {
      start: byCustomer.start,
      item: byCustomer.item.map((at) => essential[at]!),
    },
    inputWeight,
  };
};
