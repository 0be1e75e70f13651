import { safeParse, type z } from 'zod/mini';
import { DataError } from '../../base/errors.ts';
import { explainIssues } from '../../data/explain-issue.ts';
import { placesInDocument } from '../../data/place.ts';

type Issue = z.core.$ZodIssue;

const depth = (issues: readonly Issue[]): number =>
  Math.max(0, ...issues.map(({ path }) => path.length));

/** Of what fits in several ways, the complaint about the way that fits furthest. */
const nearestBranch = (issue: Issue): readonly Issue[] => {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue];
  const deepest = Math.max(...issue.errors.map(depth));
  const branch = issue.errors.find((issues) => depth(issues) === deepest)!;
  return branch.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }) as Issue);
};

const fieldsOf = (schema: z.core.$ZodType): readonly string[] => {
  const { def } = schema._zod;
  return 'shape' in def ? Object.keys(def.shape as object) : [];
};

/**
 * A problem as its model's schema has it.
 *
 * @param where  what the problem is called, for errors
 * @throws DataError about the first field that is wrong, a misspelt one before all: its path, what stood there, what should
 */
export const parseProblem = (schema: z.core.$ZodType, problem: unknown, where: string): unknown => {
  const parsed = safeParse(schema, problem);
  if (parsed.success) return parsed.data;
  const { issues } = parsed.error;
  const strange = issues.filter(({ code }) => code === 'unrecognized_keys');
  const fields = (path: readonly PropertyKey[]) => (path.length === 0 ? fieldsOf(schema) : []);
  const [first] = explainIssues([...strange, ...issues].flatMap(nearestBranch), problem, fields);
  const { path, hint, ...facts } = first!;
  const isUseful = hint !== undefined && facts.expected !== 'a list';
  const place = placesInDocument(problem, where)(path);
  throw new DataError({ where: place, ...facts, ...(isUseful ? { hint } : {}) });
};
