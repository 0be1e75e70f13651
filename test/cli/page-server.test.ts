import { mkdirSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { DataError } from '../../src/base/errors.ts';
import { type PageFile, readPageFiles } from '../../src/cli/page-files.ts';
import { type PageServer, servePage } from '../../src/cli/page-server.ts';
import { scratchDirectory } from '../scratch-directory.ts';

const scratch = scratchDirectory();
const root = join(scratch, 'page');
mkdirSync(join(root, 'assets'), { recursive: true });
writeFileSync(join(root, 'index.html'), '<!doctype html>');
writeFileSync(join(root, 'assets', 'main.js'), 'export {}');
writeFileSync(join(scratch, 'secret.txt'), 'secret');

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
}

/** A request with the path exactly as written, which `fetch` would tidy up. */
const ask = (address: string, path: string, method = 'GET', host?: string): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(address);
    const headers = host === undefined ? {} : { host };
    const asked = request({ hostname, port, path, method, headers }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (text) => {
        body += text;
      });
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body }),
      );
    });
    asked.on('error', reject).end();
  });

const servers: PageServer[] = [];
const serve = async (port = 0, files?: ReadonlyMap<string, PageFile>) => {
  const server = await servePage(files ?? (await readPageFiles(root)), port);
  servers.push(server);
  return server;
};
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

describe('the page’s files', () => {
  test.each([
    ['/', 'text/html; charset=utf-8', '<!doctype html>'],
    ['/index.html?theme=dark', 'text/html; charset=utf-8', '<!doctype html>'],
    ['/assets/main.js', 'text/javascript; charset=utf-8', 'export {}'],
  ])('%s is served as %s', async (path, type, body) => {
    const { address } = await serve();
    const answer = await ask(address, path);
    expect(answer).toMatchObject({ status: 200, body });
    expect(answer.headers).toMatchObject({
      'content-type': type,
      'x-content-type-options': 'nosniff',
      'content-security-policy':
        "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; worker-src 'self' blob:",
    });
  });

  test.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/assets/../../secret.txt',
    '//etc/passwd',
    '/assets',
    '/assets/main.js/',
    '/%00',
    '/__proto__',
  ])('%s does not exist', async (path) => {
    const { address } = await serve();
    const answer = await ask(address, path);
    expect(answer.status).toBe(404);
    expect(answer.headers).toMatchObject({ 'x-content-type-options': 'nosniff' });
    expect(answer.body).not.toContain('secret');
  });

  test('a directory without a page is an error that says what to do', async () => {
    await expect(readPageFiles(join(root, 'assets'))).rejects.toThrow(DataError);
    await expect(readPageFiles(join(root, 'nowhere'))).rejects.toThrow(/npm run build/);
  });
});

test('HEAD gets the headers alone, other methods are refused', async () => {
  const { address } = await serve();
  const head = await ask(address, '/', 'HEAD');
  expect(head).toMatchObject({ status: 200, body: '' });
  expect(head.headers['content-length']).toBe('15');
  expect((await ask(address, '/', 'POST')).status).toBe(405);
});

test('a name of another machine that points here gets nothing', async () => {
  const { address } = await serve();
  expect((await ask(address, '/', 'GET', 'evil.example')).status).toBe(403);
  expect((await ask(address, '/', 'GET', 'localhost:4173')).status).toBe(200);
});

test('takes a free port when the one asked for is taken', async () => {
  const first = await serve();
  const taken = Number(new URL(first.address).port);
  const second = await serve(taken);
  expect(second.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
  expect(second.address).not.toBe(first.address);
  expect((await ask(second.address, '/')).status).toBe(200);
});
