import { expect, test } from 'vitest';
import { uncertaintySchema } from '../../src/questions/uncertain/uncertainty-schema.ts';
import { heavy } from '../heavy.ts';
import { scratchDirectory } from '../scratch-directory.ts';
import { runCli } from './run-cli.ts';
import { ended, startCli } from './spawn-cli.ts';
import { threeBoatsFile } from './three-boats-file.ts';

const ask = (...words: readonly string[]) =>
  runCli('uncertain', '--draws', '100', '--seed', '4', '--threads', '1', ...words);

test('uncertain says a scenario with its bands, how sure they are, and that they are no forecast', async () => {
  const { code, out, err } = await ask('--top', '3');
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toMatch(/^If OpenAI misses revenue by 50%/);
  const text = out.replace(/\s+/g, ' ');
  expect(text).toMatch(
    /firms lose \$1\.76tn as recorded; in nine of ten draws \$[\d.]+[bt]n to \$[\d.]+tn/,
  );
  expect(text).toContain('100 draws (latin, seed 4)');
  expect(text).toMatch(/3 of \d+ firms that lose/);
  expect(text).toMatch(/one standard error, from eight independent batches/);
  expect(text).toMatch(/\d+ deals whose dollars or stake nobody stated are no part of the bands/);
  expect(text).toContain('Not a forecast');
  for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
});

test('uncertain writes a document, and each of its tables as CSV', async () => {
  const json = await ask('--format', 'json');
  const document = uncertaintySchema.parse(JSON.parse(json.out));
  expect(document.draws).toBe(100);
  const tableOf = async (part: string) => {
    const { out } = await ask('--format', 'csv', '--part', part);
    return out.trimEnd().split('\r\n');
  };
  const firms = await tableOf('firms');
  expect(firms[0]).toBe(
    'firm,valueKnown,figure,point,mean,p05,p25,p50,p75,p95,failure,failureError',
  );
  expect(firms).toHaveLength(1 + 4 * document.firms.length);
  const totals = await tableOf('totals');
  expect(totals[1]).toBe(
    [
      'grossLossUsd',
      document.totals.grossLossUsd.point,
      document.totals.grossLossUsd.mean,
      ...document.totals.grossLossUsd.quantiles,
    ].join(','),
  );
  expect(await tableOf('rounds')).toHaveLength(13);
  expect((await tableOf('convergence')).at(-1)).toMatch(/^one standard error,/);
  expect(await tableOf('distributions')).toHaveLength(1 + document.distributions.length);
});

test('uncertain refuses what it can’t take, and says what to do', async () => {
  const none = await runCli('uncertain', '--draws', '0');
  expect(none.code).toBe(1);
  expect(none.err).toContain('draws: found 0, expected a whole number of draws');
  const bare = await runCli(
    'uncertain',
    '--network',
    threeBoatsFile(scratchDirectory()),
    '--shock',
    'alpha:revenue=-20%',
  );
  expect(bare.code).toBe(1);
  expect(bare.err).toContain('Add uncertainty.csv');
});

test('threads change nothing, byte for byte', heavy, async () => {
  const words = ['uncertain', '--draws', '400', '--seed', '9', '--format', 'json'];
  const [one, two] = await Promise.all(
    ['1', '2'].map((threads) => ended(startCli(...words, '--threads', threads))),
  );
  expect(one).toMatchObject({ code: 0, err: '' });
  expect(two).toEqual(one);
  const inProcess = await runCli(...words, '--threads', '1');
  expect(inProcess.out).toBe(one!.out);
});

test('sensitivity says what the spread is due to', heavy, async () => {
  const words = ['sensitivity', '--no-tornado', '--sobol', '16', '--seed', '2', '--threads', '1'];
  const { code, out } = await runCli(...words);
  expect(code).toBe(0);
  expect(out).toContain('What its spread is due to');
  expect(out).toContain('par-revenue-elasticity');
  const csv = await runCli(...words, '--format', 'csv', '--part', 'indices');
  expect(csv.out).toMatch(/^row,figures,first,firstError,total,totalError\r\n/);
  const wrong = await runCli('sensitivity', '--sobol', '100');
  expect(wrong).toMatchObject({ code: 1 });
  expect(wrong.err).toContain('sobol: found 100, expected a power of two');
});
