import type { Adapter } from '../../models/on-web/adapter.ts';
import { ADAPTERS } from '../../models/on-web/adapters.ts';
import type { Predictor } from './predictor.ts';

/** A smaller share is rounding: it ranks nobody above a firm that loses nothing. */
const TRACE = 1e-9;

/** A model of the web: what it says is lost, with the sign of the news. */
export const predictorOf = (adapter: Adapter): Predictor => ({
  id: adapter.id,
  kind: 'model',
  title: adapter.title,
  says: adapter.maps,
  predict: ({ hit, sign }) =>
    adapter
      .read(hit)
      .fractions.map((share) => (share === null || share < TRACE ? 0 : sign * share)),
});

export const MODEL_PREDICTORS: readonly Predictor[] = ADAPTERS.map(predictorOf);
