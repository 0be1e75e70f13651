import { ChainError } from '../../../src/base/errors.ts';
import type { Network } from '../../../src/data/graph.ts';
import type { Measure } from '../../../src/measures/measure.ts';
import { MEASURES } from '../../../src/measures/measures.ts';
import { rank } from '../../../src/questions/rank/rank.ts';
import type { Ranking } from '../../../src/questions/rank/ranking.ts';
import type { Subject } from '../analyses.ts';

/** Whether a measure has an answer for this web: some have none for chains without an end. */
const answers = ({ id }: Measure, network: Network): boolean => {
  try {
    rank(network, { by: ['order-in', id] });
    return true;
  } catch (error) {
    if (error instanceof ChainError) return false;
    throw error;
  }
};

/** Every firm by every measure that has an answer for this web. */
export const analyse = ({ network }: Subject, _options: Record<string, never>): Ranking => {
  const able = MEASURES.filter((measure) => answers(measure, network));
  return rank(network, { by: able.map(({ id }) => id) });
};
