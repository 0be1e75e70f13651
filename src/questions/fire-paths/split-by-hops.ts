import type { Sources } from './sources.ts';
import { type Mass, stepBack, sumOf } from './trace.ts';

export interface SplitByHops {
  /** Dollars of chains of h hops, h = 0..maxHops; a chain may come back to a firm. */
  readonly usdByHops: readonly number[];
  /** Dollars whose chains are longer than `maxHops`. */
  readonly longerUsd: number;
  /** Dollars that reach a firm without a ledger within `maxHops`. */
  readonly untracedUsd: number;
}

/** A firm's whole loss by the length of the chains it came along: all firms followed back at once. */
export const splitByHops = (sources: Sources, firm: string, maxHops: number): SplitByHops => {
  const usdByHops = new Array<number>(maxHops + 1).fill(0);
  let untracedUsd = 0;
  let longerUsd = 0;
  let here = new Map<string, Mass>([[firm, sources.get(firm)!.usdInRound]]);
  for (let hops = 0; hops <= maxHops; hops++) {
    const next = new Map<string, Mass>();
    for (const [at, mass] of here) {
      const step = stepBack(sources, at, mass);
      usdByHops[hops]! += step.sparkUsd;
      untracedUsd += step.untracedUsd;
      for (const [origin, coming] of step.before) {
        if (hops === maxHops) {
          longerUsd += coming.sparkUsd + coming.untracedUsd + sumOf(coming.mass);
          continue;
        }
        usdByHops[hops + 1]! += coming.sparkUsd;
        untracedUsd += coming.untracedUsd;
        const sum = next.get(origin);
        if (sum === undefined) next.set(origin, coming.mass);
        else {
          for (let round = 1; round < sum.length; round++) sum[round]! += coming.mass[round]!;
        }
      }
    }
    here = next;
  }
  return { usdByHops, longerUsd, untracedUsd };
};
