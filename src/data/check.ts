import { DataError } from '../base/errors.ts';
import { checkAmounts } from './check-amounts.ts';
import { checkDates } from './check-dates.ts';
import { checkDistributions } from './check-distributions.ts';
import { checkReferences } from './check-references.ts';
import { checkStakes } from './check-stakes.ts';
import type { PlaceOf, Report } from './place.ts';
import type { NetworkDocument } from './schema.ts';

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
