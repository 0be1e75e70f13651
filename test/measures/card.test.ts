import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { expect, test } from 'vitest';
import type { Measure } from '../../src/measures/measure.ts';
import { MEASURES } from '../../src/measures/measures.ts';
import { markdownTable } from '../../src/tell/markdown-table.ts';

const INTRODUCTION = `# Measures

Figures per firm of the web as it stands, before any shock: \`chained-boats rank --by ID,ID\`. Made from
the measures' own tables (\`npx vitest run test/measures/card.test.ts -u\` writes it again).

Dollars that stand between two firms follow one convention, in \`weights.ts\`. Centralities run on the
deals of the chosen layers as one weighted graph from payer to payee (\`dollar-graph.ts\`).

The last column is read off the imports. A package's name: its function does the work, since result and
speed hold for a multigraph of dollars. "Own" with a package in brackets: the tests of its file have that
package's function for an oracle, and the file's head says why ours is better. "Own" alone: other oracles.
`;

const column = (header: string) => ({ header, align: 'left' }) as const;

const parametersOf = ({ parameters }: (typeof MEASURES)[number]): string =>
  Object.entries(parameters)
    .map(([name, { default: value }]) => `${name} ${value}`)
    .join(', ');

const MEASURE_FILES = readdirSync('src/measures').filter((name) => name.endsWith('.ts'));

/** What a file imports, by `from`, types left out. */
const importsOf = (path: string): readonly string[] =>
  [...readFileSync(path, 'utf8').matchAll(/^import (?!type )[^;]*? from '([^']+)';/gm)].map(
    (match) => match[1]!,
  );

const packagesIn = (imports: readonly string[]): readonly string[] =>
  imports.filter((from) => from.startsWith('graphology-')).map((from) => from.split('/')[0]!);

/** Packages of graphology that a measure's file runs on, by itself or by files of its folder. */
const packagesOf = (file: string, seen = new Set<string>()): readonly string[] => {
  if (seen.has(file)) return [];
  seen.add(file);
  const imports = importsOf(`src/measures/${file}`);
  const own = imports.filter((from) => from.startsWith('./')).map((from) => basename(from));
  return [...packagesIn(imports), ...own.flatMap((name) => packagesOf(name, seen))];
};

/** Packages that a test of that file calls beside it. */
const oraclesOf = (file: string): readonly string[] =>
  readdirSync('test/measures')
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => importsOf(`test/measures/${name}`))
    .filter((imports) => imports.includes(`../../src/measures/${file}`))
    .flatMap(packagesIn);

/** The file that makes each measure. */
const filesOfMeasures = async (): Promise<ReadonlyMap<Measure, string>> => {
  const files = new Map<Measure, string>();
  for (const file of MEASURE_FILES.filter((name) => name !== 'measures.ts')) {
    const module: Record<string, unknown> = await import(
      `../../src/measures/${basename(file, '.ts')}.ts`
    );
    for (const value of Object.values(module).flat()) {
      const measure = MEASURES.find((candidate) => candidate === value);
      if (measure !== undefined) files.set(measure, file);
    }
  }
  return files;
};

const listed = (packages: readonly string[]): string => [...new Set(packages)].sort().join(', ');

const computedBy = (file: string): string => {
  const packages = packagesOf(file);
  if (packages.length > 0) return listed(packages);
  const oracles = oraclesOf(file);
  return oracles.length > 0 ? `own (${listed(oracles)})` : 'own';
};

test('graphology’s own do the work where they are right', async () => {
  const files = await filesOfMeasures();
  expect(files.size).toBe(MEASURES.length);
  const by = Object.fromEntries(MEASURES.map((one) => [one.id, computedBy(files.get(one)!)]));
  expect(by).toMatchObject({
    'order-in': 'graphology-metrics',
    'debt-out': 'graphology-metrics',
    community: 'graphology-communities-louvain',
    pagerank: 'own (graphology-metrics)',
    betweenness: 'own (graphology-metrics)',
    katz: 'own',
  });
});

test('a measure of our own with an oracle says in its file why it is', async () => {
  for (const file of new Set((await filesOfMeasures()).values())) {
    if (!computedBy(file).startsWith('own (')) continue;
    const text = readFileSync(`src/measures/${file}`, 'utf8').replaceAll(/\n \* ?/g, ' ');
    expect(text, file).toMatch(/Our own and not graphology-metrics'/);
  }
});

test('the list of measures says what the code says', async () => {
  const files = await filesOfMeasures();
  const table = markdownTable(
    ['Id', 'Measure', 'What is computed', 'Unit', 'Parameters', 'Source', 'Computed by'].map(
      column,
    ),
    MEASURES.map((measure) => [
      `\`${measure.id}\``,
      `${measure.title.en} ${measure.title.zh}`,
      measure.convention,
      measure.unit === 'none' ? '' : measure.unit,
      parametersOf(measure),
      measure.source,
      computedBy(files.get(measure)!),
    ]),
  );
  await expect(`${INTRODUCTION}\n${table}`).toMatchFileSnapshot('../../src/measures/README.md');
});
