import type { PathRun } from '../../../src/questions/path/path-schema.ts';
import { simulatePath } from '../../../src/questions/path/simulate-path.ts';
import type { Subject } from '../analyses.ts';

/** The scenario year by year. */
export const analyse = (
  { network, scenario }: Subject,
  { window }: { readonly window: readonly [number, number] },
): PathRun => simulatePath(network, { ...scenario, time: { mode: 'path', window: [...window] } });
