import type { DataError } from '../../base/errors.ts';
import type { PlaceOf } from '../place.ts';

/** What a reader of some format hands to validation. */
export interface ReadDocument {
  readonly document: unknown;
  readonly problems: readonly DataError[];
  readonly placeOf: PlaceOf;
}
