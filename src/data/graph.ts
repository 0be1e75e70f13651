import type { MultiDirectedGraph } from 'graphology';
import type { Deal, Distribution, Fact, Firm, PerGigawatt, Source } from './schema.ts';

/** What the graph knows besides firms and deals. */
export interface NetworkAttributes {
  readonly name: string;
  readonly asOf: string;
  readonly sources: readonly Source[];
  readonly facts: readonly Fact[];
  readonly perGigawatt: readonly PerGigawatt[];
  readonly uncertainty: readonly Distribution[];
  readonly layout: readonly { readonly firm: string; readonly x: number }[];
}

/**
 * The spine of the product: firms are nodes, deals are edges from who owns, owes or orders to whom,
 * keyed by their ids; attributes are the records as they stood on the day `asOf`.
 */
export type Network = MultiDirectedGraph<Firm, Deal, NetworkAttributes>;
