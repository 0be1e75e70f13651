import { DataErrors, ScenarioError } from '../../base/errors.ts';
import type { Network } from '../../data/graph.ts';
import { parameterRowProblems } from '../../models/chained-boats/drawn-parameters.ts';

/**
 * @throws ScenarioError where the network says of nothing how sure it is
 * @throws DataErrors where it says so of a parameter that the model doesn't draw, or beyond its range
 */
export const checkDistributed = (network: Network): void => {
  const rows = network.getAttribute('uncertainty');
  const problems = parameterRowProblems(rows);
  if (problems.length > 0) throw new DataErrors(problems);
  if (rows.length > 0) return;
  throw new ScenarioError({
    where: 'uncertainty',
    found: 'a network without distributions',
    expected: 'rows that say how sure its figures are',
    hint: 'Add uncertainty.csv, or its list in the document; data/ai-web/uncertainty.csv is one.',
  });
};
