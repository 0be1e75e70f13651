import { tenDigits } from '../../base/agreed-digits.ts';
import { findById } from '../../base/find-by-id.ts';
import type { Network } from '../../data/graph.ts';
import { toCsr, type WeightedGraph } from '../../measures/dollar-graph.ts';
import type { Bilingual } from '../../measures/measure.ts';
import { dependencyOf } from '../../models/cross-holdings/dependency.ts';
import { refuseClosedGroups } from '../../models/problem/shares.ts';
import { originOf, shortHash } from '../../scenario/receipt.ts';
import { allChains, inverseOf } from './all-chains.ts';
import { type DealPair, exposedWeb, stakesHeld } from './exposed-web.ts';
import type { ExposureLayer } from './exposure-schema.ts';
import { FIRM_MATRICES, type FirmMatrix, type FirmMatrixId } from './firm-matrix-schema.ts';
import { EXPOSURE_KINDS } from './layers.ts';

interface MatrixKind {
  readonly title: Bilingual;
  readonly unit: FirmMatrix['unit'];
  readonly convention: Bilingual;
  readonly source: string;
  readonly entriesOf: (network: Network) => Float64Array;
  /** Pairs with deals of unknown dollars between them. */
  readonly unknownOf?: (network: Network) => readonly DealPair[];
}

const denseOf = ({ size, start, column, weight }: WeightedGraph): Float64Array => {
  const dense = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let at = start[i]!; at < start[i + 1]!; at++) {
      dense[i * size + column[at]!] = weight[at]!;
    }
  }
  return dense;
};

/** A = Ĉ (I - C)^-1 of the stakes of the web. */
const dependency = (network: Network): Float64Array => {
  const size = network.order;
  const { start, column, weight } = toCsr(size, stakesHeld(network));
  const row = new Int32Array(column.length);
  for (let i = 0; i < size; i++) row.fill(i, start[i]!, start[i + 1]!);
  const holdings = { row, column, amount: weight };
  refuseClosedGroups('stakes', holdings, size, (firm) => network.nodes()[firm]!);
  return dependencyOf(holdings, size);
};

const leontief = (network: Network): Float64Array => {
  const { passed } = exposedWeb(network, 'order');
  return inverseOf(passed, 'orders');
};

const OF_A_LAYER: Readonly<Record<'dependency' | 'leontief', MatrixKind>> = {
  dependency: {
    title: { en: 'Dependency matrix', zh: '依赖矩阵' },
    unit: 'ratio',
    convention: {
      en: 'A = Ĉ (I - C)^-1: share of what the column’s firm owns outside the web that belongs, through all chains of stakes, to the outside owners of the row’s firm; columns add up to 1. Stakes as stated, else worth or cash over the issuer’s value.',
      zh: 'A = Ĉ (I - C)^-1：列企业的外部资产中，经由各级持股最终归行企业外部股东所有的比例；每列之和为 1。持股比例取披露值，否则取持股价值或出资额除以发行人价值。',
    },
    source: 'Elliott, Golub and Jackson, Financial networks and contagion, 2014',
    entriesOf: dependency,
  },
  leontief: {
    title: { en: 'Leontief inverse of orders', zh: '订单的里昂惕夫逆矩阵' },
    unit: 'ratio',
    convention: {
      en: 'L = (I - A)^-1: output of the row’s firm for one dollar of final sales of the column’s firm; A = yearly orders over the customer’s output (revenue, or orders received or placed where those are more).',
      zh: 'L = (I - A)^-1：列企业每一美元最终销售所需的行企业产出；A = 年订单除以客户产出（取收入，若收到或发出的订单更多则取其大者）。',
    },
    source: 'Leontief 1936; Miller and Blair, Input-output analysis',
    entriesOf: leontief,
  },
};

/** Direct or total exposure of the row's firm to the column's, in one layer. */
const exposureKind = (of: 'direct' | 'total', layer: ExposureLayer): MatrixKind => {
  const { id, title, unit, convention, source, webOf } = findById(EXPOSURE_KINDS, layer, 'layer');
  return {
    title:
      of === 'direct'
        ? { en: `Direct exposure: ${title.en}`, zh: `直接敞口：${title.zh}` }
        : { en: `Exposure through all chains: ${title.en}`, zh: `全链敞口：${title.zh}` },
    unit,
    convention,
    source,
    entriesOf: (network) => {
      const { direct, passed } = webOf(network);
      return of === 'direct' ? denseOf(direct) : allChains(direct, passed, `total exposure, ${id}`);
    },
    unknownOf: (network) => webOf(network).unknown,
  };
};

/** Entries below this are rounding. */
const TRACE = 1e-15;

/**
 * Direct or total exposure of every firm to every firm, the dependency matrix of the stakes, or the
 * Leontief inverse of the orders.
 *
 * @param layer  what direct and total exposure count; has no say in the other two
 * @throws ScenarioError for another id or layer
 * @throws ModelError where firms belong wholly to each other, or chains multiply without end, or for
 *         more than 3,000 firms
 */
export const firmMatrix = (
  network: Network,
  of: FirmMatrixId,
  layer: ExposureLayer = 'together',
): FirmMatrix => {
  const { id } = findById(
    FIRM_MATRICES.map((known) => ({ id: known })),
    of,
    'matrix',
  );
  const isExposure = id === 'direct' || id === 'total';
  const { title, unit, convention, source, entriesOf, unknownOf } = isExposure
    ? exposureKind(id, layer)
    : OF_A_LAYER[id];
  const size = network.order;
  const dense = entriesOf(network);
  const largest = dense.reduce((most, entry) => Math.max(most, Math.abs(entry)), 0);
  const entries: [number, number, number][] = [];
  dense.forEach((entry, at) => {
    if (Math.abs(entry) > TRACE * largest) {
      entries.push([Math.floor(at / size), at % size, entry]);
    }
  });
  const known = new Set(entries.map(([row, column]) => row * size + column));
  const unknown = new Set(
    (unknownOf?.(network) ?? []).map(({ exposed, to }) => exposed * size + to),
  );
  return {
    version: 1,
    receipt: {
      ...originOf(network),
      of: id,
      ...(isExposure ? { layer } : {}),
      resultHash: shortHash(entries.map(([row, column, entry]) => [row, column, tenDigits(entry)])),
    },
    title: { ...title },
    unit,
    convention: { ...convention },
    source,
    firms: network.nodes(),
    entries,
    unknown: [...unknown]
      .filter((cell) => !known.has(cell))
      .sort((one, other) => one - other)
      .map((cell): [number, number] => [Math.floor(cell / size), cell % size]),
  };
};
