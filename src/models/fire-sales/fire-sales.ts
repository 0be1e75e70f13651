import { type ParameterValues, resolveParameters } from '../../base/parameter.ts';
import type { Accuracy, PublishedModel } from '../problem/published-model.ts';
import { readVector } from '../problem/vector.ts';
import { sellAboveLimit } from './above-limit.ts';
import {
  type FireSalesProblem,
  fireSalesProblemSchema,
  type Market,
  readMarket,
  type SalesOutcome,
} from './market.ts';
import { fireSalesParameters } from './parameters.ts';
import { sellToTarget } from './targeting.ts';

/** Lists with an item per shock; amounts in the currency of the problem. */
export interface FireSalesAnswer extends Accuracy {
  /** Per firm: equity that is left, at least 0. */
  readonly equity: readonly (readonly number[])[];
  /** Per firm: what the shock itself takes. */
  readonly directLosses: readonly (readonly number[])[];
  /** Per firm: what everybody's sales take from it; beyond its equity, creditors bear it. */
  readonly saleLosses: readonly (readonly number[])[];
  /** Per firm: what its own sales take from everybody; sums to the same as `saleLosses`. */
  readonly causedLosses: readonly (readonly number[])[];
  /** Per firm: all that it sells, at the prices before each sale. */
  readonly sold: readonly (readonly number[])[];
  /** Per asset: price over the price before the shock. */
  readonly prices: readonly (readonly number[])[];
  /** Losses from sales over all equity before the shock (aggregate vulnerability). */
  readonly vulnerability: readonly number[];
}

const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);

const playing = (
  market: Market,
  values: ParameterValues<typeof fireSalesParameters>,
): ((shock: Float64Array) => SalesOutcome) => {
  const { impact, priceFloor: floor, leverageLimit: limit, shortfall, maxRounds } = values;
  if (values.rule === 'targeting') return (shock) => sellToTarget(market, shock, { impact, floor });
  const target = limit * values.leverageBuffer;
  const insolventSell = values.insolvent === 'sell';
  const rule = { impact, floor, limit, target, shortfall, insolventSell, maxRounds };
  return (shock) => sellAboveLimit(market, shock, rule);
};

const solve = (problem: FireSalesProblem): FireSalesAnswer => {
  const values = resolveParameters(fireSalesParameters, problem.parameters);
  const market = readMarket(problem);
  const play = playing(market, values);
  const outcomes = problem.shocks.map((shock, k) =>
    play(readVector(`shocks[${k}]`, shock, { size: market.assets, min: 0, max: 1 })),
  );
  const lists = (pick: (outcome: SalesOutcome) => Float64Array) =>
    outcomes.map((outcome) => Array.from(pick(outcome)));
  const allEquity = sum(market.equity);
  return {
    equity: lists(({ directLosses, saleLosses }) =>
      market.equity.map((own, i) => Math.max(0, own - directLosses[i]! - saleLosses[i]!)),
    ),
    directLosses: lists(({ directLosses }) => directLosses),
    saleLosses: lists(({ saleLosses }) => saleLosses),
    causedLosses: lists(({ causedLosses }) => causedLosses),
    sold: lists(({ sold }) => sold),
    prices: lists(({ prices }) => prices),
    vulnerability: outcomes.map(({ saleLosses }) =>
      allEquity > 0 ? sum(saleLosses) / allEquity : 0,
    ),
    converged: outcomes.every(({ converged }) => converged),
    residual: Math.max(0, ...outcomes.map(({ residual }) => residual)),
    iterations: Math.max(0, ...outcomes.map(({ rounds }) => rounds)),
  };
};

/**
 * Fire sales of common holdings: firms that lose sell, sales lower prices, and lower prices hurt all
 * who hold the same assets.
 *
 * `targeting` (Greenwood, Landier and Thesmar 2015): every firm sells back to the leverage that it
 * had, once, with linear impact. `threshold` (Cont and Schaanning 2017): only firms above a limit of
 * leverage sell, down to a buffer below it, round after round, with the bounded impact of the paper, a
 * linear or a square-root one.
 *
 * Firms 0..n-1, assets 0..m-1, amounts in any one currency. A firm without debt never sells. No firms
 * at all: empty lists per shock.
 *
 * @throws ModelError for a firm in debt without equity (targeting) or above the limit before the shock
 * @throws DataError, ModelError for a table or vector that isn't what it should be
 */
export const fireSales: PublishedModel<
  FireSalesProblem,
  FireSalesAnswer,
  typeof fireSalesParameters
> = {
  id: 'fire-sales',
  title: { en: 'Fire sales of common holdings', zh: '共同持仓的抛售' },
  equation:
    'targeting: sales φ = Mᵀ B A M F₁, prices F₂ = φ/D, losses A M F₂; threshold: Γ_i = min(1, (A_i − λ_b C_i)/Π_i) where A_i > λ_max C_i, Ψ = (1 − B/S)(1 − e^{−q/((1−B)D)})',
  tells: {
    en: 'who is hurt by whose sales when firms hold the same assets, though they owe each other nothing',
    zh: '当企业持有相同资产时，谁因谁的抛售受损，即使互无债务',
  },
  blindTo: [
    { en: 'buyers who step in, and prices that recover', zh: '入场的买家与价格回升' },
    { en: 'runs and funding: only leverage makes firms sell', zh: '挤兑与融资：仅杠杆促使抛售' },
    {
      en: 'choice of what to sell first: all is sold in proportion',
      zh: '先卖何物的选择：按比例出售',
    },
  ],
  references: [
    {
      text: 'Greenwood, Landier and Thesmar (2015), Vulnerable banks, Journal of Financial Economics 115(3)',
      doi: '10.1016/j.jfineco.2014.11.006',
    },
    {
      text: 'Cont and Schaanning (2017), Fire sales, indirect contagion and systemic stress testing, Norges Bank working paper 2/2017',
      doi: '10.2139/ssrn.2541114',
    },
  ],
  parameters: fireSalesParameters,
  problemSchema: fireSalesProblemSchema,
  solve,
};
