import type { Network } from '../../data/graph.ts';
import { findFirm } from '../../scenario/find.ts';
import { deliverAnswer } from '../../tell/deliver.ts';
import type { OutputOptions } from '../../tell/file-format.ts';
import { namesOf } from '../../tell/names.ts';
import { aboutOf, type ReportTable, rowsTable } from '../../tell/report-table.ts';
import type { ExitCode, Io } from '../io.ts';
import { openNetwork } from '../network-input.ts';
import type { NetworkOptions } from '../options.ts';
import { withProgress } from '../progress.ts';
import type { PaymentBasis } from './bases.ts';
import { circularity } from './circularity.ts';
import type { Circularity } from './circularity-document.ts';
import { besideRandomWebs } from './null-indices.ts';
import { loopsReport } from './report.ts';

export interface LoopsOptions extends NetworkOptions, OutputOptions {
  readonly top: number;
  readonly firm?: string;
  readonly hops: number;
  readonly basis: PaymentBasis;
  readonly year?: number;
  readonly random: number;
  readonly seed: number;
}

/** One row per loop: its dollars, firms and deals, parallel deals of a hop joined by `+`. */
const loopsTable = ({ loops, receipt }: Circularity): ReportTable =>
  rowsTable(
    {
      usd: 'number',
      bindingUsd: 'number',
      hops: 'number',
      firms: 'text',
      deals: 'text',
      sources: 'text',
    },
    [
      ...loops.map(({ usd, bindingUsd, firms, hops }) => [
        usd,
        bindingUsd,
        hops.length,
        firms.join(';'),
        hops.map((hop) => hop.map(({ id }) => id).join('+')).join(';'),
        [...new Set(hops.flat().flatMap(({ sources }) => sources))].join(';'),
      ]),
    ],
    aboutOf(receipt),
  );

const through = (
  document: Circularity,
  network: Network,
  firm: string | undefined,
): Circularity => {
  if (firm === undefined) return document;
  const id = findFirm(network, firm, '--firm');
  return { ...document, loops: document.loops.filter(({ firms }) => firms.includes(id)) };
};

/** `loops`: how circular the web is, beside random webs, and the loops themselves. */
export const loopsCommand = async (options: LoopsOptions, io: Io): Promise<ExitCode> => {
  const { basis, hops, year, firm, random, seed, lang, top } = options;
  const network = await openNetwork(options);
  const whole = circularity(network, { basis, hops, ...(year === undefined ? {} : { year }) });
  const compared =
    random === 0
      ? whole
      : await withProgress('random webs', io, (follow) =>
          besideRandomWebs(network, whole, { webs: random, seed, ...follow }),
        );
  const document = through(compared, network, firm);
  await deliverAnswer(
    {
      document,
      table: () => loopsTable(document),
      blocks: () => loopsReport(document, namesOf(network, lang), top),
    },
    options,
    io,
  );
  if (document.randomWebs?.complete !== false) return 0;
  io.err(`chained-boats: ended early: ${document.randomWebs.webs} random webs were drawn\n`);
  return 130;
};
