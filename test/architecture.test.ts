import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { COMMANDS } from '../src/cli/commands.ts';
import { loadNetwork } from '../src/data/load.ts';
import type { Measure } from '../src/measures/measure.ts';
import { MEASURES } from '../src/measures/measures.ts';
import { modelCard } from '../src/models/card.ts';
import type { Model } from '../src/models/model.ts';
import { type Adapter, SHARE_OF_VALUE } from '../src/models/on-web/adapter.ts';
import { ADAPTERS } from '../src/models/on-web/adapters.ts';
import type { DefineCommand } from '../src/questions/command.ts';
import { withNetwork, withOutput } from '../src/questions/options.ts';
import { deliverAnswer } from '../src/tell/deliver.ts';
import { paragraph } from '../src/tell/report.ts';
import { rowsTable } from '../src/tell/report-table.ts';
import ENGLISH from '../src/tell/words/en.json';
import { LANGUAGES, type Language } from '../src/tell/words/languages.ts';
import { type Messages, speakerOf } from '../src/tell/words/words.ts';
import { LAZY_VIEWS, viewNamed } from '../viz/views/views.ts';
import { ANALYSES } from '../viz/worker/analyses.ts';
import { runCli } from './cli/run-cli.ts';
import { threeBoatsFile } from './cli/three-boats-file.ts';
import { scratchDirectory } from './scratch-directory.ts';

const ROOT = resolve(import.meta.dirname, '..');
const PAGE = readFileSync(join(ROOT, 'ARCHITECTURE.md'), 'utf8');

const web = threeBoatsFile(scratchDirectory());

/** What a recipe adds to a list is taken out of it again. */
const undo: (() => void)[] = [];
afterEach(() => {
  for (const one of undo.splice(0)) one();
});

const addTo = <Item>(list: readonly Item[], item: Item): void => {
  const open = list as Item[];
  open.push(item);
  undo.push(() => open.pop());
};

describe('the page', () => {
  it('is one page', () => {
    expect(PAGE.split('\n').length).toBeLessThanOrEqual(90);
  });

  it('names files that stand', () => {
    const named = [...PAGE.matchAll(/`((?:src|viz|test|data)(?:\/[\w.-]+)*\/?)`/g)]
      .map(([, path]) => path!)
      .filter((path) => !path.includes('NAME'));
    expect(named.length).toBeGreaterThan(30);
    expect(named.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });

  it('names every folder of src and viz', () => {
    const folders = ['src', 'viz'].flatMap((folder) =>
      readdirSync(join(ROOT, folder), { withFileTypes: true })
        .filter((entry) => entry.isDirectory() && entry.name !== 'pictures')
        .map(({ name }) => `\`${folder}/${name}\``),
    );
    expect(folders.length).toBeGreaterThan(14);
    expect(folders.filter((name) => !PAGE.includes(name))).toEqual([]);
  });
});

describe('the recipe of a model', () => {
  const card: Model = {
    id: 'toy',
    title: { en: 'Toy', zh: '玩具' },
    equation: 'loss = first loss',
    tells: { en: 'what the shock itself takes', zh: '冲击本身' },
    blindTo: [{ en: 'everything that spreads', zh: '传播' }],
    references: [],
    parameters: {},
  };
  const onWeb: Adapter = {
    id: card.id,
    model: card.id,
    title: card.title,
    unit: SHARE_OF_VALUE,
    maps: { en: 'firms as they are', zh: '企业' },
    loses: { en: 'all deals', zh: '交易' },
    monotone: true,
    read: ({ web: { size } }) => ({
      fractions: Array.from({ length: size }, (_, firm) => (firm === 0 ? 0.25 : 0)),
      converged: true,
      residual: 0,
    }),
  };

  it('makes a card from one object', () => {
    expect(modelCard(card, onWeb)).toContain('loss = first loss');
  });

  it('gives it to the questions by one line', async () => {
    const words = ['compare', '--network', web, '--shock', 'alpha:revenue=-20%'] as const;
    const asked = [...words, '--models', 'toy', '--format', 'json'] as const;
    expect((await runCli(...asked)).err).toContain('"toy"');
    addTo(ADAPTERS, onWeb);
    const { code, out } = await runCli(...asked);
    expect(code).toBe(0);
    const { firms } = JSON.parse(out) as { firms: { losses: { toy: number } }[] };
    expect(Math.max(...firms.map(({ losses }) => losses.toy))).toBe(0.25);
  });
});

describe('the recipe of a measure', () => {
  const toy: Measure = {
    id: 'toy',
    title: { en: 'Toy', zh: '玩具' },
    unit: 'none',
    convention: 'Letters of the firm’s id.',
    source: 'nobody',
    parameters: {},
    fn: (network) => Float64Array.from(network.nodes(), (id) => id.length),
  };

  it('gives it to rank and its list by one line', async () => {
    const asked = ['rank', '--network', web, '--by', 'toy', '--format', 'csv'] as const;
    expect((await runCli(...asked)).code).not.toBe(0);
    addTo(MEASURES, toy);
    const { code, out } = await runCli(...asked);
    expect(code).toBe(0);
    const rows = out.trim().split('\r\n').slice(1);
    expect(rows.length).toBeGreaterThan(2);
    for (const row of rows) {
      const cells = row.split(',');
      expect(cells).toContain(String(cells.find((cell) => /^[a-z]+$/.test(cell))!.length));
    }
    expect((await runCli('rank', '--list')).out).toContain('Letters of the firm');
  });
});

describe('the recipe of a question', () => {
  const defineToy: DefineCommand = ({ io, add, done }) => {
    const toy = add('toy', 'How many firms there are.', 'toy --format json');
    withOutput(withNetwork(toy)).action(async (options) => {
      const network = await loadNetwork(options.network);
      const document = { firms: network.order };
      const blocks = () => [paragraph(`${document.firms} firms.`)];
      const table = () => rowsTable({ firms: 'number' }, [[document.firms]], {});
      await deliverAnswer({ document, table, blocks }, options, io);
      done(0);
    });
  };

  it('makes it a command in every form by one line', async () => {
    expect((await runCli('toy', '--network', web)).code).not.toBe(0);
    addTo(COMMANDS, defineToy);
    expect(await runCli('toy', '--network', web)).toMatchObject({ code: 0, out: '3 firms.\n' });
    const { out } = await runCli('toy', '--network', web, '--format', 'json');
    expect(JSON.parse(out)).toEqual({ firms: 3 });
    expect((await runCli('--help')).out).toContain('How many firms there are.');
    expect((await runCli('toy', '--help')).out).toContain('chained-boats toy --format json');
  });

  it('is how every command is made: flags at once, code when it is asked', () => {
    const folder = join(ROOT, 'src/questions');
    const asks = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('/ask.ts'),
    );
    expect(asks.length).toBeGreaterThan(12);
    for (const name of asks) {
      const text = readFileSync(join(folder, name), 'utf8');
      expect(text, name).toMatch(/await import\('\.\/run\.ts'\)/);
      expect(text, name).not.toMatch(/from '\.\/run\.ts'/);
    }
  });
});

describe('the recipe of a view', () => {
  it('makes it a key of the link by one line', async () => {
    const views: Record<string, () => Promise<Readonly<Record<string, unknown>>>> = LAZY_VIEWS;
    expect(viewNamed('toy')).toBe('map');
    views['toy'] = async () => ({ element: class {} });
    undo.push(() => delete views['toy']);
    expect(viewNamed('toy')).toBe('toy');
    expect((await views['toy']())['element']).toBeTypeOf('function');
  });

  it('is how every view is made: a module with its element, an analysis with its name', async () => {
    const listed = readFileSync(join(ROOT, 'viz/views/views.ts'), 'utf8');
    const modules = [...listed.matchAll(/import\('\.\/([\w/-]+\.ts)'\)/g)].map(([, path]) => path!);
    expect(modules.length).toBeGreaterThan(9);
    for (const path of modules) {
      const text = readFileSync(join(ROOT, 'viz/views', path), 'utf8');
      expect(text, path).toMatch(/export (?:const element|\{ \w+ as element)/);
    }
    for (const [name, load] of Object.entries(ANALYSES)) {
      expect((await load()).analyse, name).toBeTypeOf('function');
    }
  });
});

describe('the recipe of a language', () => {
  it('is a file of words and a line: the toy says every message', () => {
    const toy = Object.fromEntries(
      Object.keys(ENGLISH).map((key) => [key, `${key}: {count}`]),
    ) as Messages;
    const table: Record<string, unknown> = LANGUAGES;
    table['toy'] = { ...LANGUAGES.en, name: 'Toy' };
    undo.push(() => delete table['toy']);
    const speaker = speakerOf('toy' as Language, toy);
    expect(speaker.say('app.name')).toBe('app.name: {count}');
    expect(speaker.count('sentence.result', 2)).toBe('sentence.result.many: 2');
    expect(speaker.count('sentence.result', 1)).toBe('sentence.result.one: 1');
  });
});
