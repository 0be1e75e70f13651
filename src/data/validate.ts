import type * as z from 'zod/mini';
import { DataError, DataErrors } from '../base/errors.ts';
import { checkDocument } from './check.ts';
import type { DrawableParameters } from './check-distributions.ts';
import { explainIssues } from './explain-issue.ts';
import { type PlaceOf, placesInDocument } from './place.ts';
import { type NetworkDocument, networkSchema } from './schema.ts';

type Definition = z.core.$ZodTypes['_zod']['def'];

/** The object and list schemas that a schema stands for, without optional, nullable and unions. */
const plain = (schema: z.core.$ZodType): readonly Definition[] => {
  const definition = (schema as z.core.$ZodTypes)._zod.def;
  switch (definition.type) {
    case 'optional':
    case 'nullable':
    case 'default':
      return plain(definition.innerType);
    case 'union':
      return definition.options.flatMap(plain);
    default:
      return [definition];
  }
};

const below = (definition: Definition, key: PropertyKey): readonly Definition[] => {
  if (definition.type === 'array') return plain(definition.element);
  if (definition.type !== 'object') return [];
  const field = definition.shape[String(key)];
  return field === undefined ? [] : plain(field);
};

const namesOf = (definition: Definition): readonly string[] => {
  if (definition.type === 'object') return Object.keys(definition.shape);
  if (definition.type !== 'record') return [];
  return plain(definition.keyType).flatMap((key) =>
    key.type === 'enum' ? Object.values(key.entries).map(String) : [],
  );
};

/** Names of the fields that a record at `path` of a network document may have. */
const fieldsAt = (path: readonly PropertyKey[]): string[] => {
  let definitions = plain(networkSchema);
  for (const key of path) definitions = definitions.flatMap((one) => below(one, key));
  return [...new Set(definitions.flatMap(namesOf))];
};

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
