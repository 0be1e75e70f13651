import { readdirSync, readFileSync } from 'node:fs';
import { join, normalize, sep } from 'node:path';
import { describe, expect, test } from 'vitest';

/** What a file may import stands to the left of it, or in its own folder. */
const LAYERS = [
  'base',
  'numerics',
  'data',
  'scenario',
  'models',
  'measures',
  'tell',
  'questions',
  'cli',
] as const;

const IMPORT = /(?:\bfrom|\bimport)\s*\(?\s*'([^']+)'/g;

const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => join(folder, file).split(sep).join('/'));

interface Import {
  readonly file: string;
  readonly target: string;
  readonly typeOnly: boolean;
}

/** Every import of a file, dynamic ones and types too; local ones as paths from the top. */
const importsOf = (file: string): readonly Import[] => {
  const text = readFileSync(file, 'utf8');
  return [...text.matchAll(IMPORT)].map((match) => {
    const named = match[1]!;
    const local = named.startsWith('.');
    const target = local
      ? normalize(join(file, '..', named))
          .split(sep)
          .join('/')
      : named;
    const statement = text.slice(
      text.lastIndexOf('\n', text.lastIndexOf('import', match.index)) + 1,
      match.index,
    );
    return { file, target, typeOnly: /^\s*(?:import|export)\s+type\b/.test(statement) };
  });
};

const SOURCES = filesIn('src');
const PAGE = filesIn('viz');
const IMPORTS = [...SOURCES, ...PAGE].flatMap(importsOf);

const layerOf = (path: string): number =>
  LAYERS.findIndex((layer) => path.startsWith(`src/${layer}/`));

const said = ({ file, target }: Import): string => `${file} -> ${target}`;

describe('the layers point one way', () => {
  test('every folder of src is one of them', () => {
    const folders = readdirSync('src', { withFileTypes: true }).filter((entry) =>
      entry.isDirectory(),
    );
    expect(folders.map(({ name }) => name).sort()).toEqual([...LAYERS].sort());
  });

  test('the scan sees what it should', () => {
    expect(IMPORTS.map(said)).toContain('src/cli/program.ts -> src/base/version.ts');
    expect(IMPORTS.filter(({ typeOnly }) => typeOnly).length).toBeGreaterThan(100);
    expect(IMPORTS.length).toBeGreaterThan(1500);
  });

  test('nothing in src imports from a layer above it', () => {
    const upward = IMPORTS.filter(
      ({ file, target }) => layerOf(file) >= 0 && layerOf(target) > layerOf(file),
    );
    expect(upward.map(said)).toEqual([]);
  });

  test('nothing in src imports the page', () => {
    const upward = IMPORTS.filter(
      ({ file, target }) => file.startsWith('src/') && target.startsWith('viz/'),
    );
    expect(upward.map(said)).toEqual([]);
  });

  test('data, formats and what loads them point one way', () => {
    const loaders = ['load', 'parse', 'validate'].map((name) => `src/data/${name}.ts`);
    const back = IMPORTS.filter(
      ({ file, target }) => file.startsWith('src/data/formats/') && loaders.includes(target),
    );
    expect(back.map(said)).toEqual([]);
  });

  test('sigma is drawn with in viz/map alone', () => {
    const elsewhere = IMPORTS.filter(
      ({ file, target }) => /^sigma($|\/)/.test(target) && !file.startsWith('viz/map/'),
    );
    expect(elsewhere.map(said)).toEqual([]);
  });
});

test('no circle of imports at run time', () => {
  const next = new Map<string, string[]>();
  for (const { file, target, typeOnly } of IMPORTS) {
    if (!typeOnly) next.set(file, [...(next.get(file) ?? []), target]);
  }
  const done = new Set<string>();
  const circles: string[] = [];
  const visit = (file: string, path: readonly string[]): void => {
    const at = path.indexOf(file);
    if (at >= 0) circles.push([...path.slice(at), file].join(' -> '));
    if (at >= 0 || done.has(file)) return;
    for (const target of next.get(file) ?? []) visit(target, [...path, file]);
    done.add(file);
  };
  for (const file of SOURCES) visit(file, []);
  expect(circles).toEqual([]);
});
