import { DataError, DataErrors } from '../base/errors.ts';
import { checkDocument } from './check.ts';
import type { DrawableParameters } from './check-distributions.ts';
import { explainIssues } from './explain-issue.ts';
import { fieldsAt } from './fields.ts';
import { type PlaceOf, placesInDocument } from './place.ts';
import { type NetworkDocument, networkSchema } from './schema.ts';

export interface ValidateOptions {
  /** Says where a field stands; default: its place in the JSON document. */
  readonly placeOf?: PlaceOf;
  /** What was already found wrong while the document was put together. */
  readonly problems?: readonly DataError[];
  /** Parameters that may be drawn; default: any. */
  readonly drawable?: DrawableParameters | undefined;
}

/**
 * Check that something is a network document: every field, then what fields say together.
 *
 * @throws DataErrors with every problem found
 */
export const validateDocument = (
  input: unknown,
  { placeOf = placesInDocument(input), problems = [], drawable }: ValidateOptions = {},
): NetworkDocument => {
  const parsed = networkSchema.safeParse(input);
  if (!parsed.success) {
    const told = new Set(problems.map(({ where }) => where));
    const wrong = explainIssues(parsed.error.issues, input, fieldsAt)
      .map(({ path, ...facts }) => new DataError({ where: placeOf(path), ...facts }))
      .filter(({ where }) => !told.has(where));
    throw new DataErrors([...problems, ...wrong]);
  }
  const errors = [...problems, ...checkDocument(parsed.data, placeOf, drawable)];
  if (errors.length > 0) throw new DataErrors(errors);
  return parsed.data;
};
