import { ScenarioError } from '../../base/errors.ts';
import type { Network } from '../../data/graph.ts';

/** @throws ScenarioError where the network says of nothing how sure it is */
export const checkDistributed = (network: Network): void => {
  if (network.getAttribute('uncertainty').length > 0) return;
  throw new ScenarioError({
    where: 'uncertainty',
    found: 'a network without distributions',
    expected: 'rows that say how sure its figures are',
    hint: 'Add uncertainty.csv, or its list in the document; data/ai-web/uncertainty.csv is one.',
  });
};
