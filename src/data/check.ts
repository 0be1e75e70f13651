import { DataError } from '../base/errors.ts';
import { found } from '../base/found.ts';
import { checkAmounts } from './check-amounts.ts';
import { checkDistributions } from './check-distributions.ts';
import { checkReferences } from './check-references.ts';
import { checkStakes } from './check-stakes.ts';
import type { PlaceOf, Report } from './place.ts';
import type { NetworkDocument } from './schema.ts';

const checkOrder = (
  list: 'firms' | 'deals',
  index: number,
  history: readonly { on: string }[],
  report: Report,
): void => {
  history.forEach(({ on }, at) => {
    const before = history[at - 1]?.on;
    if (before === undefined || before <= on) return;
    const expected = `a day not before ${before}, the entry above it`;
    report([list, index, 'history', at, 'on'], { found: found(on), expected });
  });
};

/** History runs forward, starts when its deal was announced and stops when the network's does. */
const checkDates = (document: NetworkDocument, report: Report): void => {
  document.firms.forEach(({ history = [] }, index) => {
    checkOrder('firms', index, history, report);
  });
  document.deals.forEach(({ announcedOn, history = [] }, index) => {
    checkOrder('deals', index, history, report);
    const hint = `The network itself says that it is known as of ${document.asOf}.`;
    if (announcedOn !== undefined && announcedOn > document.asOf) {
      const expected = `a day up to ${document.asOf}`;
      report(['deals', index, 'announcedOn'], { found: found(announcedOn), expected, hint });
    }
    if (announcedOn === undefined && history.length > 0) {
      const expected = 'the day on which the deal was announced, since it has a history';
      report(['deals', index, 'announcedOn'], { found: 'nothing', expected });
    }
    history.forEach(({ on, status }, at) => {
      const path = ['deals', index, 'history', at];
      if (announcedOn !== undefined && on < announcedOn) {
        const expected = `a day not before ${announcedOn}, when the deal was announced`;
        report([...path, 'on'], { found: found(on), expected });
      }
      if (on > document.asOf) {
        report([...path, 'on'], {
          found: found(on),
          expected: `a day up to ${document.asOf}`,
          hint,
        });
      }
      if (status === null) {
        report([...path, 'status'], { found: 'unknown', expected: 'a status' });
      }
    });
  });
};

const CHECKS = [checkReferences, checkDates, checkAmounts, checkStakes, checkDistributions];

/** Everything that fields of a document contradict each other in; each field alone is right. */
export const checkDocument = (document: NetworkDocument, placeOf: PlaceOf): DataError[] => {
  const errors: DataError[] = [];
  const report: Report = (path, facts) => {
    errors.push(new DataError({ where: placeOf(path), ...facts }));
  };
  for (const check of CHECKS) check(document, report);
  return errors;
};
