import { type Groups, groupBy } from '../../numerics/sparse/groups.ts';
import type { OrderLegs } from './inputs/inputs.ts';

/** Orders of one customer that can stand in for each other. */
const categoriesOf = (orders: OrderLegs): readonly (readonly number[])[] => {
  const categories = new Map<string, number[]>();
  orders.deal.forEach((_, leg) => {
    const key = `${orders.customer[leg]}:${orders.category[leg]}`;
    categories.set(key, [...(categories.get(key) ?? []), leg]);
  });
  return [...categories.values()];
};

/** Works the weight of every order out again from the dollars and essentialities that stand now. */
export type Weigh = (orders: OrderLegs, weight: Float64Array) => void;

/**
 * The weight of an order among what its customer can't do without: its share of its category's dollars
 * (an equal share where no dollars of the category are known) times its essentiality.
 *
 * @param layout  orders whose customers and categories hold for all that will be weighed
 */
export const weigher = (layout: OrderLegs): Weigh => {
  const categories = categoriesOf(layout);
  return ({ usd, essentiality }, weight) => {
    for (const legs of categories) {
      let totalUsd = 0;
      for (const leg of legs) totalUsd += usd[leg]!;
      for (const leg of legs) {
        const share = totalUsd > 0 ? usd[leg]! / totalUsd : 1 / legs.length;
        weight[leg] = share * essentiality[leg]!;
      }
    }
  };
};

/** Orders that their customer can't do without, grouped by customer and sorted by category, and their weights. */
export const essentialInputsOf = (
  orders: OrderLegs,
  firms: number,
): { readonly essentialInputs: Groups; readonly inputWeight: Float64Array } => {
  const inputWeight = new Float64Array(orders.deal.length);
  weigher(orders)(orders, inputWeight);
  const essential = [...orders.deal.keys()]
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
