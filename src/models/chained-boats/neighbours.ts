import { type Groups, groupBy } from '../../numerics/sparse/groups.ts';
import type { ModelInputs } from './inputs/inputs.ts';

/** The two firms of every leg, and of every link: whoever could lose by what becomes of the other. */
const pairsOf = ({ orders, stakes, promises, loans }: ModelInputs): readonly [number, number][] => {
  const pairs: [number, number][] = [];
  const join = (ones: Int32Array, others: Int32Array, link?: Int32Array): void =>
    ones.forEach((one, leg) => {
      pairs.push([one, others[leg]!]);
      const order = link?.[leg] ?? -1;
      if (order < 0) return;
      for (const end of [orders.customer[order]!, orders.supplier[order]!]) {
        pairs.push([one, end], [others[leg]!, end]);
      }
    });
  join(orders.customer, orders.supplier);
  join(stakes.holder, stakes.issuer, stakes.link);
  join(promises.payer, promises.payee, promises.link);
  join(loans.lender, loans.borrower);
  return pairs;
};

/** Of every firm: itself and all that deal with it, directly or through a link. */
export const neighboursOf = (inputs: ModelInputs): Groups => {
  const size = inputs.firms.length;
  const keys = new Set(inputs.firms.map((_, i) => i * size + i));
  for (const [one, other] of pairsOf(inputs)) {
    keys.add(one * size + other);
    keys.add(other * size + one);
  }
  const sorted = [...keys];
  const groups = groupBy(
    Int32Array.from(sorted, (key) => Math.floor(key / size)),
    size,
  );
  return { start: groups.start, item: groups.item.map((at) => sorted[at]! % size) };
};
