import eventsCsv from '../../../data/ai-web/events/events.csv?raw';
import movesCsv from '../../../data/ai-web/events/moves.csv?raw';
import outsideCsv from '../../../data/ai-web/events/outside.csv?raw';
import type { LongWork } from '../../../src/base/long-work.ts';
import { backtest } from '../../../src/questions/backtest/backtest.ts';
import type { Backtest } from '../../../src/questions/backtest/backtest-schema.ts';
import { readEvents } from '../../../src/questions/backtest/read-events.ts';
import type { Subject } from '../analyses.ts';

/** Real market days beside what each model says of the news, on the whole book of deals. */
export const analyse = (
  { document }: Subject,
  _options: Record<string, never>,
  follow: LongWork,
): Promise<Backtest> =>
  backtest(
    document,
    readEvents(
      new Map([
        ['events.csv', eventsCsv],
        ['moves.csv', movesCsv],
        ['outside.csv', outsideCsv],
      ]),
    ),
    follow,
  );
