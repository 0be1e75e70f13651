import type { Deal, Firm, PerGigawatt } from '../../../data/schema.ts';
import { type Algebra, floats } from '../../../numerics/program/algebra.ts';
import type { ChainedBoatsParameters } from '../parameters.ts';
import type { DealField, FirmField } from './input-ref.ts';
import { type DerivationSettings, weightOf } from './settings.ts';

export type NumberParameter = {
  readonly [Name in keyof ChainedBoatsParameters]: ChainedBoatsParameters[Name] extends number
    ? Name
    : never;
}[keyof ChainedBoatsParameters];

/** What records state, as quantities of an algebra. */
export interface StatedFacts<Q> {
  readonly algebra: Algebra<Q>;
  /** A stated number of a deal. */
  readonly ofDeal: (deal: Deal, field: DealField, value: number) => Q;
  /** A stated number of a firm. */
  readonly ofFirm: (firm: Firm, field: FirmField, value: number) => Q;
  /** Some of the `totalUsd` of an order's whole schedule, which moves as one. */
  readonly ofSchedule: (deal: Deal, usd: number, totalUsd: number) => Q;
  /** Dollars per gigawatt of a row of that table. */
  readonly ofRow: (row: PerGigawatt) => Q;
}

/** Everything that inputs are derived from: what records state, the scenario's numbers, and how much of a deal counts. */
export interface Facts<Q> extends StatedFacts<Q> {
  readonly settings: DerivationSettings;
  readonly parameter: (name: NumberParameter) => Q;
  /**
   * The share of a deal that counts: the weight of its status. A deal's yearly dollars, stake, promise, face
   * and service (`dealFlows`) are multiplied by it, whoever weighs or draws it.
   */
  readonly paidShare: (deal: Deal) => Q;
  /**
   * The share of a deal that is left, 0..1, whoever cuts or shrinks it: of all that `dealFlows` has and of the
   * face among a borrower's reported debt (`inputQuantities`).
   */
  readonly part: (deal: Deal) => Q;
}

/** Share of each deal that is left, 0..1; 0: as if never signed. Deals that aren't named are whole. */
export type Parts = ReadonlyMap<string, number>;

export const WHOLE: Parts = new Map();

/** The parts of a web without some of its deals. */
export const without = (cuts: Iterable<string>): Parts =>
  new Map(Array.from(cuts, (deal) => [deal, 0]));

/** What records state, as plain numbers. */
export const statedFloats: StatedFacts<number> = {
  algebra: floats,
  ofDeal: (_deal, _field, value) => value,
  ofFirm: (_firm, _field, value) => value,
  ofSchedule: (_deal, usd) => usd,
  ofRow: (row) => row.usdPerGw,
};

/** Facts as plain numbers. */
export const floatFacts = (settings: DerivationSettings, parts: Parts = WHOLE): Facts<number> => ({
  ...statedFloats,
  settings,
  parameter: (name) => settings.parameters[name],
  paidShare: (deal) => weightOf(deal.status, settings),
  part: ({ id }) => parts.get(id) ?? 1,
});
