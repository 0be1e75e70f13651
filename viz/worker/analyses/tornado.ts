import { sensitivity } from '../../../src/analysis/sensitivity/sensitivity.ts';
import type { Sensitivity } from '../../../src/analysis/sensitivity/sensitivity-schema.ts';
import type { LongWork } from '../../../src/long-work.ts';
import type { Subject } from '../analyses.ts';

/** What a total hangs on: bars, slopes, and the evidence behind it. */
export const analyse = (
  { network, scenario }: Subject,
  { target }: { readonly target: string },
  follow: LongWork,
): Promise<Sensitivity> => sensitivity(network, scenario, { target, ...follow });
