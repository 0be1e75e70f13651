import type { LongWork } from '../../../src/base/long-work.ts';
import { breakPoints } from '../../../src/questions/breakpoint/break-points.ts';
import type { BreakPoints } from '../../../src/questions/breakpoint/breakpoint-schema.ts';
import type { Subject } from '../analyses.ts';

/** Where firms fail as the shock grows, and the loss by its size. */
export const analyse = (
  { network, scenario }: Subject,
  _options: Record<string, never>,
  follow: LongWork,
): Promise<BreakPoints> => breakPoints(network, scenario, follow);
