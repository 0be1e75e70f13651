import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { loadNetwork } from '../../src/data/load.ts';
import { checkScenario } from '../../src/scenario/check.ts';
import { loadPresets, loadScenario } from '../../src/scenario/load-scenario.ts';

let directory = '';
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'boats-scenario-'));
});
afterAll(async () => {
  await rm(directory, { recursive: true, force: true });
});

it('lists the scenarios of a directory by the names of their files', async () => {
  const scenario = {
    version: 1,
    name: 'Half',
    shocks: [{ kind: 'revenue', firm: 'a', size: 0.5 }],
  };
  await writeFile(join(directory, 'z.json'), JSON.stringify({ ...scenario, name: 'Last' }));
  await writeFile(join(directory, 'half.json'), `\uFEFF${JSON.stringify(scenario)}`);
  await writeFile(join(directory, 'notes.txt'), 'no scenario');
  expect(await loadPresets(directory)).toEqual([
    { id: 'half', scenario },
    { id: 'z', scenario: { ...scenario, name: 'Last' } },
  ]);
  expect(await loadPresets(join(directory, 'nowhere'))).toEqual([]);
});

it('says which file is wrong and why', async () => {
  await expect(loadScenario(join(directory, 'no.json'))).rejects.toThrow(
    'no.json: found nothing at this path, expected a scenario as JSON',
  );
  await writeFile(join(directory, 'bad.json'), '{"version":1');
  await expect(loadPresets(directory)).rejects.toThrow(
    /bad\.json: found .*, expected a scenario as JSON/,
  );
  await writeFile(
    join(directory, 'bad.json'),
    '{"version":1,"name":"x","shocks":[{"kind":"cancel","deal":"d","size":2}]}',
  );
  await expect(loadPresets(directory)).rejects.toThrow(
    'bad.json: shocks[0].size: found 2, expected at most 1',
  );
  await expect(loadScenario(directory)).rejects.toThrow('found EISDIR, expected a scenario');
});

it('the scenarios that ship fit the data that ships', async () => {
  const network = await loadNetwork('data/ai-web');
  const presets = await loadPresets('data/ai-web/scenarios');
  expect(presets.length).toBeGreaterThan(0);
  for (const { scenario } of presets) expect(() => checkScenario(network, scenario)).not.toThrow();
});
