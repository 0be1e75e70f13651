import type { BacktestOutcome } from './backtest-schema.ts';
import { BASELINES } from './baselines.ts';
import { type Draws, differenceOf, overallOf } from './overall.ts';
import type { FirmSet, Scored } from './scoring.ts';

/** A smaller difference in rank correlation is noise: some twenty correlated firms, few events. */
export const MARGIN = 0.2;

/** The two ways of saying who is directly exposed. */
export const DIRECT = ['direct-exposure', 'first-step'] as const;

const CASCADE = 'chained-boats';

/** From fewer events nothing is concluded. */
const LEAST_EVENTS = 5;

const two = (value: number): string => `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(2)}`;

const scoresOf = (scores: readonly Scored[], predictor: string, set: FirmSet): readonly Scored[] =>
  scores.filter((one) => one.predictor === predictor && one.set === set && one.target === 'excess');

const beyond = (difference: {
  spearman: number;
  interval: readonly [number, number];
}): -1 | 0 | 1 => {
  const { spearman, interval } = difference;
  if (Math.abs(spearman) < MARGIN || (interval[0] <= 0 && interval[1] >= 0)) return 0;
  return spearman > 0 ? 1 : -1;
};

interface Figures {
  readonly cascade: string;
  readonly direct: string;
  readonly cascadeAll: string;
  readonly directAll: string;
  readonly plain: string;
  readonly plainTitle: Readonly<Record<'en' | 'zh', string>>;
}

const wordsFor = (
  verdict: BacktestOutcome['verdict'],
  { cascade, direct, cascadeAll, directAll, plain, plainTitle }: Figures,
): Pick<BacktestOutcome, 'text' | 'means'> => {
  const en = `mean rank correlation ${cascade} against ${direct} over firms without news of their own, ${cascadeAll} against ${directAll} over all; the best plain rule of the others, “${plainTitle.en}”, gets ${plain} over the former. A difference under ${MARGIN.toFixed(1)} is noise`;
  const zh = `在当日无自身消息的企业上平均秩相关 ${cascade} 对 ${direct}，全部企业 ${cascadeAll} 对 ${directAll}；其余最佳简单规则“${plainTitle.zh}”在前者上为 ${plain}。差异小于 ${MARGIN.toFixed(1)} 即为噪声`;
  switch (verdict) {
    case 'unclear':
      return {
        text: {
          en: `Direct exposure alone does as well as the cascade: ${en}.`,
          zh: `仅看直接敞口与传导模型一样好：${zh}。`,
        },
        means: {
          en: 'On these days the market did not show the further rounds of the cascade: who owns, orders from or lends to the firm in the news tells as much of a day’s moves as the whole model. The model says what follows if promises break; it is no guide to tomorrow’s prices.',
          zh: '在这些交易日，市场并未显现传导的后续轮次：谁持有、采购或借贷于新闻主体，所含信息与整个模型相当。模型说明承诺落空会怎样，并不预示明日股价。',
        },
      };
    case 'direct-better':
      return {
        text: {
          en: `Direct exposure alone does better than the cascade: ${en}.`,
          zh: `仅看直接敞口优于传导模型：${zh}。`,
        },
        means: {
          en: 'What the model adds to direct exposure made its predictions of these days worse. It says what follows if promises break; it is no guide to tomorrow’s prices.',
          zh: '模型在直接敞口之外添加的内容使其对这些交易日的预测变差。模型说明承诺落空会怎样，并不预示明日股价。',
        },
      };
    case 'cascade-better':
      return {
        text: {
          en: `The cascade does better than direct exposure alone: ${en}.`,
          zh: `传导模型优于仅看直接敞口：${zh}。`,
        },
        means: {
          en: 'On these days firms further away moved in the order in which the model hits them. A handful of events is thin evidence.',
          zh: '在这些交易日，较远企业的涨跌次序与模型一致。事件不多，证据有限。',
        },
      };
  }
};

/**
 * Cascade against direct exposure, over the events that aren't confounded: what the first line of a
 * backtest says. Of the two baselines of direct exposure the better one counts.
 *
 * @param scores  of those events
 * @returns null where there are fewer than 5 such events, or no cascade
 */
export const outcomeOf = (scores: readonly Scored[], draws: Draws): BacktestOutcome | null => {
  if (scoresOf(scores, CASCADE, 'all').length < LEAST_EVENTS) return null;
  const mean = (predictor: string, set: FirmSet): number =>
    overallOf(scoresOf(scores, predictor, set), draws).spearman ?? 0;
  const [first, second] = DIRECT;
  const total = (id: string): number => mean(id, 'others') + mean(id, 'all');
  const direct = total(second) > total(first) ? second : first;
  const difference = (set: FirmSet) => {
    const { spearman, interval } = differenceOf(
      scoresOf(scores, CASCADE, set),
      scoresOf(scores, direct, set),
      draws,
    );
    return { spearman, interval: [...interval] as [number, number] };
  };
  const [others, all] = [difference('others'), difference('all')];
  const signs = [beyond(others), beyond(all)];
  const better = signs.includes(1) && !signs.includes(-1);
  const worse = signs.includes(-1) && !signs.includes(1);
  const verdict = better ? 'cascade-better' : worse ? 'direct-better' : 'unclear';
  const plain = BASELINES.filter(({ id }) => !DIRECT.some((one) => one === id)).reduce(
    (best, one) => (mean(one.id, 'others') > mean(best.id, 'others') ? one : best),
  );
  const words = wordsFor(verdict, {
    plain: two(mean(plain.id, 'others')),
    plainTitle: plain.title,
    cascade: two(mean(CASCADE, 'others')),
    direct: two(mean(direct, 'others')),
    cascadeAll: two(mean(CASCADE, 'all')),
    directAll: two(mean(direct, 'all')),
  });
  return { verdict, direct, plain: plain.id, others, all, ...words };
};
