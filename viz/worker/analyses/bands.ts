import type { LongWork } from '../../../src/base/long-work.ts';
import { uncertainty } from '../../../src/questions/uncertain/uncertainty.ts';
import type { Uncertainty } from '../../../src/questions/uncertain/uncertainty-schema.ts';
import type { Subject } from '../analyses.ts';

/** How sure a scenario's answers are. */
export const analyse = (
  { network, scenario }: Subject,
  { draws }: { readonly draws: number },
  follow: LongWork,
): Promise<Uncertainty> => uncertainty(network, scenario, { draws, ...follow });
