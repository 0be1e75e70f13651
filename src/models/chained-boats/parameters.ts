import type {
  ChoiceParameter,
  NumberParameter,
  ParameterTable,
  ParameterValues,
} from '../../base/parameter.ts';
import { USUAL_TERM_YEARS } from '../../data/order-term.ts';

const number = (
  defaultValue: number,
  [min, max, step]: readonly [number, number, number],
  unit: string,
  en: string,
  zh: string,
): NumberParameter => ({
  kind: 'number',
  default: defaultValue,
  min,
  max,
  step,
  unit,
  meaning: { en, zh },
});

const choice = <const Choice extends string>(
  choices: readonly [Choice, ...Choice[]],
  en: string,
  zh: string,
): ChoiceParameter<Choice> => ({
  kind: 'choice',
  default: choices[0],
  choices,
  meaning: { en, zh },
});

/**
 * The choices of the chained-boats model, each once: flags, forms, docs and defaults come from here.
 * A figure that a record states for itself (`takeOrPay` of a deal, `model` of a firm) goes first.
 */
export const chainedBoatsParameters = {
  takeOrPay: number(
    0.5,
    [0, 1, 0.05],
    'share',
    'part of an order that must be paid even if the customer needs less',
    '即使客户需求减少也必须支付的订单部分（照付不议）',
  ),
  nonBinding: number(
    1,
    [0, 1, 0.05],
    '×',
    'how much of the status weight of deals that are not binding counts',
    '非约束性协议按其状态权重计入的程度',
  ),
  orderTermYears: number(
    USUAL_TERM_YEARS,
    [1, 20, 1],
    'years',
    'term of a contract whose end is not known',
    '未披露期限的合同按此年数计算',
  ),
  gigawattSpread: choice(
    ['uniform', 'ramp'],
    'how a total with a capacity is spread over its years: evenly, or rising as gigawatts arrive',
    '标明容量的合同总额在各年间的分配：平均，或随吉瓦数上线逐年递增',
  ),
  variableCostShare: number(
    0.5,
    [0, 1, 0.05],
    'share',
    'part of operating cost that falls with activity',
    '随业务量下降的经营成本比例',
  ),
  unknownMargin: number(
    0.1,
    [0, 0.5, 0.05],
    'share of revenue',
    'operating margin of firms whose operating income is not known',
    '营业利润未知的企业假定的营业利润率',
  ),
  unknownCash: number(
    0.2,
    [0, 2, 0.05],
    'share of revenue',
    'cash of firms whose cash is not known, as a cushion',
    '现金未知的企业假定的现金缓冲（占年收入）',
  ),
  interestRate: number(
    0.06,
    [0, 0.3, 0.005],
    'per year',
    'interest on debt whose service is not known',
    '未披露偿付额的债务的利率',
  ),
  repaymentYears: number(
    10,
    [1, 40, 1],
    'years',
    'years over which a loan in the web whose term is not known is repaid',
    '网络内期限未知的贷款的偿还年数',
  ),
  revenueElasticity: number(
    1,
    [0, 3, 0.1],
    '% per %',
    'fall of core value per fall of revenue (1 = constant price to sales)',
    '收入每下降1%核心价值下降的百分比（1＝市销率不变）',
  ),
  fundingElasticity: number(
    1,
    [0, 3, 0.1],
    '% per %',
    'fall of outside funding per fall of value',
    '估值每下降1%外部融资下降的百分比',
  ),
  essentiality: number(
    0,
    [0, 1, 0.05],
    'share',
    'output lost per missing share of an input whose essentiality is not stated',
    '未标明关键性的投入缺失时损失的产出比例',
  ),
  failureThreshold: number(
    0,
    [0, 1, 0.05],
    'share of value',
    'a firm also fails when its value falls below this share (0 = off)',
    '估值低于此比例时企业亦视为倒下（0＝关闭）',
  ),
  failureCostShare: number(
    0.3,
    [0, 1, 0.05],
    'share of value',
    'value that failing itself destroys',
    '倒下本身毁损的价值比例',
  ),
  ownRecovery: number(
    1,
    [0, 1, 0.05],
    'share',
    'own funds that a failed firm can still use',
    '倒下企业仍可动用的自有资金比例',
  ),
  receivableRecovery: number(
    1,
    [0, 1, 0.05],
    'share',
    'receipts that a failed firm can still use',
    '倒下企业仍可动用的应收款比例',
  ),
  liquidShare: number(
    0.1,
    [0, 1, 0.05],
    'share of a stake',
    'part of a stake that a holder in need can sell in the period',
    '陷入困境的持股人在期内可变现的持股比例',
  ),
  priceImpact: number(
    1,
    [0, 5, 0.1],
    '% per % of firm',
    'fall of price per share of the firm put up for sale (0 = off)',
    '每抛售公司1%股份引起的股价跌幅（0＝关闭）',
  ),
  valuation: choice(
    ['market', 'book'],
    'how equity is valued: market value that follows revenue, or means left after claims',
    '股权估值方式：随收入变动的市值，或清偿后剩余资产（账面）',
  ),
} as const satisfies ParameterTable;

export type ChainedBoatsParameters = ParameterValues<typeof chainedBoatsParameters>;

/**
 * Parameters that say which flows there are, not how large: terms of years and essential inputs; and the slider
 * of shares that are drawn deal by deal.
 */
const NOT_DRAWN: ReadonlySet<string> = new Set([
  'orderTermYears',
  'repaymentYears',
  'essentiality',
  'nonBinding',
]);

/** Numbers of the model that a table of distributions may be about. */
export const drawableParameters = Object.fromEntries(
  Object.entries(chainedBoatsParameters).flatMap(([name, parameter]) =>
    parameter.kind === 'number' && !NOT_DRAWN.has(name)
      ? [[name, { min: parameter.min, max: parameter.max }] as const]
      : [],
  ),
);
