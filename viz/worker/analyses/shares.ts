import type { LongWork } from '../../../src/base/long-work.ts';
import { sensitivity } from '../../../src/questions/sensitivity/sensitivity.ts';
import type { Indices } from '../../../src/questions/sensitivity/sensitivity-schema.ts';
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
