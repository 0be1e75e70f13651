import { ScenarioError } from '../../base/errors.ts';
import { findById } from '../../base/find-by-id.ts';
import type { EventBook, MarketEvent } from './event-schema.ts';
import { MODEL_PREDICTORS } from './model-predictors.ts';
import type { Predictor } from './predictor.ts';

/** Models by id, all by default. @throws ScenarioError for unknown ones and for none */
export const chosenModels = (ids: readonly string[] | undefined): readonly Predictor[] => {
  if (ids === undefined) return MODEL_PREDICTORS;
  if (ids.length > 0) {
    return [...new Set(ids)].map((id) => findById(MODEL_PREDICTORS, id, 'models'));
  }
  throw new ScenarioError({ where: 'models', found: 'none', expected: 'at least one' });
};

/** Events by id, all by default. @throws ScenarioError for unknown ones and for none */
export const chosenEvents = (
  { events }: EventBook,
  ids: readonly string[] | undefined,
): readonly MarketEvent[] => {
  if (ids === undefined) return events;
  if (ids.length > 0) return [...new Set(ids)].map((id) => findById(events, id, 'events'));
  throw new ScenarioError({ where: 'events', found: 'none', expected: 'at least one' });
};

/** @throws ScenarioError for a number that is not whole or out of range */
export const wholeNumber = (where: string, value: number, least: number, most: number): number => {
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  const expected = `a whole number from ${least} to ${most}`;
  throw new ScenarioError({ where, found: String(value), expected });
};
