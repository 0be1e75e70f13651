import { ScenarioError } from '../base/errors.ts';
import { explainIssues } from '../data/explain-issue.ts';
import { placesInDocument } from '../data/place.ts';
import { type Scenario, scenarioSchema } from './schema.ts';

const FIELDS = Object.keys(scenarioSchema.shape);

/**
 * Read a scenario document; what it names is checked against a network by `checkScenario`.
 *
 * @param file  where it comes from, for errors
 * @throws ScenarioError about the first field that is wrong
 */
export const parseScenario = (document: unknown, file = 'scenario'): Scenario => {
  const parsed = scenarioSchema.safeParse(document);
  if (parsed.success) return parsed.data;
  const fields = (path: readonly PropertyKey[]) => (path.length === 0 ? FIELDS : []);
  const [first] = explainIssues(parsed.error.issues, document, fields);
  const { path, ...facts } = first!;
  throw new ScenarioError({ where: placesInDocument(document, file)(path), ...facts });
};
