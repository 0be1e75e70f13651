import { DataError, type ErrorFacts } from '../base/errors.ts';
import { checkAmounts } from './check-amounts.ts';
import { checkDates } from './check-dates.ts';
import { checkDistributions, type DrawableParameters } from './check-distributions.ts';
import { checkReferences } from './check-references.ts';
import { checkStakes } from './check-stakes.ts';
import type { PlaceOf } from './place.ts';
import type { NetworkDocument } from './schema.ts';

/** Notes a problem of the field at `path` of the document. */
export type Report = (path: readonly PropertyKey[], facts: Omit<ErrorFacts, 'where'>) => void;

const CHECKS = [checkReferences, checkDates, checkAmounts, checkStakes];

/** Everything that fields of a document contradict each other in; each field alone is right. */
export const checkDocument = (
  document: NetworkDocument,
  placeOf: PlaceOf,
  drawable?: DrawableParameters,
): DataError[] => {
  const errors: DataError[] = [];
  const report: Report = (path, facts) => {
    errors.push(new DataError({ where: placeOf(path), ...facts }));
  };
  for (const check of CHECKS) check(document, report);
  checkDistributions(document, report, drawable);
  return errors;
};
