import { UsageError } from '../errors.ts';
import { exposure } from '../measures/exposure/exposure.ts';
import { dealSharesCsv, exposureCsv, firmMatrixCsv } from '../measures/exposure/exposure-csv.ts';
import type { ExposureLayer } from '../measures/exposure/exposure-schema.ts';
import { firmMatrix } from '../measures/exposure/firm-matrix.ts';
import type { FirmMatrixId } from '../measures/exposure/firm-matrix-schema.ts';
import type { Network } from '../network/graph.ts';
import { type Answer, deliverAnswer } from './deliver.ts';
import { dealSharesReport, exposureReport, firmMatrixReport } from './exposure-report.ts';
import type { ExitCode, Io } from './io.ts';
import { namesOf } from './names.ts';
import { openNetwork } from './network-input.ts';
import type { NetworkOptions, OutputOptions } from './options.ts';

export interface ExposureCommandOptions extends NetworkOptions, OutputOptions {
  readonly top: number;
  readonly of: FirmMatrixId;
  readonly firm?: string;
  readonly layers?: readonly string[];
  readonly matrix?: boolean;
  readonly deals?: boolean;
  readonly units?: boolean;
}

const clash = (where: string, found: string, hint: string): UsageError =>
  new UsageError({ where, found, expected: 'one of the two', hint });

const matrixAnswer = (network: Network, options: ExposureCommandOptions): Answer => {
  const { of, layers, firm, lang, top, units = false } = options;
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
    csv: () => firmMatrixCsv(document, { units }),
    blocks: () => firmMatrixReport(document, namesOf(network, lang), top),
  };
};

const pairsAnswer = (network: Network, options: ExposureCommandOptions): Answer => {
  const { layers, firm, deals, lang, top, units = false } = options;
  const document = exposure(network, {
    ...(layers === undefined ? {} : { layers: layers as readonly ExposureLayer[] }),
    ...(firm === undefined ? {} : { firm }),
  });
  const report = deals ? dealSharesReport : exposureReport;
  const csv = deals ? dealSharesCsv : exposureCsv;
  return {
    document,
    csv: () => csv(document, { units }),
    blocks: () => report(document, namesOf(network, lang), top),
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
