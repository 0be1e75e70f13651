import { timeMachine } from '../../../src/analysis/time/time-machine.ts';
import type { Timeline } from '../../../src/analysis/time/timeline-schema.ts';
import type { LongWork } from '../../../src/long-work.ts';
import type { Subject } from '../analyses.ts';

/** The scenario on every day on which a record changed. */
export const analyse = (
  { document, scenario }: Subject,
  _options: Record<string, never>,
  follow: LongWork,
): Promise<Timeline> => timeMachine(document, scenario, follow);
