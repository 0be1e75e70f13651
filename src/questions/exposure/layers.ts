import type { Network } from '../../data/graph.ts';
import type { Bilingual } from '../../measures/measure.ts';
import { type ExposedWeb, exposedWeb } from './exposed-web.ts';
import { EXPOSURE_LAYERS, type ExposureLayer } from './exposure-schema.ts';
import { valueAtStake } from './value-at-stake.ts';

/** One way to count exposures: what a dollar is, and how a loss goes on. */
export interface ExposureKind {
  readonly id: ExposureLayer;
  readonly title: Bilingual;
  readonly unit: 'usd' | 'usd-per-year';
  readonly convention: Bilingual;
  readonly source: string;
  readonly webOf: (network: Network) => ExposedWeb;
}

const kinds: Readonly<Record<ExposureLayer, Omit<ExposureKind, 'id'>>> = {
  equity: {
    title: { en: 'Equity', zh: '股权' },
    unit: 'usd',
    convention: {
      en: 'Holder to issuer, a stock: worth of the stake. Total: the holder’s part of what is held through others, share times share.',
      zh: '持有人对发行人，存量：持股价值。总计：加上经由他人间接持有的部分，比例逐级相乘。',
    },
    source: 'Brioschi, Buzzacchi and Colombo 1989; Elliott, Golub and Jackson 2014',
    webOf: (network) => exposedWeb(network, 'equity'),
  },
  order: {
    title: { en: 'Orders', zh: '订单' },
    unit: 'usd-per-year',
    convention: {
      en: 'Supplier to customer, a yearly flow: orders of a mean year. Total: sales that the supplier would lose if the customer bought nothing and sold nothing, suppliers of suppliers included (hypothetical extraction, Leontief); output is revenue, or the orders received or placed where those are more.',
      zh: '供应商对客户，年流量：年均订单。总计：若客户不买也不卖，供应商（含其上游）将失去的销售额（里昂惕夫假设抽离法）；产出取收入，若收到或发出的订单更多则取其大者。',
    },
    source: 'Leontief 1936; Dietzenbacher and van der Linden 1997',
    webOf: (network) => exposedWeb(network, 'order'),
  },
  debt: {
    title: { en: 'Debt', zh: '债务' },
    unit: 'usd',
    convention: {
      en: 'Lender to borrower, a stock: face of the loans, nothing recovered. Total: a lender passes on to its own lenders the share of its value that it loses (linear DebtRank without its cap); a borrower of unknown value passes nothing on.',
      zh: '贷款人对借款人，存量：贷款面值，不计回收。总计：贷款人把自身价值的损失比例再传给其债权人（无上限的线性 DebtRank）；价值未知的借款人不再传导。',
    },
    source: 'Bardoscia, Battiston, Caccioli and Caldarelli 2015',
    webOf: (network) => exposedWeb(network, 'debt'),
  },
  together: {
    title: { en: 'Value at stake, all layers', zh: '风险价值（各层合计）' },
    unit: 'usd',
    convention: {
      en: 'All layers as value at stake, a stock: worth of stakes, faces of loans, and for orders not their dollars but the part of the supplier’s own value (less its stakes) that they are of its sales. Total: losses passed on as a share of the value of each firm on the way.',
      zh: '各层统一为价值存量：持股价值、贷款面值；订单不计其流量，而计其占供应商销售额的比例所对应的自身价值（扣除持股）。总计：损失按沿途各企业价值的比例传导。',
    },
    source: 'the web’s own claims; Bardoscia, Battiston, Caccioli and Caldarelli 2015',
    webOf: valueAtStake,
  },
};

/** Every way to count exposures, in the order in which they are named. */
export const EXPOSURE_KINDS: readonly ExposureKind[] = EXPOSURE_LAYERS.map((id) => ({
  id,
  ...kinds[id],
}));
