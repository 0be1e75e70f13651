import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { tenDigits } from '../base/agreed-digits.ts';
import { VERSION } from '../base/version.ts';
import type { Network } from '../data/graph.ts';
import type { Receipt, Scenario } from './schema.ts';

/** The same value always gives the same text: keys sorted, undefined fields left out. */
export const canonicalJson = (value: unknown): string =>
  JSON.stringify(value, (_, field: unknown) =>
    field !== null && typeof field === 'object' && !Array.isArray(field)
      ? Object.fromEntries(Object.entries(field).sort(([one], [other]) => (one < other ? -1 : 1)))
      : field,
  );

/** Sixteen hexadecimal digits of the SHA-256 of a value's canonical JSON. */
export const shortHash = (value: unknown): string =>
  bytesToHex(sha256(utf8ToBytes(canonicalJson(value)))).slice(0, 16);

const byId = (one: { readonly id: string }, other: { readonly id: string }): number =>
  one.id < other.id ? -1 : 1;

/** Hash of the records that a result can depend on, whatever their order. */
export const networkHash = (network: Network): string =>
  shortHash({
    asOf: network.getAttribute('asOf'),
    firms: network.mapNodes((_, firm) => firm).sort(byId),
    deals: network.mapEdges((_, deal) => deal).sort(byId),
    perGigawatt: network.getAttribute('perGigawatt'),
  });

/** What every receipt begins with: the engine, and the network by name, day and hash. */
export const originOf = (
  network: Network,
  hash = networkHash(network),
): Pick<Receipt, 'engine' | 'network'> => ({
  engine: `chained-boats ${VERSION}`,
  network: { name: network.getAttribute('name'), asOf: network.getAttribute('asOf'), hash },
});

/** What a cascade's receipt vouches for. */
interface CascadeFigures {
  readonly converged: boolean;
  readonly totals: { readonly grossLossUsd: number; readonly ownersLossUsd: number };
  readonly firms: readonly {
    readonly id: string;
    readonly lossUsd: number;
    readonly activity: number;
    readonly discretionaryPaid: number;
    readonly failedInRound: number | null;
  }[];
}

/** Hash of what the run found: losses, ratios, failures and totals. */
const resultHash = (result: CascadeFigures): string =>
  shortHash({
    converged: result.converged,
    totals: tenDigits(result.totals.grossLossUsd),
    owners: tenDigits(result.totals.ownersLossUsd),
    firms: [...result.firms]
      .sort(byId)
      .map((firm) => [
        firm.id,
        tenDigits(firm.lossUsd),
        tenDigits(firm.activity),
        tenDigits(firm.discretionaryPaid),
        firm.failedInRound,
      ]),
  });

export const receiptOf = (
  network: Network,
  hash: string,
  scenario: Scenario,
  result: CascadeFigures,
): Receipt => ({
  ...originOf(network, hash),
  scenario,
  resultHash: resultHash(result),
});

/**
 * The receipt of any other answer about a scenario on a network.
 *
 * @param figures  what the result hash covers: plain values, numbers rounded to what machines agree on
 */
export const receiptFor = (network: Network, scenario: Scenario, figures: unknown): Receipt => ({
  ...originOf(network),
  scenario,
  resultHash: shortHash(figures),
});
