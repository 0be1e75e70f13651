import { minHeap } from '../../measures/min-heap.ts';
import type { Sources } from './sources.ts';
import { type Mass, stepBack, sumOf } from './trace.ts';

/** A chain of firms from the one that the shock hit to the one that loses, no firm twice. */
export interface Chain {
  readonly firms: readonly string[];
  readonly usd: number;
}

/** The end of a chain: all dollars of the last firm that come in through these firms. */
interface Stretch {
  readonly firms: readonly string[];
  readonly mass: Mass;
  /** Dollars that start with the shock on the first of these firms, known before its own ledger. */
  readonly sparkUsd: number;
}

/** Chains that carry less than this share of the loss are not looked for. */
const LEAST_SHARE = 1e-6;

/**
 * The `count` chains of at most `maxHops` hops that carry most of a firm's loss, largest first. Best
 * first: what comes in through a stretch of firms bounds every chain that it can become, so a chain
 * that is found whole before any stretch with more dollars is the next best.
 */
export const bestChains = (
  sources: Sources,
  firm: string,
  count: number,
  maxHops: number,
): readonly Chain[] => {
  const heap = minHeap();
  const items: (Stretch | Chain)[] = [];
  const push = (usd: number, item: Stretch | Chain): void => {
    heap.push(-usd, items.length);
    items.push(item);
  };
  const mass = sources.get(firm)!.usdInRound;
  const least = LEAST_SHARE * sumOf(mass);
  push(sumOf(mass), { firms: [firm], mass, sparkUsd: 0 });
  const found: Chain[] = [];
  for (let at = heap.pop(); at >= 0 && found.length < count; at = heap.pop()) {
    const item = items[at]!;
    if ('usd' in item) {
      found.push(item);
      continue;
    }
    const { firms } = item;
    const { sparkUsd, before } = stepBack(sources, firms[0]!, item.mass);
    const usd = item.sparkUsd + sparkUsd;
    if (usd > least) push(usd, { firms, usd });
    if (firms.length > maxHops) continue;
    for (const [origin, coming] of before) {
      const most = coming.sparkUsd + sumOf(coming.mass);
      if (most <= least || firms.includes(origin)) continue;
      push(most, { firms: [origin, ...firms], mass: coming.mass, sparkUsd: coming.sparkUsd });
    }
  }
  return found;
};
