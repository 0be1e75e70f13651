import { MEASURES } from '../../../src/measures/measures.ts';
import { rank } from '../../../src/measures/rank.ts';
import type { Ranking } from '../../../src/measures/ranking.ts';
import type { Subject } from '../analyses.ts';

/** Every firm by every measure there is. */
export const analyse = ({ network }: Subject, _options: Record<string, never>): Ranking =>
  rank(network, { by: MEASURES.map(({ id }) => id) });
