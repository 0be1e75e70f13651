import type { JsonSchema } from './network-json-schema.ts';

/** How a field is written in one cell. `word` is text without spaces around it: ids, days, choices. */
export type CellType = 'text' | 'word' | 'number' | 'boolean' | 'words' | 'schedule';

/** A field of a record as a column; nested fields are named with dots, `name.en`. */
export interface Column {
  readonly name: string;
  readonly path: readonly string[];
  readonly type: CellType;
  readonly isRequired: boolean;
}

const withoutNull = (schema: JsonSchema): JsonSchema => {
  const branch = schema.anyOf?.find(({ type }) => type !== 'null') ?? schema;
  if (!Array.isArray(branch.type)) return branch;
  return { ...branch, type: branch.type.find((type) => type !== 'null') };
};

const cellTypeOf = (schema: JsonSchema): CellType => {
  if (schema.type === 'number' || schema.type === 'integer') return 'number';
  if (schema.type === 'boolean') return 'boolean';
  if (schema.type === 'array') return schema.items?.type === 'object' ? 'schedule' : 'words';
  if (typeof schema.const === 'number') return 'number';
  const isWord = schema.pattern ?? schema.enum ?? schema.const;
  return isWord === undefined ? 'text' : 'word';
};

/** Fields inside an object; for a record with listed keys, one field per key. */
const fieldsOf = (schema: JsonSchema): Readonly<Record<string, JsonSchema>> => {
  const keys = schema.propertyNames?.enum;
  if (keys === undefined || typeof schema.additionalProperties !== 'object') {
    return schema.properties ?? {};
  }
  const field = schema.additionalProperties;
  return Object.fromEntries(keys.map((key) => [String(key), field]));
};

/** The columns of a record's schema, those that it can't do without first; no `history`. */
export const columnsOf = (schema: JsonSchema, above: readonly string[] = []): Column[] => {
  const columns = Object.entries(fieldsOf(schema)).flatMap(([key, field]): Column[] => {
    if (key === 'history') return [];
    const path = [...above, key];
    const plain = withoutNull(field);
    const isRequired = schema.required?.includes(key) ?? false;
    if (plain.type === 'object') {
      const inner = columnsOf(plain, path);
      return inner.map((column) => ({ ...column, isRequired: isRequired && column.isRequired }));
    }
    return [{ name: path.join('.'), path, type: cellTypeOf(plain), isRequired }];
  });
  return columns.toSorted((a, b) => Number(b.isRequired) - Number(a.isRequired));
};

/** One table for several kinds of record: required is what every kind requires. */
export const mergeColumns = (kinds: readonly (readonly Column[])[]): Column[] => {
  const merged = new Map<string, Column>();
  for (const column of kinds.flat()) merged.set(column.name, merged.get(column.name) ?? column);
  const rank = ({ name }: Column): number => {
    const uses = kinds.map((kind) => kind.find((column) => column.name === name)?.isRequired);
    if (uses.every(Boolean)) return 0;
    return uses.some(Boolean) ? 1 : 2;
  };
  return [...merged.values()]
    .map((column) => ({ ...column, isRequired: rank(column) === 0 }))
    .toSorted((a, b) => rank(a) - rank(b));
};
