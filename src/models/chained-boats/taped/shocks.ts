import type { Node, Tape } from '../../../numerics/program/tape.ts';
import type { Shock } from '../../../scenario/schema.ts';
import { type ShockArrays, shockArrays } from '../shocks.ts';
import type { Web } from '../web.ts';

/** `ShockArrays` on a tape. */
export type TapedShocks = Readonly<Record<keyof ShockArrays, readonly Node[]>>;

const KINDS = [
  'revenue',
  'value',
  'funding',
  'capacity',
  'default',
  'cancelledOrder',
  'cancelledPromise',
  'cancelledWarrant',
] as const satisfies readonly (keyof ShockArrays)[];

/** Where a shock strikes, with a size that is felt. */
const FELT = 0.5;

/**
 * What is left of everything after all shocks: 1 - (1 - a)(1 - b) is lost where two strike.
 *
 * @param sizes  the size of every shock, a node each
 */
export const tapedShocks = (
  tape: Tape,
  web: Web,
  shocks: readonly Shock[],
  layers: readonly string[],
  sizes: readonly Node[],
): TapedShocks => {
  const struck = shocks.map((shock) => shockArrays(web, [{ ...shock, size: FELT }], layers));
  const lost = (kind: (typeof KINDS)[number]): Node[] =>
    Array.from(struck[0]?.[kind] ?? shockArrays(web, [], layers)[kind], (_, at) => {
      let node = tape.zero;
      struck.forEach((arrays, index) => {
        if (arrays[kind][at]! === 0) return;
        const kept = (share: Node) => tape.subtract(tape.one, share);
        node = kept(tape.multiply(kept(node), kept(sizes[index]!)));
      });
      return node;
    });
  return Object.fromEntries(KINDS.map((kind) => [kind, lost(kind)])) as Record<
    (typeof KINDS)[number],
    Node[]
  >;
};
