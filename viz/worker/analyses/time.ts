import type { LongWork } from '../../../src/base/long-work.ts';
import { timeMachine } from '../../../src/questions/timeline/time-machine.ts';
import type { Timeline } from '../../../src/questions/timeline/timeline-schema.ts';
import type { Subject } from '../analyses.ts';

/** The scenario on every day on which a record changed. */
export const analyse = (
  { document, scenario }: Subject,
  _options: Record<string, never>,
  follow: LongWork,
): Promise<Timeline> => timeMachine(document, scenario, follow);
