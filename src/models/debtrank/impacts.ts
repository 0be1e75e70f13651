import { compressRows } from '../../numerics/sparse/csr.ts';
import { groupBy } from '../../numerics/sparse/groups.ts';
import type { Entries } from '../problem/entries.ts';

/**
 * Share of its buffer that a lender loses when a borrower is wiped out. Entries of lender r are those
 * at `start[r] .. start[r + 1] - 1`.
 */
export interface Impacts {
  readonly size: number;
  readonly start: Int32Array;
  readonly borrower: Int32Array;
  readonly impact: Float64Array;
  /** The same by borrower: lenders of borrower j at `lendersStart[j] .. lendersStart[j + 1] - 1`. */
  readonly lendersStart: Int32Array;
  readonly lenders: Int32Array;
  readonly impactOnLender: Float64Array;
}

const impactOf = (amount: number, buffer: number, capped: boolean): number => {
  // no buffer: any loss wipes the lender out, the limit of ever smaller buffers
  const impact = Math.min(amount / buffer, Number.MAX_VALUE);
  return capped ? Math.min(1, impact) : impact;
};

/**
 * Impacts Λ_ij = A_ij / E_i of lender i and borrower j. Exposures of a pair that repeats add up
 * before they are capped.
 *
 * @param buffers  n, at least 0
 * @param capped   whether no impact is above 1
 */
export const impactsOf = (exposures: Entries, buffers: Float64Array, capped: boolean): Impacts => {
  const size = buffers.length;
  const rows = compressRows(exposures.row, exposures.column, exposures.amount, size);
  const { start } = rows;
  const merged = {
    start: new Int32Array(size + 1),
    borrower: [] as number[],
    amount: [] as number[],
  };
  const seenAt = new Int32Array(size).fill(-1);
  for (let i = 0; i < size; i++) {
    for (let at = start[i]!; at < start[i + 1]!; at++) {
      const j = rows.column[at]!;
      if (seenAt[j]! >= merged.start[i]!) {
        merged.amount[seenAt[j]!]! += rows.weight[at]!;
      } else {
        seenAt[j] = merged.borrower.length;
        merged.borrower.push(j);
        merged.amount.push(rows.weight[at]!);
      }
    }
    merged.start[i + 1] = merged.borrower.length;
  }
  const lender = new Int32Array(merged.borrower.length);
  for (let i = 0; i < size; i++) lender.fill(i, merged.start[i]!, merged.start[i + 1]!);
  const borrower = Int32Array.from(merged.borrower);
  const impact = Float64Array.from(merged.amount, (amount, at) =>
    impactOf(amount, buffers[lender[at]!]!, capped),
  );
  const { start: lendersStart, item } = groupBy(borrower, size);
  return {
    size,
    start: merged.start,
    borrower,
    impact,
    lendersStart,
    lenders: item.map((at) => lender[at]!),
    impactOnLender: Float64Array.from(item, (at) => impact[at]!),
  };
};
