import { ScenarioError } from './errors.ts';
import { meantHint, nearestIds } from './nearest.ts';

/**
 * The item of that id in a list of models, measures or other named things.
 * @throws ScenarioError with the ids that there are and the nearest ones
 */
export const findById = <Item extends { readonly id: string }>(
  items: readonly Item[],
  id: string,
  where: string,
): Item => {
  const item = items.find((candidate) => candidate.id === id);
  if (item !== undefined) return item;
  const ids = items.map((candidate) => candidate.id);
  const hint = meantHint(nearestIds(id, ids));
  throw new ScenarioError({
    where,
    found: JSON.stringify(id),
    expected: `one of ${ids.join(', ')}`,
    ...(hint === undefined ? {} : { hint }),
  });
};
