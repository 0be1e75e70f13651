import { sensitivity } from '../../../src/analysis/sensitivity/sensitivity.ts';
import type { Indices } from '../../../src/analysis/sensitivity/sensitivity-schema.ts';
import type { LongWork } from '../../../src/long-work.ts';
import type { Subject } from '../analyses.ts';

/** What of the spread of the gross loss is due to what. */
export const analyse = async (
  { network, scenario }: Subject,
  { rows }: { readonly rows: number },
  follow: LongWork,
): Promise<Indices> => {
  const { indices } = await sensitivity(network, scenario, {
    tornado: false,
    indices: rows,
    ...follow,
  });
  return indices!;
};
