import { dependencyOf } from '../../contagion/published/cross-holdings/dependency.ts';
import { refuseClosedGroups } from '../../contagion/published/shares.ts';
import type { Network } from '../../network/graph.ts';
import { originOf, shortHash } from '../../receipt.ts';
import { findById } from '../../scenario/find-by-id.ts';
import { toCsr } from '../dollar-graph.ts';
import type { Bilingual } from '../measure.ts';
import { inverseOf } from './all-chains.ts';
import { exposedWeb, stakesHeld } from './exposed-web.ts';
import { FIRM_MATRICES, type FirmMatrix, type FirmMatrixId } from './firm-matrix-schema.ts';

interface MatrixKind {
  readonly id: FirmMatrixId;
  readonly title: Bilingual;
  readonly convention: Bilingual;
  readonly source: string;
  readonly entriesOf: (network: Network) => Float64Array;
}

/** A = Ĉ (I - C)^-1 of the stakes of the web. */
const dependency = (network: Network): Float64Array => {
  const size = network.order;
  const { rowStart, column, weight } = toCsr(size, stakesHeld(network));
  const row = new Int32Array(column.length);
  for (let i = 0; i < size; i++) row.fill(i, rowStart[i]!, rowStart[i + 1]!);
  const holdings = { row, column, amount: weight };
  refuseClosedGroups('stakes', holdings, size, (firm) => network.nodes()[firm]!);
  return dependencyOf(holdings, size);
};

const leontief = (network: Network): Float64Array => {
  const { passed } = exposedWeb(network, 'order');
  return inverseOf(passed, 'orders');
};

const KINDS: Readonly<Record<FirmMatrixId, Omit<MatrixKind, 'id'>>> = {
  dependency: {
    title: { en: 'Dependency matrix', zh: '依赖矩阵' },
    convention: {
      en: 'A = Ĉ (I - C)^-1: share of what the column’s firm owns outside the web that belongs, through all chains of stakes, to the outside owners of the row’s firm; columns add up to 1. Stakes as stated, else worth or cash over the issuer’s value.',
      zh: 'A = Ĉ (I - C)^-1：列企业的外部资产中，经由各级持股最终归行企业外部股东所有的比例；每列之和为 1。持股比例取披露值，否则取持股价值或出资额除以发行人价值。',
    },
    source: 'Elliott, Golub and Jackson, Financial networks and contagion, 2014',
    entriesOf: dependency,
  },
  leontief: {
    title: { en: 'Leontief inverse of orders', zh: '订单的里昂惕夫逆矩阵' },
    convention: {
      en: 'L = (I - A)^-1: output of the row’s firm for one dollar of final sales of the column’s firm; A = yearly orders over the customer’s output (revenue, or orders received or placed where those are more).',
      zh: 'L = (I - A)^-1：列企业每一美元最终销售所需的行企业产出；A = 年订单除以客户产出（取收入，若收到或发出的订单更多则取其大者）。',
    },
    source: 'Leontief 1936; Miller and Blair, Input-output analysis',
    entriesOf: leontief,
  },
};

/** Entries below this are rounding. */
const TRACE = 1e-15;

/**
 * The dependency matrix of the stakes, or the Leontief inverse of the orders.
 *
 * @throws ScenarioError for another id
 * @throws ModelError where firms belong wholly to each other, or buy only from each other, or for more
 *         than 3,000 firms
 */
export const firmMatrix = (network: Network, of: FirmMatrixId): FirmMatrix => {
  const ids = FIRM_MATRICES.map((id) => ({ id, ...KINDS[id] }));
  const { id, title, convention, source, entriesOf } = findById(ids, of, 'matrix');
  const size = network.order;
  const entries: [number, number, number][] = [];
  entriesOf(network).forEach((entry, at) => {
    if (Math.abs(entry) > TRACE) entries.push([Math.floor(at / size), at % size, entry]);
  });
  return {
    version: 1,
    receipt: {
      ...originOf(network),
      of: id,
      resultHash: shortHash(
        entries.map(([row, column, entry]) => [row, column, Number(entry.toPrecision(10))]),
      ),
    },
    title: { ...title },
    convention: { ...convention },
    source,
    firms: network.nodes(),
    entries,
  };
};
