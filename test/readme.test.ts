import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadNetwork } from '../src/data/load.ts';
import { sensitivity } from '../src/questions/sensitivity/sensitivity.ts';
import { uncertainty } from '../src/questions/uncertain/uncertainty.ts';
import { loadScenario } from '../src/scenario/load-scenario.ts';
import { runCli } from './cli/run-cli.ts';

const readme = await readFile('README.md', 'utf8');

/** Contents of the fenced blocks of one language. */
const blocks = (language: string): string[] =>
  [...readme.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'gm'))].map(
    (match) => match[1]!,
  );

/** The commands of a console block, each with what the README says it prints. */
const commands = blocks('console').flatMap((block) =>
  block
    .split(/^\$ npx chained-boats /m)
    .slice(1)
    .map((text) => {
      const [line = '', ...printed] = text.split('\n');
      return { words: line.split(' '), printed: printed.join('\n').trimEnd() };
    }),
);

describe('the README', () => {
  let folder = '';

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'readme-'));
    const [firms = '', deals = ''] = blocks('csv');
    await writeFile(join(folder, 'firms.csv'), firms);
    await writeFile(join(folder, 'deals.csv'), deals);
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  test('shows three commands with their output', () => {
    expect(commands.map(({ words }) => words[0])).toEqual(['simulate', 'validate', 'simulate']);
  });

  test.each(commands)('$words', async ({ words, printed }) => {
    const own = words.map((word) => (word === 'my-web' ? folder : word));
    const { out } = await runCli(...own);
    const shown = out.replaceAll(folder, 'my-web').replace(/“readme-[^”]*”/, '“my-web”');
    expect(shown.trimEnd()).toBe(printed);
  });

  test('quotes the backtest as it comes out', async () => {
    const { out } = await runCli('backtest');
    const said = /correlation \+(0\.\d+)\s+against \+(0\.\d+)/.exec(out)!;
    const best = /gets \+(0\.\d+)/.exec(out.replaceAll('\n', ' '))!;
    const words = readme.replaceAll('\n', ' ');
    expect(words).toContain(`correlation of ${said[1]} against ${said[2]}`);
    expect(words).toContain(`small first, gets ${best[1]}`);
  }, 30_000);

  test('quotes the bands and what they hang on as they come out', async () => {
    const network = await loadNetwork('data/ai-web');
    const scenario = await loadScenario('data/ai-web/scenarios/openai-shortfall-50.json');
    const { totals, firms } = await uncertainty(network, scenario, { draws: 2000 });
    const [low, , middle, , high] = totals.grossLossUsd.quantiles.map(
      (usd) => `$${(usd / 1e12).toFixed(1)}tn`,
    );
    const words = readme.replaceAll(/\s+/g, ' ');
    expect(words).toContain(`lie between ${low} and ${high}, half of them above ${middle}`);
    const { failure } = firms.find(({ id }) => id === 'openai')!;
    const [, said] = /OpenAI fails in (\d+) % of them/.exec(words)!;
    expect(Math.abs(failure * 100 - Number(said))).toBeLessThan(2);
    const { indices } = await sensitivity(network, scenario, { tornado: false, indices: 256 });
    const [largest, second] = indices!.groups!;
    expect(largest!.row).toBe('par-revenue-elasticity');
    expect(Math.abs(largest!.total - 0.8)).toBeLessThan(0.08);
    expect(second!.row).toBe('climate');
    expect(Math.abs(second!.total - 1 / 8)).toBeLessThan(0.04);
  }, 60_000);

  test('quotes the circularity as it comes out', async () => {
    const { out } = await runCli('loops');
    const found = out.replaceAll(/\s+/g, ' ');
    const [, gross, share, most] =
      /Of (\S+) that .* (\d+)% goes in circles \(balanced flow; at most (\S+) could/.exec(found)!;
    const words = readme.replaceAll('\n', ' ');
    expect(words).toContain(
      `Of ${gross} that firms of the shipped web have announced to pay each other, ${share} %`,
    );
    expect(words).toContain(`no more than $${Math.round(Number(most!.slice(1, -2)))}bn could`);
    expect(found).toMatch(/Beside 100 random webs .* 0% of them are less circular/);
    const own = (firm: string) =>
      new RegExp(`${firm} +[\\d.,]+ +([\\d.,]+) +([\\d.]+) +[\\d.,]+ *\\n`).exec(out)!;
    const [, ordered, nvidia] = own('Nvidia');
    expect(words).toContain(
      `at most $${Math.round(Number(nvidia))}bn of the $${Math.round(Number(ordered) + 0.01)}bn ordered of Nvidia`,
    );
    expect(words).toContain(
      `of Amazon $${Math.round(Number(own('Amazon')[2]))}bn, of Microsoft $${Math.round(Number(own('Microsoft')[2]))}bn`,
    );
  });

  test('every other command line is understood', async () => {
    const lines = blocks('sh')
      .flatMap((block) => block.split('\n'))
      .filter((line) => line.startsWith('npx chained-boats '))
      .map((line) =>
        line
          .replace(/\s+#.*$/, '')
          .split(/\s+/)
          .slice(2),
      );
    expect(lines.length).toBeGreaterThan(4);
    for (const words of lines) {
      const rewritten = words.map((word) =>
        /^ranking\.\w+$/.test(word) ? join(folder, word) : word,
      );
      const { code, err } = await runCli(...rewritten);
      expect([words.join(' '), code, err]).toEqual([words.join(' '), 0, '']);
    }
  }, 90_000);
});
