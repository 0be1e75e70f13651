import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

/**
 * Imports of today that point the wrong way, as `from -> to`. Nothing may be added; one that no longer occurs
 * fails until it is taken out.
 */
const EXCEPTIONS: readonly string[] = [
  'src/measures/systemic.ts -> src/models/chained-boats/final-state.ts',
  'src/measures/systemic.ts -> src/models/chained-boats/simulate.ts',
];

/**
 * Folders from the ground up. A file imports from its own folder and from lower floors; folders on one floor
 * don't know each other, so that a measure needs no model and a model no measure.
 */
const FLOORS: readonly (readonly string[])[] = [
  ['src/base'],
  ['src/numerics'],
  ['src/data'],
  ['src/scenario'],
  ['src/models', 'src/measures'],
  ['src/tell'],
  ['src/questions'],
  ['src/cli', 'src/index.ts'],
  ['viz/theme'],
  ['viz/i18n'],
  ['viz/style'],
  ['viz/map', 'viz/worker'],
  // State, panels, views and charts make one page: views are panels that a question brings.
  ['viz'],
];

/** Within src/data: records, what is said about them, files of them, and last what opens those files. */
const DATA_FLOORS: readonly (readonly string[])[] = [
  ['src/data/formats'],
  ['src/data/validate.ts', 'src/data/check.ts'],
  ['src/data/parse.ts'],
  ['src/data/load.ts'],
];

interface Import {
  readonly from: string;
  /** A file of this repository, or the name of a package. */
  readonly to: string;
  /** Gone at run time: every name of it is a type. */
  readonly typeOnly: boolean;
  /** Loaded when a call asks for it. */
  readonly late: boolean;
}

const ROOT = resolve(import.meta.dirname, '..');

const filesUnder = (folder: string): readonly string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name));

const isTypeOnly = (node: ts.ImportDeclaration | ts.ExportDeclaration): boolean => {
  if (ts.isExportDeclaration(node)) {
    const { exportClause: names } = node;
    if (node.isTypeOnly) return true;
    return (
      names !== undefined && ts.isNamedExports(names) && names.elements.every((e) => e.isTypeOnly)
    );
  }
  const clause = node.importClause;
  if (clause === undefined) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const { name, namedBindings: names } = clause;
  return (
    name === undefined &&
    names !== undefined &&
    ts.isNamedImports(names) &&
    names.elements.every((e) => e.isTypeOnly)
  );
};

/** Every import of a file: static and late, of values and of types, and workers named by their file. */
const importsOf = (from: string, text: string): readonly Import[] => {
  const found: Import[] = [];
  const add = (specifier: ts.Node, facts: Pick<Import, 'typeOnly' | 'late'>): void => {
    if (!ts.isStringLiteralLike(specifier)) return;
    const name = specifier.text;
    const to = name.startsWith('.') ? relative(ROOT, resolve(ROOT, dirname(from), name)) : name;
    found.push({ from, to, ...facts });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) {
      add(node.moduleSpecifier, { typeOnly: isTypeOnly(node), late: false });
    } else if (ts.isExportDeclaration(node) && node.moduleSpecifier !== undefined) {
      add(node.moduleSpecifier, { typeOnly: isTypeOnly(node), late: false });
    } else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
      add(node.argument.literal, { typeOnly: true, late: false });
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      if (node.arguments[0] !== undefined) add(node.arguments[0], { typeOnly: false, late: true });
    } else if (ts.isNewExpression(node) && node.expression.getText() === 'URL') {
      const file = node.arguments?.[0];
      if (file !== undefined && ts.isStringLiteralLike(file) && file.text.endsWith('.ts')) {
        add(file, { typeOnly: false, late: true });
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(from, text, ts.ScriptTarget.Latest, true));
  return found;
};

const isUnder = (file: string, folder: string): boolean =>
  file === folder || file.startsWith(`${folder}/`);

/** Floor and folder of a file: the longest folder that holds it. */
const placeOf = (
  file: string,
  floors: readonly (readonly string[])[],
): { readonly floor: number; readonly folder: string } | undefined =>
  floors
    .flatMap((folders, floor) => folders.map((folder) => ({ floor, folder })))
    .filter(({ folder }) => isUnder(file, folder))
    .sort((one, other) => other.folder.length - one.folder.length)[0];

const pointsUp = ({ from, to }: Import): boolean => {
  const [here, there] = [placeOf(from, FLOORS), placeOf(to, FLOORS)];
  if (here === undefined || there === undefined) return false;
  if (here.folder !== there.folder) return there.floor >= here.floor;
  // What is at neither end of the order of src/data lies below it: schema, places, fields.
  const [low, high] = [placeOf(from, DATA_FLOORS), placeOf(to, DATA_FLOORS)];
  if (high === undefined || low?.folder === high.folder) return false;
  return isUnder(from, 'src/data') && (low === undefined ? high.floor > 0 : high.floor > low.floor);
};

/** Files that import each other in a circle, each circle once, in the order of its files. */
const circlesOf = (imports: readonly Import[]): readonly string[] => {
  const next = new Map<string, string[]>();
  for (const { from, to } of imports) next.set(from, [...(next.get(from) ?? []), to]);
  const seen = new Map<string, 'open' | 'closed'>();
  const circles: string[] = [];
  const walk = (file: string, path: readonly string[]): void => {
    const state = seen.get(file);
    if (state === 'open') circles.push([...path.slice(path.indexOf(file)), file].join(' -> '));
    if (state !== undefined) return;
    seen.set(file, 'open');
    for (const to of next.get(file) ?? []) walk(to, [...path, file]);
    seen.set(file, 'closed');
  };
  for (const file of next.keys()) walk(file, []);
  return circles;
};

const IMPORTS = ['src', 'viz']
  .flatMap(filesUnder)
  .flatMap((file) => importsOf(file, readFileSync(join(ROOT, file), 'utf8')));

describe('layers', () => {
  it('are imported downwards only, but for the exceptions that are written down', () => {
    const up = IMPORTS.filter(pointsUp).map(({ from, to }) => `${from} -> ${to}`);
    expect([...new Set(up)].sort()).toEqual([...EXCEPTIONS].sort());
  });

  it('have every file of src on a floor, and import files that exist', () => {
    const files = new Set(['src', 'viz'].flatMap(filesUnder));
    expect(files.size).toBeGreaterThan(300);
    expect([...files].filter((file) => placeOf(file, FLOORS) === undefined)).toEqual([]);
    const lost = IMPORTS.filter(({ to }) => /^(?:src|viz)\/.*\.ts$/.test(to) && !files.has(to));
    expect(lost).toEqual([]);
  });

  it('hold no circle at run time', () => {
    expect(circlesOf(IMPORTS.filter(({ typeOnly, late }) => !typeOnly && !late))).toEqual([]);
  });

  it('keep Sigma in the map, and the DOM’s libraries out of src', () => {
    const of = (name: string): readonly string[] =>
      IMPORTS.filter(({ to }) => isUnder(to, name)).map(({ from }) => from);
    expect(of('sigma').length).toBeGreaterThan(0);
    expect(of('sigma').filter((file) => !isUnder(file, 'viz/map'))).toEqual([]);
    for (const name of ['lit', '@observablehq/plot', 'comlink']) {
      expect(of(name).filter((file) => isUnder(file, 'src'))).toEqual([]);
    }
  });
});

describe('the reader of imports', () => {
  const read = (text: string) => importsOf('src/data/toy.ts', text);
  const up = (text: string): number => read(text).filter(pointsUp).length;

  it.each<[string, string, Partial<Import>]>([
    ['values', "import { a } from '../cli/run.ts';", { typeOnly: false, late: false }],
    ['types', "import type { A } from '../cli/run.ts';", { typeOnly: true }],
    ['types name by name', "import { type A } from '../cli/run.ts';", { typeOnly: true }],
    ['side effects', "import '../cli/run.ts';", { typeOnly: false, late: false }],
    ['passed on', "export { a } from '../cli/run.ts';", { typeOnly: false }],
    ['all passed on', "export * from '../cli/run.ts';", { typeOnly: false }],
    ['late ones', "const a = await import('../cli/run.ts');", { late: true }],
    ['types in place', "type A = import('../cli/run.ts').A;", { typeOnly: true }],
    ['workers', "new URL('../cli/run.ts', import.meta.url);", { late: true }],
  ])('sees %s', (_, text, facts) => {
    expect(read(text)).toEqual([
      expect.objectContaining({ from: 'src/data/toy.ts', to: 'src/cli/run.ts', ...facts }),
    ]);
    expect(up(text)).toBe(1);
  });

  it('lets pass what points down, and refuses neighbours on one floor and loaders in formats', () => {
    expect(up("import { a } from '../base/errors.ts';")).toBe(0);
    const between = (from: string, to: string): boolean =>
      pointsUp({ from, to, typeOnly: true, late: false });
    expect(between('src/measures/katz.ts', 'src/models/model.ts')).toBe(true);
    expect(between('src/models/model.ts', 'src/measures/katz.ts')).toBe(true);
    expect(between('src/data/formats/csv.ts', 'src/data/load.ts')).toBe(true);
    expect(between('src/data/formats/csv.ts', 'src/data/schema.ts')).toBe(false);
    expect(between('src/data/schema.ts', 'src/data/formats/csv.ts')).toBe(false);
    expect(between('src/tell/report.ts', 'viz/state.ts')).toBe(true);
  });

  it('finds a circle', () => {
    const edge = (from: string, to: string): Import => ({ from, to, typeOnly: false, late: false });
    expect(circlesOf([edge('a', 'b'), edge('b', 'c'), edge('c', 'a'), edge('d', 'a')])).toEqual([
      'a -> b -> c -> a',
    ]);
  });
});
