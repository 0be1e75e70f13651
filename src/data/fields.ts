import type * as z from 'zod/mini';
import { networkSchema } from './schema.ts';

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
export const fieldsAt = (path: readonly PropertyKey[]): string[] => {
  let definitions = plain(networkSchema);
  for (const key of path) definitions = definitions.flatMap((one) => below(one, key));
  return [...new Set(definitions.flatMap(namesOf))];
};
