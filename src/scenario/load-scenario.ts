import { readdir, readFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { ScenarioError } from '../base/errors.ts';
import { parseScenario } from './parse-scenario.ts';
import type { Scenario } from './schema.ts';

/** A scenario that ships with data; its id is the name of its file. */
export interface Preset {
  readonly id: string;
  readonly scenario: Scenario;
}

const reasonOf = (error: unknown): string => {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return 'nothing at this path';
  return (code ?? message).replace(/\s+/g, ' ');
};

/**
 * Read a scenario from a JSON file.
 *
 * @throws ScenarioError when there is no such file or it isn't a scenario
 */
export const loadScenario = async (path: string): Promise<Scenario> => {
  let document: unknown;
  try {
    document = JSON.parse((await readFile(path, 'utf8')).replace(/^\uFEFF/, ''));
  } catch (error) {
    const expected = 'a scenario as JSON';
    throw new ScenarioError({ where: path, found: reasonOf(error), expected });
  }
  return parseScenario(document, basename(path));
};

/**
 * The scenarios of a directory, by file name; none where there is no such directory.
 *
 * @throws ScenarioError when a file isn't a scenario
 */
export const loadPresets = async (directory: string): Promise<Preset[]> => {
  let names: string[];
  try {
    names = await readdir(directory);
  } catch {
    return [];
  }
  const files = names.filter((name) => extname(name) === '.json').sort();
  return Promise.all(
    files.map(async (name) => ({
      id: basename(name, '.json'),
      scenario: await loadScenario(join(directory, name)),
    })),
  );
};
