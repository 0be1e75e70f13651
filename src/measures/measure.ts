import type { ParameterTable } from '../base/parameter.ts';
import type { Network } from '../data/graph.ts';
import type { DealKind } from '../data/schema.ts';

/** A text in the two languages of the page. */
export interface Bilingual {
  readonly en: string;
  readonly zh: string;
}

export interface MeasureOptions {
  /** Kinds of deals that count; all three by default. Measures of one layer ignore it. */
  readonly layers?: readonly DealKind[];
  /** By parameter name; what is not named keeps its default. */
  readonly parameters?: Readonly<Record<string, number>>;
  /** Firm that measures of one firm's view look from; the others ignore it. */
  readonly from?: string;
}

/** A figure per firm: one object, one file, one line in the list. */
export interface Measure {
  readonly id: string;
  readonly title: Bilingual;
  /** `usd`, `usd-per-year`, `share` (sums to 1), `paths` (a count), `group` (a number that names a group) or `none`. */
  readonly unit: 'usd' | 'usd-per-year' | 'share' | 'paths' | 'group' | 'none';
  /** What exactly is computed, on which graph, and what empty graphs get. */
  readonly convention: string;
  readonly source: string;
  readonly parameters: ParameterTable;
  /** One finite figure per firm, in the network's node order; NaN: unknown. */
  readonly fn: (network: Network, options?: MeasureOptions) => Float64Array;
}
