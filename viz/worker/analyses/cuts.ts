import type { LongWork } from '../../../src/base/long-work.ts';
import { simulate } from '../../../src/models/chained-boats/simulate.ts';
import type { FirebreakChoice } from '../../../src/questions/cut/choices.ts';
import { firebreak } from '../../../src/questions/cut/firebreak.ts';
import type { Firebreak } from '../../../src/questions/cut/firebreak-schema.ts';
import type { Subject } from '../analyses.ts';

interface CutsQuestion {
  readonly choice: FirebreakChoice;
  readonly count: number;
}

interface CutsAnswer {
  readonly best: Firebreak;
  /** Gross loss of the scenario without the cuts that it has already. */
  readonly uncutLossUsd: number;
}

/** What would save most on top of the cuts that are made, and what those saved. */
export const analyse = async (
  { network, scenario }: Subject,
  { choice, count }: CutsQuestion,
  follow: LongWork,
): Promise<CutsAnswer> => ({
  best: await firebreak(network, scenario, { choice, count, ...follow }),
  uncutLossUsd: simulate(network, { ...scenario, cuts: [] }).totals.grossLossUsd,
});
