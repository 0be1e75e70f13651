import { csvText } from '../../base/csv-text.ts';
import type { BreakPoints, SmallestShocks } from './breakpoint-schema.ts';

/** The loss curve, one row per size; firms' break points are in the JSON. */
export const breakPointsCsv = ({ curve }: BreakPoints): string =>
  csvText([
    ['size', 'grossLossUsd', 'ownersLossUsd', 'failed', 'converged'],
    ...curve.map(({ size, grossLossUsd, ownersLossUsd, failed, converged }) => [
      size,
      grossLossUsd,
      ownersLossUsd,
      failed,
      converged,
    ]),
  ]);

/** One row per shock that brings the target down. */
export const smallestShocksCsv = ({ target, kind, single, pair }: SmallestShocks): string =>
  csvText([
    ['target', 'kind', 'firms', 'size', 'grossLossUsd'],
    ...[...single, ...(pair === null ? [] : [pair])].map(({ firms, size, grossLossUsd }) => [
      target,
      kind,
      firms.join(';'),
      size,
      grossLossUsd,
    ]),
  ]);
