import type { BacktestEvent } from './backtest-schema.ts';
import type { MarketEvent } from './event-schema.ts';
import type { Prediction, Scored } from './scoring.ts';
import type { Trial } from './trial.ts';

/** An event after its turn: predicted and scored, or why not. */
export interface Tried {
  readonly event: MarketEvent;
  readonly trial: Trial | { readonly why: string };
  readonly predictions: ReadonlyMap<string, Prediction>;
  readonly scores: readonly Scored[];
}

/** The event as a backtest's document shows it. */
export const eventOf = ({ event, trial, predictions }: Tried): BacktestEvent => {
  const { id, on, title, origin = null, kind, direction, grade, soxPercent } = event;
  const common = { id, on, title, origin, kind, direction, grade, soxPercent };
  if ('why' in trial) {
    const nothing = { asOf: null, shocks: [], firms: [], leftOut: [], refused: {} };
    return { ...common, notScored: trial.why, ...nothing };
  }
  const refused: Record<string, string> = {};
  for (const [predictor, prediction] of predictions) {
    if ('refused' in prediction) refused[predictor] = prediction.refused;
  }
  return {
    ...common,
    notScored: null,
    asOf: trial.on.asOf,
    shocks: [...trial.on.shocks],
    firms: trial.firms.map(({ index: _index, ...firm }, at) => ({
      ...firm,
      predicted: Object.fromEntries(
        [...predictions].map(([predictor, prediction]) => [
          predictor,
          'refused' in prediction ? null : prediction[at]!,
        ]),
      ),
    })),
    leftOut: [...trial.leftOut],
    refused,
  };
};
