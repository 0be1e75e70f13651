import { tenDigits } from '../../base/agreed-digits.ts';
import { ModelError, ScenarioError } from '../../base/errors.ts';
import { findById } from '../../base/find-by-id.ts';
import type { Network } from '../../data/graph.ts';
import { type Deal, endsOf } from '../../data/schema.ts';
import { dealWeight } from '../../measures/weights.ts';
import { findFirm } from '../../scenario/find.ts';
import { originOf, shortHash } from '../../scenario/receipt.ts';
import { allChains } from './all-chains.ts';
import type { DealPair, ExposedWeb } from './exposed-web.ts';
import type { DealShares, Exposure, ExposureLayer, ExposurePair } from './exposure-schema.ts';
import { EXPOSURE_KINDS, type ExposureKind } from './layers.ts';

const over = (usd: number | null, base: number | undefined): number | null =>
  usd === null || base === undefined || base <= 0 ? null : usd / base;

/**
 * A deal as a share of the payer's cost and of the payee's revenue, both of the last year reported:
 *
 *   usd / (revenue - operating income) of the payer,  usd / revenue of the payee
 *
 * A future year's order can be more than all that its customer spends now. Stakes and loans are stocks:
 * their figures are years of cost and of revenue. Unknown where dollars, revenue or income are.
 */
export const dealShares = (network: Network, deal: Deal): DealShares => {
  const [payer, payee] = endsOf(deal);
  const { usd } = dealWeight(deal, network);
  const { revenueUsd, operatingIncomeUsd } = network.getNodeAttributes(payer);
  const costUsd =
    revenueUsd === undefined || operatingIncomeUsd === undefined
      ? undefined
      : revenueUsd - operatingIncomeUsd;
  return {
    deal: deal.id,
    kind: deal.kind,
    payer,
    payee,
    usd,
    unit: deal.kind === 'order' ? 'usd-per-year' : 'usd',
    ofPayerCost: over(usd, costUsd),
    ofPayeeRevenue: over(usd, network.getNodeAttribute(payee, 'revenueUsd')),
  };
};

/** The same for every deal, most of the payee's revenue first, unknown ones last. */
export const allDealShares = (network: Network): readonly DealShares[] =>
  network
    .mapEdges((_, deal) => dealShares(network, deal))
    .sort(
      (one, other) =>
        (other.ofPayeeRevenue ?? -1) - (one.ofPayeeRevenue ?? -1) ||
        (one.deal < other.deal ? -1 : 1),
    );

export interface ExposureOptions {
  /** What is counted: `equity`, `order`, `debt`, `together`; all four by default. */
  readonly layers?: readonly ExposureLayer[];
  /** Only pairs with this firm on either side: its id, ticker or name. */
  readonly firm?: string;
}

const kindsOf = (layers: readonly string[] | undefined): readonly ExposureKind[] => {
  if (layers === undefined) return EXPOSURE_KINDS;
  if (layers.length > 0) {
    return [...new Set(layers)].map((id) => findById(EXPOSURE_KINDS, id, 'layers'));
  }
  throw new ScenarioError({ where: 'layers', found: 'none', expected: 'at least one' });
};

/** A total for every pair, or why there is none. */
const totalsOf = (
  { direct, passed }: ExposedWeb,
  layer: string,
): { readonly total: Float64Array | null; readonly noTotal: string | null } => {
  try {
    return { total: allChains(direct, passed, `total exposure, ${layer}`), noTotal: null };
  } catch (error) {
    if (error instanceof ModelError) return { total: null, noTotal: error.message };
    throw error;
  }
};

const dealsByCell = (pairs: readonly DealPair[], size: number): Map<number, string[]> => {
  const cells = new Map<number, string[]>();
  for (const { exposed, to, deal } of pairs) {
    const cell = exposed * size + to;
    const deals = cells.get(cell);
    if (deals === undefined) cells.set(cell, [deal]);
    else deals.push(deal);
  }
  return cells;
};

const directByCell = ({ direct }: ExposedWeb): Map<number, number> => {
  const { size, start, column, weight } = direct;
  const cells = new Map<number, number>();
  for (let i = 0; i < size; i++) {
    for (let at = start[i]!; at < start[i + 1]!; at++) {
      cells.set(i * size + column[at]!, weight[at]!);
    }
  }
  return cells;
};

/** Unknown stands below everything known. */
const largestFirst = (one: ExposurePair, other: ExposurePair): number => {
  const gap = (other.totalUsd ?? -1) - (one.totalUsd ?? -1);
  if (gap !== 0) return gap;
  const direct = (other.directUsd ?? -1) - (one.directUsd ?? -1);
  if (direct !== 0) return direct;
  return `${one.exposed} ${one.to}` < `${other.exposed} ${other.to}` ? -1 : 1;
};

/** Chains thinner than this share of the layer's largest are rounding. */
const TRACE = 1e-15;

const pairsOf = (
  network: Network,
  layer: ExposureLayer,
  web: ExposedWeb,
  total: Float64Array | null,
): ExposurePair[] => {
  const size = web.ids.length;
  const firms = network.mapNodes((_, firm) => firm);
  const direct = directByCell(web);
  const [deals, unknown] = [dealsByCell(web.counted, size), dealsByCell(web.unknown, size)];
  let largest = 0;
  for (const usd of total ?? []) largest = Math.max(largest, usd);
  const cells = new Set([...direct.keys(), ...unknown.keys()]);
  total?.forEach((usd, cell) => {
    if (usd > TRACE * largest) cells.add(cell);
  });
  return Array.from(cells, (cell): ExposurePair => {
    const [row, column] = [Math.floor(cell / size), cell % size];
    const unknownDeals = unknown.get(cell) ?? [];
    const directUsd = direct.get(cell) ?? (unknownDeals.length > 0 ? null : 0);
    const chained = total?.[cell] ?? null;
    const totalUsd = directUsd === null && chained === 0 ? null : chained;
    const { valueUsd, revenueUsd } = firms[row]!;
    return {
      layer,
      exposed: web.ids[row]!,
      to: web.ids[column]!,
      directUsd,
      totalUsd,
      directOfValue: over(directUsd, valueUsd),
      totalOfValue: over(totalUsd, valueUsd),
      directOfRevenue: over(directUsd, revenueUsd),
      totalOfRevenue: over(totalUsd, revenueUsd),
      deals: deals.get(cell) ?? [],
      unknownDeals,
    };
  }).sort(largestFirst);
};

/** Hash of all figures. */
const resultHash = (pairs: readonly ExposurePair[]): string => {
  const rows = pairs.map(({ layer, exposed, to, directUsd, totalUsd }) => [
    `${layer} ${exposed} ${to}`,
    tenDigits(directUsd),
    tenDigits(totalUsd),
  ]);
  return shortHash(rows.sort(([one], [other]) => (one! < other! ? -1 : 1)));
};

/**
 * Who depends on whom before any shock: direct and total exposure of every firm to every firm.
 *
 * The holder is exposed to the issuer, the supplier to the customer, the lender to the borrower. Equity
 * and debt are stocks, orders a yearly flow, and never added up: `together` counts value at stake (see
 * `EXPOSURE_KINDS` for each convention and source, and `allChains` for the total's formula). Dollars are
 * those of `dealWeight`: at face, no status or probability weight. Deals of unknown dollars are named and
 * leave the figures of their pair a floor, or unknown (null) where nothing else stands between the two.
 * Shares are of the exposed firm's value and of a year of its revenue: null where either is unknown,
 * never 0.
 *
 * A layer whose chains multiply without end has direct figures only and says so in `noTotal`.
 *
 * @throws ScenarioError for an unknown firm or layer
 */
export const exposure = (network: Network, options: ExposureOptions = {}): Exposure => {
  const kinds = kindsOf(options.layers);
  const firm = options.firm === undefined ? undefined : findFirm(network, options.firm);
  const answers = kinds.map((kind) => {
    const web = kind.webOf(network);
    const { total, noTotal } = totalsOf(web, kind.id);
    const pairs = pairsOf(network, kind.id, web, total).filter(
      ({ exposed, to }) => firm === undefined || firm === exposed || firm === to,
    );
    return { kind, web, noTotal, pairs };
  });
  const pairs = answers.flatMap((answer) => answer.pairs);
  return {
    version: 1,
    receipt: {
      ...originOf(network),
      layers: kinds.map(({ id }) => id),
      ...(firm === undefined ? {} : { firm }),
      resultHash: resultHash(pairs),
    },
    layers: answers.map(({ kind: { id, title, unit, convention, source }, noTotal }) => ({
      id,
      title: { ...title },
      unit,
      convention: { ...convention },
      source,
      noTotal,
    })),
    firms: network.mapNodes((id, { valueUsd, revenueUsd }) => ({
      id,
      valueUsd: valueUsd ?? null,
      revenueUsd: revenueUsd ?? null,
    })),
    exposures: pairs,
    deals: allDealShares(network).filter(
      ({ kind, payer, payee }) =>
        kinds.some(({ id }) => id === kind || id === 'together') &&
        (firm === undefined || firm === payer || firm === payee),
    ),
    leftOut: answers.flatMap(({ kind, web }) =>
      web.leftOut.map(({ deal, reason }) => ({ layer: kind.id, deal, reason })),
    ),
  };
};
