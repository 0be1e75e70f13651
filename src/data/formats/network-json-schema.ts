import * as z from 'zod/mini';
import { networkSchema } from '../schema.ts';

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
