import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { heavy } from '../heavy.ts';
import { scratchDirectory } from '../scratch-directory.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const project = join(scratchDirectory(), 'project');
const installed = join(project, 'node_modules', 'chained-boats');

const run = (command: string, words: readonly string[], cwd = project): string =>
  execFileSync(command, words, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

/** What a stranger writes first. */
const FIRST_SCRIPT = `
import { fileURLToPath } from 'node:url';
import { type Cascade, loadNetwork, type Network, rank, simulate } from 'chained-boats';

const data = fileURLToPath(new URL('./node_modules/chained-boats/data/ai-web', import.meta.url));
const network: Network = await loadNetwork(data, { asOf: '2026-04-27' });
const cascade: Cascade = simulate(network, {
  version: 1,
  name: 'half',
  shocks: [{ kind: 'revenue', firm: 'openai', size: 0.5 }],
});
const ranking = rank(network, { by: ['pagerank', 'order-in'] });
const neighbours: string[] = network.outNeighbors('openai');
const lossUsd: number = cascade.totals.grossLossUsd;
const first: string | undefined = ranking.firms[0]?.id;
console.log(JSON.stringify({ lossUsd, first, neighbours: neighbours.length }));
`;

/** The same without types, for Node as it is. */
const plainScript = FIRST_SCRIPT.replaceAll(/, type \w+|type \w+, /g, '').replaceAll(
  /: (Network|Cascade|string\[\]|number|string \| undefined) =/g,
  ' =',
);

beforeAll(() => {
  if (!existsSync(join(root, 'dist', 'index.js'))) throw new Error('run npm run build first');
  mkdirSync(project, { recursive: true });
  writeFileSync(join(project, 'package.json'), '{ "type": "module", "private": true }');
  run('npm', ['pack', '--ignore-scripts', '--pack-destination', project], root);
  const tarball = readdirSync(project).find((name) => name.endsWith('.tgz'))!;
  run('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund', `./${tarball}`]);
}, heavy.timeout);

test('the tarball holds what runs and what it runs on, and nothing else', () => {
  expect(readdirSync(installed).sort()).toEqual(
    ['LICENSE', 'README.md', 'data', 'dist', 'package.json'].filter((name) =>
      existsSync(join(root, name)),
    ),
  );
});

test('the library runs in an empty project', () => {
  writeFileSync(join(project, 'first.js'), plainScript);
  const { lossUsd, first, neighbours } = JSON.parse(run(process.execPath, ['first.js']));
  expect(lossUsd).toBeGreaterThan(100e9);
  expect(first).toMatch(/^[a-z]/);
  expect(neighbours).toBeGreaterThan(5);
});

test('the command runs from there, on the data that ships', heavy, () => {
  const command = join(project, 'node_modules', '.bin', 'chained-boats');
  expect(run(command, ['simulate'])).toMatch(/^If OpenAI misses revenue by 50%/);
});

describe.each([
  { moduleResolution: 'bundler', module: 'esnext' },
  { moduleResolution: 'nodenext', module: 'nodenext' },
])('types under $moduleResolution', (resolution) => {
  const check = (name: string, text: string): string => {
    writeFileSync(join(project, name), text);
    const compilerOptions = {
      ...resolution,
      target: 'es2023',
      lib: ['es2023'],
      strict: true,
      noEmit: true,
      types: ['node'],
      typeRoots: [join(root, 'node_modules', '@types')],
      skipLibCheck: true,
    };
    const config = { compilerOptions, files: [name] };
    writeFileSync(join(project, 'tsconfig.json'), JSON.stringify(config));
    try {
      return run(process.execPath, [join(root, 'node_modules', 'typescript', 'bin', 'tsc')]);
    } catch (error) {
      return (error as { stdout: string }).stdout;
    }
  };

  test('the first script type-checks', heavy, () => {
    expect(check('first.ts', FIRST_SCRIPT)).toBe('');
  });

  test('and a mistake in it does not', heavy, () => {
    const wrong = FIRST_SCRIPT.replace("kind: 'revenue'", "kind: 'revenu'");
    expect(check('wrong.ts', wrong)).toMatch(/^wrong\.ts\(\d+,\d+\): error TS2/);
    const untyped = FIRST_SCRIPT.replace('neighbours: string[]', 'neighbours: number');
    expect(check('untyped.ts', untyped)).toMatch(/error TS2322/);
  });
});
