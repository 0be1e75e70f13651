import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { text } from 'node:stream/consumers';
import { DataError, UsageError } from '../../base/errors.ts';
import { found } from '../../base/found.ts';
import { readJson } from '../../data/formats/json.ts';
import { deliver } from '../../tell/deliver.ts';
import { asText } from '../../tell/report.ts';
import type { ExitCode, Io } from '../io.ts';
import { answerReport } from './answer-table.ts';
import { problemJsonSchema } from './problem-json-schema.ts';
import { publishedModel, solveDocument } from './solve.ts';

export interface SolveOptions {
  readonly schema?: string;
  readonly model?: string;
  readonly format: 'json' | 'table';
  readonly out?: string;
}

type JsonRecord = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is JsonRecord =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const read = async (file: string, name: string): Promise<JsonRecord> => {
  const content = file === '-' ? await text(process.stdin) : await readFile(file, 'utf8');
  const { document } = readJson(content, name);
  if (isRecord(document)) return document;
  const expected = 'a problem, {"model": ...}';
  throw new DataError({ where: name, found: found(document), expected });
};

/** The problem with the model that the command line names, which a file may leave away. */
const named = (problem: JsonRecord, wanted: string | undefined, name: string): JsonRecord => {
  if (wanted === undefined) return problem;
  if (problem['model'] === undefined || problem['model'] === wanted) {
    return { ...problem, model: wanted };
  }
  const facts = { found: JSON.stringify(problem['model']), expected: `"${wanted}" as in --model` };
  throw new UsageError({ where: `${name}, model`, ...facts });
};

const asJson = (value: unknown): string => `${JSON.stringify(value, undefined, 2)}\n`;

/** `solve`: a published model on a plain problem, or the JSON Schema of such a problem. */
export const solveCommand = async (
  file: string | undefined,
  options: SolveOptions,
  io: Io,
): Promise<ExitCode> => {
  if (options.schema !== undefined) {
    await deliver(asJson(problemJsonSchema(options.schema)), options, io);
    return 0;
  }
  if (file === undefined) {
    const expected = 'a file with a problem, - for the input, or --schema MODEL';
    throw new UsageError({ where: 'solve', found: 'nothing', expected });
  }
  const name = file === '-' ? 'input' : basename(file);
  const problem = named(await read(file, name), options.model, name);
  const answer = solveDocument(problem, name);
  const { id, title } = publishedModel(problem['model']);
  const document = { model: id, ...answer };
  const written =
    options.format === 'json' ? asJson(document) : asText(answerReport(title.en, { ...answer }));
  await deliver(written, options, io);
  if (answer.converged) return 0;
  const residual = answer.residual.toExponential(1);
  io.err(
    `chained-boats: ${id} did not converge: its equations are still violated by ${residual}, so no ` +
      'figure is final\n',
  );
  return 3;
};
