import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { PageFile } from './page-files.ts';

export interface PageServer {
  /** Where the page is: `http://127.0.0.1:4173/`. */
  readonly address: string;
  /** Stop taking requests and drop open connections. */
  readonly close: () => Promise<void>;
}

const HOST = '127.0.0.1';

/** The page asks nobody else for anything, and nothing may be run that didn't come with it. */
const HEADERS = {
  'Content-Security-Policy':
    "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; worker-src 'self' blob:",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-cache',
};

const pathOf = (request: IncomingMessage): string => (request.url ?? '/').split(/[?#]/, 1)[0]!;

/** A page elsewhere that names itself after this machine must not read the network. */
const isOurs = ({ headers }: IncomingMessage): boolean =>
  /^(127\.0\.0\.1|localhost)(:\d+)?$/.test(headers.host ?? '');

const refuse = (response: ServerResponse, status: number, text: string): void => {
  response.writeHead(status, { ...HEADERS, 'Content-Type': 'text/plain; charset=utf-8' });
  response.end(`${text}\n`);
};

const respond = (
  files: ReadonlyMap<string, PageFile>,
  request: IncomingMessage,
  response: ServerResponse,
): void => {
  const file = files.get(pathOf(request));
  if (!isOurs(request)) refuse(response, 403, 'Only for this machine.');
  else if (request.method !== 'GET' && request.method !== 'HEAD') {
    refuse(response, 405, 'Only GET and HEAD.');
  } else if (file === undefined) refuse(response, 404, 'Nothing here.');
  else {
    const length = Buffer.byteLength(file.body);
    response.writeHead(200, { ...HEADERS, 'Content-Type': file.type, 'Content-Length': length });
    response.end(request.method === 'HEAD' ? undefined : file.body);
  }
};

const listen = (server: Server, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, HOST, () => {
      server.off('error', reject);
      resolve();
    });
  });

/**
 * Serve files on this machine only.
 *
 * @param port  tried first; when it is taken, any free one
 * @param onServed called with its address after a file has been sent
 */
export const servePage = async (
  files: ReadonlyMap<string, PageFile>,
  port: number,
  onServed: (path: string) => void = () => {},
): Promise<PageServer> => {
  const server = createServer((request, response) => {
    response.once('finish', () => {
      if (response.statusCode === 200) onServed(pathOf(request));
    });
    respond(files, request, response);
  });
  await listen(server, port).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EADDRINUSE' && error.code !== 'EACCES') throw error;
    return listen(server, 0);
  });
  const bound = server.address();
  const boundPort = bound !== null && typeof bound === 'object' ? bound.port : port;
  return {
    address: `http://${HOST}:${boundPort}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
