import * as z from 'zod/mini';
import { networkSchema } from './schema.ts';

/** The part of JSON Schema that the schemas of this project use. */
export interface JsonSchema {
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  readonly oneOf?: readonly JsonSchema[];
  readonly anyOf?: readonly JsonSchema[];
  readonly propertyNames?: JsonSchema;
  readonly additionalProperties?: JsonSchema | boolean;
}

let cached: JsonSchema | undefined;

/** The JSON Schema of a network document as it is read (fields with a default may be absent). */
export const networkJsonSchema = (): JsonSchema => {
  cached ??= z.toJSONSchema(networkSchema, { io: 'input' }) as JsonSchema;
  return cached;
};

const branches = (schema: JsonSchema): readonly JsonSchema[] =>
  schema.oneOf ?? schema.anyOf ?? [schema];

const step = (schema: JsonSchema, key: PropertyKey): readonly JsonSchema[] => {
  const next = typeof key === 'number' ? schema.items : schema.properties?.[String(key)];
  return next === undefined ? [] : branches(next);
};

/** Names of the fields that a record at `path` of a network document may have. */
export const fieldsAt = (path: readonly PropertyKey[]): string[] => {
  let schemas = branches(networkJsonSchema());
  for (const key of path) schemas = schemas.flatMap((schema) => step(schema, key));
  const names = schemas.flatMap((schema) => [
    ...Object.keys(schema.properties ?? {}),
    ...(schema.propertyNames?.enum ?? []).map(String),
  ]);
  return [...new Set(names)];
};
