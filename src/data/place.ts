import type { ErrorFacts } from '../base/errors.ts';
import { idSchema } from './schema.ts';

/** Says where in somebody's file or document a field stands. */
export type PlaceOf = (path: readonly PropertyKey[]) => string;

/** The value at `path` of a nested document, or undefined. */
export const valueAt = (document: unknown, path: readonly PropertyKey[]): unknown => {
  let value = document;
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<PropertyKey, unknown>)[key];
  }
  return value;
};

const idOf = (record: unknown): string | undefined => {
  const id = idSchema.safeParse(valueAt(record, ['id']));
  return id.success ? id.data : undefined;
};

/** Places in a JSON document: `web.json: firms[3] (oracle).valueUsd`. */
export const placesInDocument =
  (document: unknown, file?: string): PlaceOf =>
  (path) => {
    let place = '';
    path.forEach((key, depth) => {
      place += typeof key === 'number' ? `[${key}]` : `${depth > 0 ? '.' : ''}${String(key)}`;
      const id = depth === 1 ? idOf(valueAt(document, path.slice(0, 2))) : undefined;
      if (id !== undefined) place += ` (${id})`;
    });
    const shown = place === '' ? 'document' : place;
    return file === undefined ? shown : `${file}: ${shown}`;
  };

/** Notes a problem of the field at `path` of the document. */
export type Report = (path: readonly PropertyKey[], facts: Omit<ErrorFacts, 'where'>) => void;
