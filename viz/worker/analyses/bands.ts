import { uncertainty } from '../../../src/analysis/uncertainty/uncertainty.ts';
import type { Uncertainty } from '../../../src/analysis/uncertainty/uncertainty-schema.ts';
import type { LongWork } from '../../../src/long-work.ts';
import type { Subject } from '../analyses.ts';

/** How sure a scenario's answers are. */
export const analyse = (
  { network, scenario }: Subject,
  { draws }: { readonly draws: number },
  follow: LongWork,
): Promise<Uncertainty> => uncertainty(network, scenario, { draws, ...follow });
