import {
  type ChoiceParameter,
  type NumberParameter,
  resolveParameters,
} from '../../base/parameter.ts';
import type { Accuracy, PublishedModel } from '../problem/published-model.ts';
import { readVector } from '../problem/vector.ts';
import { lossesAtLimit } from './losses.ts';
import { scoreOf } from './score.ts';
import { lossesStepwise } from './stepwise.ts';
import { type EsriProblem, esriProblemSchema, readSupplyWeb } from './supply-web.ts';

const replaceability: ChoiceParameter<'yes' | 'no'> = {
  kind: 'choice',
  default: 'no',
  choices: ['yes', 'no'],
  meaning: {
    en: 'whether customers of a firm that delivers less turn to others of its industry, as far as those can deliver',
    zh: '供货减少时客户是否可转向同行业其他企业（以其产能为限）',
  },
};

const stopping: ChoiceParameter<'error' | 'step' | 'ratio'> = {
  kind: 'choice',
  default: 'error',
  choices: ['error', 'step', 'ratio'],
  meaning: {
    en: 'what the tolerance is for: the error of a loss (error), or, as in published codes, the last step of any loss (step) or of the score (ratio)',
    zh: '容差所指：损失的误差（error），或如已发表代码所用，末步损失变化（step）或得分变化（ratio）',
  },
};

const tolerance: NumberParameter = {
  kind: 'number',
  default: 1e-10,
  min: 1e-14,
  max: 0.5,
  step: 1e-10,
  unit: 'share of output',
  meaning: {
    en: 'when a cascade has come to rest; published codes stop at steps of 0.01, which can be far from the limit',
    zh: '级联视为静止的容差；已发表代码以0.01步长停止，可能离极限尚远',
  },
};

const maxSweeps: NumberParameter = {
  kind: 'number',
  default: 100_000,
  min: 1,
  max: 10_000_000,
  step: 1,
  unit: 'sweeps',
  meaning: {
    en: 'sweeps after which a scenario is given up as not converged',
    zh: '超过此次数仍未收敛则放弃并标明',
  },
};

const esriParameters = { replaceability, stopping, tolerance, maxSweeps };

/** Lists with an item per scenario: per closed firm, or per row of `capacities`. */
export interface EsriAnswer extends Accuracy {
  /** Share of all sales lost, each firm by its worse channel. */
  readonly total: readonly number[];
  /** By missing inputs alone. */
  readonly downstream: readonly number[];
  /** By missing customers alone. */
  readonly upstream: readonly number[];
  /** Rounds until the scenario came to rest. */
  readonly sweeps: readonly number[];
}

const isList = (rows: EsriProblem['capacities'] & object): rows is readonly (readonly number[])[] =>
  Array.isArray(rows[0]);

/** Shares of capacity lost at the start, per scenario. */
const readFloors = (
  capacities: EsriProblem['capacities'],
  size: number,
): readonly Float64Array[] => {
  if (capacities === undefined) {
    return Array.from({ length: size }, (_, closed) => {
      const floor = new Float64Array(size);
      floor[closed] = 1;
      return floor;
    });
  }
  const rows = isList(capacities) ? capacities : [capacities as readonly number[]];
  return rows.map((row, k) =>
    readVector(`capacities[${k}]`, row, { size, min: 0, max: 1 }).map((share) => 1 - share),
  );
};

/**
 * Economic systemic risk index: the share of a supply network's output that is lost when a firm
 * closes, downstream through missing inputs and upstream through missing demand, in two cascades that
 * don't feed each other; each firm counts with its worse one.
 *
 * downstream: 1 - h_j = max(shock, per essential input k: Σ_{i in k} σ_i W_ij/Π_jk (1 - h_i), all other
 * inputs together: Σ_i σ_i W_ij/s_j (1 - h_i)); upstream: 1 - h_i = max(shock, Σ_j W_ij/s_i (1 - h_j)).
 *
 * Firms 0..n-1, amounts in any one currency. By default the answer is the limit of the cascade, to
 * within `tolerance` and by an upper bound that is shown; published codes stop earlier, and `stopping`
 * can do as they do. A firm that sells nothing in the network weighs nothing; no firms: empty lists.
 *
 * @throws DataError, ModelError for a matrix or vector that isn't what it should be
 */
export const esri: PublishedModel<EsriProblem, EsriAnswer, typeof esriParameters> = {
  id: 'esri',
  title: { en: 'Economic systemic risk index', zh: '经济系统性风险指数（ESRI）' },
  equation:
    '1−h_j = max(1−ψ_j, max_{k essential} Σ_{i∈k} σ_i (W_ij/Π_jk)(1−h_i), Σ_{others} σ_i (W_ij/s_j)(1−h_i)) downstream; 1−h_i = max(1−ψ_i, Σ_j (W_ij/s_i)(1−h_j)) upstream; ESRI = Σ w_i max of both',
  tells: {
    en: 'how much output of the whole network hangs on each firm, through what it supplies and through what it buys',
    zh: '整个网络的产出中有多少系于每家企业，经由其供货与采购',
  },
  blindTo: [
    { en: 'stocks, and the time until they run out', zh: '库存及其耗尽的时间' },
    { en: 'prices, new suppliers and new customers', zh: '价格、新供应商与新客户' },
    { en: 'money: nobody fails for lack of funds', zh: '资金：无人因缺钱而倒下' },
    {
      en: 'missing inputs that cut demand for others, and the reverse: the channels don’t mix',
      zh: '缺料对其他需求的影响及其反向：两个渠道互不作用',
    },
  ],
  references: [
    {
      text: 'Diem, Borsos, Reisch, Kertész and Thurner (2022), Quantifying firm-level economic systemic risk from nation-wide supply networks, Scientific Reports 12',
      doi: '10.1038/s41598-022-11522-z',
    },
  ],
  parameters: esriParameters,
  problemSchema: esriProblemSchema,
  solve: (problem) => {
    const values = resolveParameters(esriParameters, problem.parameters);
    const { stopping, tolerance, maxSweeps } = values;
    const replaceable = values.replaceability === 'yes';
    const web = readSupplyWeb(problem);
    const floors = readFloors(problem.capacities, web.size);
    const options = { replaceable, tolerance, maxSweeps };
    const cascade =
      stopping === 'error'
        ? lossesAtLimit(web, floors.length, options)
        : (floor: Float64Array) => lossesStepwise(web, floor, { ...options, stopping });
    const answers = floors.map((floor) => {
      const { down, up, ...accuracy } = cascade(floor);
      return { ...scoreOf(web, { down, up }), ...accuracy };
    });
    return {
      total: answers.map(({ total }) => total),
      downstream: answers.map(({ downstream }) => downstream),
      upstream: answers.map(({ upstream }) => upstream),
      sweeps: answers.map(({ sweeps }) => sweeps),
      converged: answers.every(({ converged }) => converged),
      residual: Math.max(0, ...answers.map(({ residual }) => residual)),
      iterations: Math.max(0, ...answers.map(({ sweeps }) => sweeps)),
    };
  },
};
