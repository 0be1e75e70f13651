import { loadDocument } from '../models/read-web.ts';
import type { ExitCode, Io } from '../questions/io.ts';
import { networkPath } from '../questions/network-input.ts';
import { packagePath } from '../questions/package-root.ts';
import { openBrowser } from './open-browser.ts';
import { readPageFiles } from './page-files.ts';
import { servePage } from './page-server.ts';

export interface ViewOptions {
  readonly network?: string;
  readonly port: number;
  readonly once?: boolean;
  readonly open: boolean;
}

/** With `--once`: how long nothing more may be asked for before the page counts as served. */
const GRACE_MS = 500;

/**
 * `view`: serve the page with the whole book of a network, all its days, as `/network.json`.
 * Ends on ctrl-C, or with `--once` when the page was served and nothing more is asked for.
 */
export const viewCommand = async (options: ViewOptions, io: Io): Promise<ExitCode> => {
  const document = await loadDocument(networkPath(options));
  const files = await readPageFiles(packagePath('dist', 'viz'));
  files.set('/network.json', {
    type: 'application/json; charset=utf-8',
    body: JSON.stringify(document),
  });
  let stop = (): void => {};
  const stopped = new Promise<void>((resolve) => {
    stop = resolve;
  });
  let timer: NodeJS.Timeout | undefined;
  let isServed = false;
  const onServed = (path: string): void => {
    isServed ||= path === '/';
    if (!options.once || !isServed) return;
    clearTimeout(timer);
    timer = setTimeout(stop, GRACE_MS);
  };
  const server = await servePage(files, options.port, onServed);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);
  io.out(`“${document.name}” is on ${server.address} (ctrl-C stops it)\n`);
  if (options.open && !options.once && io.isTerminal) openBrowser(server.address);
  await stopped;
  await server.close();
  return 0;
};
