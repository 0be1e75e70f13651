import { luFactor, luSolve } from '../../numerics/linear/lu.ts';
import type { Impacts } from './impacts.ts';

/** Wiped-out firms beyond which a climb is quicker than ever new systems of equations. */
const MOST_WIPED_OUT = 40;

/** Σ of the columns of `echoes` that are listed, each times its amount, added to `target`. */
const addColumns = (
  target: Float64Array,
  echoes: Float64Array,
  columns: readonly number[],
  amounts: ArrayLike<number>,
): void => {
  const size = target.length;
  columns.forEach((column, k) => {
    const amount = amounts[k]!;
    for (let i = 0; i < size; i++) target[i]! += echoes[i * size + column]! * amount;
  });
};

/** What must hit the wiped-out firms, besides the shock, for their stress to be just 1. */
const balancing = (
  echoes: Float64Array,
  stress: Float64Array,
  wiped: readonly number[],
): Float64Array | undefined => {
  const size = stress.length;
  const gap = Float64Array.from(wiped, (i) => 1 - stress[i]!);
  if (wiped.length === 1) return gap.map((share) => share / echoes[wiped[0]! * (size + 1)]!);
  const block = Float64Array.from({ length: wiped.length ** 2 }, (_, at) => {
    const [row, column] = [Math.floor(at / wiped.length), at % wiped.length];
    return echoes[wiped[row]! * size + wiped[column]!]!;
  });
  const factors = luFactor(block, wiped.length);
  return factors === undefined ? undefined : luSolve(factors, gap);
};

const stressOf = (
  { start, borrower, impact }: Impacts,
  stress: Float64Array,
  shock: Float64Array,
  firm: number,
): number => {
  let sum = shock[firm]!;
  for (let at = start[firm]!; at < start[firm + 1]!; at++)
    sum += impact[at]! * stress[borrower[at]!]!;
  return sum;
};

export interface EchoedStress {
  readonly stress: Float64Array;
  readonly residual: number;
  readonly rounds: number;
}

/**
 * Linear stress by default sets instead of rounds: with the firms C wiped out, the others have
 * h = N s + N_{·C} y, y such that h is 1 on C. From the set of firms above 1 without a cap, firms leave
 * or join until nobody changes; stress only falls on the way, so no set comes twice. Exact up to
 * rounding where the echoes exist, for then there is one fixed point.
 *
 * @param echoes  N = (I - Λ)^-1, n×n by rows
 * @param shock   n, shares of the buffers in [0, 1]
 * @returns       undefined where many firms are wiped out: climb instead
 */
export const stressFromEchoes = (
  impacts: Impacts,
  echoes: Float64Array,
  shock: Float64Array,
): EchoedStress | undefined => {
  const { size } = impacts;
  const isWiped = new Uint8Array(size);
  for (let i = 0; i < size; i++) if (shock[i]! >= 1) isWiped[i] = 1;
  for (let rounds = 1; rounds <= size + 1; rounds++) {
    const wiped: number[] = [];
    const hit: number[] = [];
    for (let i = 0; i < size; i++) {
      if (isWiped[i] === 1) wiped.push(i);
      else if (shock[i]! > 0) hit.push(i);
    }
    if (wiped.length > MOST_WIPED_OUT) return undefined;
    const stress = new Float64Array(size);
    addColumns(
      stress,
      echoes,
      hit,
      hit.map((i) => shock[i]!),
    );
    const extra = balancing(echoes, stress, wiped);
    if (extra === undefined) return undefined;
    addColumns(stress, echoes, wiped, extra);
    for (const i of wiped) stress[i] = 1;
    let changed = false;
    for (let i = 0; i < size; i++) {
      const wasWiped = isWiped[i] === 1;
      const over = wasWiped ? stressOf(impacts, stress, shock, i) >= 1 : stress[i]! > 1;
      if (over === wasWiped) continue;
      isWiped[i] = over ? 1 : 0;
      changed = true;
    }
    if (changed) continue;
    let residual = 0;
    for (let i = 0; i < size; i++) {
      const image = Math.min(1, stressOf(impacts, stress, shock, i));
      residual = Math.max(residual, Math.abs(image - stress[i]!));
    }
    return { stress, residual, rounds };
  }
  return undefined;
};
