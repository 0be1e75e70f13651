import type { FirebreakChoice } from '../../../src/analysis/firebreak/choices.ts';
import { firebreak } from '../../../src/analysis/firebreak/firebreak.ts';
import type { Firebreak } from '../../../src/analysis/firebreak/firebreak-schema.ts';
import { simulate } from '../../../src/contagion/simulate.ts';
import type { LongWork } from '../../../src/long-work.ts';
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
