import type { LongWork } from '../../../src/base/long-work.ts';
import { sensitivity } from '../../../src/questions/sensitivity/sensitivity.ts';
import type { Sensitivity } from '../../../src/questions/sensitivity/sensitivity-schema.ts';
import type { Subject } from '../analyses.ts';

/** What a total hangs on: bars, slopes, and the evidence behind it. */
export const analyse = (
  { network, scenario }: Subject,
  { target }: { readonly target: string },
  follow: LongWork,
): Promise<Sensitivity> => sensitivity(network, scenario, { target, ...follow });
