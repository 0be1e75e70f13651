import { UsageError } from '../../base/errors.ts';
import type { Network } from '../../data/graph.ts';
import { type Answer, deliverAnswer } from '../../tell/deliver.ts';
import type { OutputOptions } from '../../tell/file-format.ts';
import { namesOf } from '../../tell/names.ts';
import type { ExitCode, Io } from '../io.ts';
import { openNetwork } from '../network-input.ts';
import type { NetworkOptions } from '../options.ts';
import { exposure } from './exposure.ts';
import type { ExposureLayer } from './exposure-schema.ts';
import {
  dealSharesTable,
  exposureTable,
  firmExposuresTable,
  firmMatrixTable,
} from './exposure-tables.ts';
import { firmMatrix } from './firm-matrix.ts';
import type { FirmMatrixId } from './firm-matrix-schema.ts';
import { dealSharesReport, exposureReport, firmMatrixReport } from './report.ts';

export interface ExposureCommandOptions extends NetworkOptions, OutputOptions {
  readonly top: number;
  readonly of: FirmMatrixId;
  readonly firm?: string;
  readonly layers?: readonly string[];
  readonly matrix?: boolean;
  readonly deals?: boolean;
}

const clash = (where: string, found: string, hint: string): UsageError =>
  new UsageError({ where, found, expected: 'one of the two', hint });

const matrixAnswer = (network: Network, options: ExposureCommandOptions): Answer => {
  const { of, layers, firm, lang, top } = options;
  if (firm !== undefined) {
    throw clash(
      'exposure',
      `${JSON.stringify(firm)} with --matrix`,
      'The matrix holds every firm.',
    );
  }
  if (options.deals) throw clash('exposure', '--deals with --matrix', 'Ask for them in turn.');
  if (layers !== undefined && layers.length !== 1) {
    throw new UsageError({
      where: '--layers',
      found: `${layers.length} layers`,
      expected: 'one layer of a matrix',
      hint: 'The layer “together” counts all of them.',
    });
  }
  const document = firmMatrix(network, of, layers?.[0] as ExposureLayer | undefined);
  return {
    document,
    table: () => firmMatrixTable(document),
    blocks: () => firmMatrixReport(document, namesOf(network, lang), top),
  };
};

const pairsAnswer = (network: Network, options: ExposureCommandOptions): Answer => {
  const { layers, firm, deals, lang, top } = options;
  const document = exposure(network, {
    ...(layers === undefined ? {} : { layers: layers as readonly ExposureLayer[] }),
    ...(firm === undefined ? {} : { firm }),
  });
  const report = deals ? dealSharesReport : exposureReport;
  const table = deals ? dealSharesTable : exposureTable;
  return {
    document,
    table: () => table(document),
    blocks: () => report(document, namesOf(network, lang), top),
    firms: { network, table: () => firmExposuresTable(document) },
  };
};

/** `exposure`: who depends on whom, by pairs, by deals, or as a matrix. */
export const exposureCommand = async (
  options: ExposureCommandOptions,
  io: Io,
): Promise<ExitCode> => {
  const network = await openNetwork(options);
  const answer = options.matrix ? matrixAnswer(network, options) : pairsAnswer(network, options);
  await deliverAnswer(answer, options, io);
  return 0;
};
