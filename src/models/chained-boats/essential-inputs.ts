import { type Algebra, floats } from '../../numerics/program/algebra.ts';
import { type Groups, groupBy } from '../../numerics/sparse/groups.ts';
import type { OrderLegs } from './inputs/inputs.ts';
import type { Column, Written } from './round.ts';

/** Orders of one customer that can stand in for each other. */
const categoriesOf = (orders: OrderLegs): readonly (readonly number[])[] => {
  const categories = new Map<string, number[]>();
  orders.deal.forEach((_, leg) => {
    const key = `${orders.customer[leg]}:${orders.category[leg]}`;
    categories.set(key, [...(categories.get(key) ?? []), leg]);
  });
  return [...categories.values()];
};

/**
 * The weight of an order among what its customer can't do without: its share of its category's dollars
 * (an equal share where no dollars of the category are known) times its essentiality.
 *
 * @param layout  orders whose customers and categories hold for all that will be weighed
 * @returns       writes the weight of every order, from the dollars and essentialities that stand then
 */
export const weigher = (layout: OrderLegs) => {
  const categories = categoriesOf(layout);
  return <Q>(
    { zero, numberOf, add, divide, multiply, constant }: Algebra<Q>,
    { usd, essentiality }: Readonly<Record<'usd' | 'essentiality', Column<Q>>>,
    weight: Written<Q>,
  ): void => {
    for (const legs of categories) {
      let totalUsd = zero;
      for (const leg of legs) totalUsd = add(totalUsd, usd[leg]!);
      const isKnown = numberOf(totalUsd) > 0;
      for (const leg of legs) {
        if (essentiality[leg] === zero) {
          weight[leg] = zero;
          continue;
        }
        const share = isKnown ? divide(usd[leg]!, totalUsd) : constant(1 / legs.length);
        weight[leg] = multiply(share, essentiality[leg]!);
      }
    }
  };
};

/** Orders that count, grouped by customer and sorted by category. */
export const inputsOfCustomers = (
  { customer, category }: OrderLegs,
  firms: number,
  counts: (leg: number) => boolean,
): Groups => {
  const legs = [...customer.keys()]
    .filter(counts)
    .sort((one, other) => category[one]! - category[other]! || one - other);
  const byCustomer = groupBy(
    Int32Array.from(legs, (leg) => customer[leg]!),
    firms,
  );
  return { start: byCustomer.start, item: byCustomer.item.map((at) => legs[at]!) };
};

/** Orders that their customer can't do without, and the weights of all. */
export const essentialInputsOf = (
  orders: OrderLegs,
  firms: number,
): { readonly essentialInputs: Groups; readonly inputWeight: Float64Array } => {
  const inputWeight = new Float64Array(orders.deal.length);
  weigher(orders)(floats, orders, inputWeight);
  return {
    essentialInputs: inputsOfCustomers(orders, firms, (leg) => inputWeight[leg]! > 0),
    inputWeight,
  };
};
