import { csvText } from '../io/csv-text.ts';
import type { PaymentBasis } from '../measures/circularity/bases.ts';
import { circularity } from '../measures/circularity/circularity.ts';
import type { Circularity } from '../measures/circularity/circularity-document.ts';
import type { Network } from '../network/graph.ts';
import { findFirm } from '../scenario/find.ts';
import { deliver } from './deliver.ts';
import type { ExitCode, Io } from './io.ts';
import { loopsReport } from './loops-report.ts';
import { namesOf } from './names.ts';
import { openNetwork } from './network-input.ts';
import type { NetworkOptions, OutputOptions } from './options.ts';
import { asMarkdown, asText } from './report.ts';

export interface LoopsOptions extends NetworkOptions, OutputOptions {
  readonly top: number;
  readonly firm?: string;
  readonly hops: number;
  readonly basis: PaymentBasis;
}

/** One row per loop: its dollars, firms and deals, parallel deals of a hop joined by `+`. */
const loopsCsv = ({ loops }: Circularity): string =>
  csvText([
    ['usd', 'hops', 'firms', 'deals'],
    ...loops.map(({ usd, firms, hops }) => [
      usd,
      hops.length,
      firms.join(';'),
      hops.map((hop) => hop.map(({ id }) => id).join('+')).join(';'),
    ]),
  ]);

const through = (
  document: Circularity,
  network: Network,
  firm: string | undefined,
): Circularity => {
  if (firm === undefined) return document;
  const id = findFirm(network, firm, '--firm');
  return { ...document, loops: document.loops.filter(({ firms }) => firms.includes(id)) };
};

/** `loops`: how circular the web is, and the loops themselves. */
export const loopsCommand = async (options: LoopsOptions, io: Io): Promise<ExitCode> => {
  const { basis, hops, firm, format, lang, top } = options;
  const network = await openNetwork(options);
  const document = through(circularity(network, { basis, hops }), network, firm);
  const write = (): string => {
    if (format === 'json') return `${JSON.stringify(document, undefined, 2)}\n`;
    if (format === 'csv') return loopsCsv(document);
    const blocks = loopsReport(document, namesOf(network, lang), top);
    return format === 'md' ? asMarkdown(blocks) : asText(blocks);
  };
  await deliver(write(), options, io);
  return 0;
};
