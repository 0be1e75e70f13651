import type { DealKind } from '../../data/schema.ts';
import { deliverAnswer } from '../../tell/deliver.ts';
import type { OutputOptions } from '../../tell/file-format.ts';
import { namesOf } from '../../tell/names.ts';
import type { ExitCode, Io } from '../io.ts';
import { openNetwork } from '../network-input.ts';
import type { NetworkOptions } from '../options.ts';
import { paths } from './paths.ts';
import type { PathMeasure } from './paths-schema.ts';
import { pathsReport, pathsTable } from './report.ts';

export interface PathsCommandOptions extends NetworkOptions, OutputOptions {
  readonly from: string;
  readonly to: string;
  readonly by: PathMeasure;
  readonly directed?: boolean;
  readonly kinds?: readonly string[];
  readonly top: number;
}

/** `paths`: the shortest chains between two firms. */
export const pathsCommand = async (options: PathsCommandOptions, io: Io): Promise<ExitCode> => {
  const { from, to, by, directed = false, kinds, lang, top } = options;
  const network = await openNetwork(options);
  const document = paths(network, {
    from,
    to,
    by,
    directed,
    ...(kinds === undefined ? {} : { kinds: kinds as readonly DealKind[] }),
  });
  await deliverAnswer(
    {
      document,
      table: () => pathsTable(document),
      blocks: () => pathsReport(document, namesOf(network, lang), top),
    },
    options,
    io,
  );
  return 0;
};
