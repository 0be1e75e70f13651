import { breakPoints } from '../../../src/analysis/breakpoint/break-points.ts';
import type { BreakPoints } from '../../../src/analysis/breakpoint/breakpoint-schema.ts';
import type { LongWork } from '../../../src/long-work.ts';
import type { Subject } from '../analyses.ts';

/** Where firms fail as the shock grows, and the loss by its size. */
export const analyse = (
  { network, scenario }: Subject,
  _options: Record<string, never>,
  follow: LongWork,
): Promise<BreakPoints> => breakPoints(network, scenario, follow);
