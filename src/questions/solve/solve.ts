import { ScenarioError } from '../../base/errors.ts';
import { meantHint, nearestIds } from '../../base/nearest.ts';
import { parseProblem } from '../../models/problem/parse-problem.ts';
import type { Accuracy, PublishedModel } from '../../models/problem/published-model.ts';
import { PUBLISHED, PUBLISHED_IDS, type PublishedId } from '../../models/published.ts';

type Published = typeof PUBLISHED;

/** What a published model is asked: its id and the fields of its problem. */
export type Problem<Id extends PublishedId = PublishedId> = Id extends PublishedId
  ? { readonly model: Id } & Parameters<Published[Id]['solve']>[0]
  : never;

/** What it answers. */
export type Answer<Id extends PublishedId = PublishedId> = ReturnType<Published[Id]['solve']>;

/** @throws ScenarioError for an id that no published model has */
export const publishedModel = (id: unknown): PublishedModel => {
  if (typeof id === 'string' && Object.hasOwn(PUBLISHED, id)) {
    return PUBLISHED[id as PublishedId] as unknown as PublishedModel;
  }
  const hint = typeof id === 'string' ? meantHint(nearestIds(id, PUBLISHED_IDS)) : undefined;
  throw new ScenarioError({
    where: 'model',
    found: JSON.stringify(id) ?? 'nothing',
    expected: `one of ${PUBLISHED_IDS.join(', ')}`,
    ...(hint === undefined ? {} : { hint }),
  });
};

/**
 * A document that should be a problem, such as a parsed file: checked against its model's schema.
 *
 * @param where  what the document is called, for errors
 * @throws ScenarioError for an unknown model or parameter
 * @throws DataError for a field that is missing, unknown or of a wrong form
 * @throws ModelError for a problem on which the model isn't defined
 */
export const solveDocument = (
  { model, $schema: _, ...problem }: Readonly<Record<string, unknown>>,
  where = 'problem',
): Accuracy => {
  const chosen = publishedModel(model);
  return chosen.solve(parseProblem(chosen.problemSchema, problem, where));
};

/**
 * A published model on a plain problem: firms are 0..n-1, matrices dense or lists of entries, money
 * in any one unit.
 *
 * @returns the answer of that model, with `converged`, `residual` and `iterations`; where `converged`
 *          is false no figure is final
 * @throws as `solveDocument`
 */
export const solve = <Id extends PublishedId>(problem: Problem<Id>): Answer<Id> =>
  solveDocument(problem) as Answer<Id>;
