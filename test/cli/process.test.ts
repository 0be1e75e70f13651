import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { connect } from 'node:net';
import { expect, test } from 'vitest';
import { heavy } from '../heavy.ts';
import { ended, startCli } from './spawn-cli.ts';

/** The address that `view` prints, once it has printed it. */
const addressOf = (child: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    let seen = '';
    child.stdout!.on('data', (text) => {
      seen += text;
      const address = /http:\/\/127\.0\.0\.1:\d+\//.exec(seen)?.[0];
      if (address !== undefined) resolve(address);
    });
    child.once('close', () => reject(new Error(`ended after writing ${JSON.stringify(seen)}`)));
  });

test('the built command runs the leading case', heavy, async () => {
  const { code, out, err } = await ended(startCli('simulate'));
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toMatch(/^If OpenAI misses revenue by 50%/);
});

test('a reader that goes away is no error', heavy, async () => {
  const child = startCli('simulate', '--format', 'json');
  child.stdout!.once('data', () => child.stdout!.destroy());
  const { code, err } = await ended(child);
  expect({ code, err }).toEqual({ code: 0, err: '' });
});

test(
  'view serves page and network, and ctrl-C ends it cleanly with connections open',
  heavy,
  async () => {
    const child = startCli('view', '--port', '0', '--no-open');
    const end = ended(child);
    const address = await addressOf(child);
    const page = await (await fetch(address)).text();
    expect(page).toContain('<html');
    for (const [, path] of page.matchAll(/(?:src|href)="(\.?\/?[^":]+\.(?:js|css))"/g)) {
      expect((await fetch(new URL(path!, address))).status).toBe(200);
    }
    const document = (await (await fetch(`${address}network.json`)).json()) as { firms: unknown[] };
    expect(document.firms.length).toBeGreaterThan(70);
    const open = connect(Number(new URL(address).port), '127.0.0.1');
    await once(open, 'connect');
    open.on('error', () => {});
    child.kill('SIGINT');
    const { code, err } = await end;
    expect({ code, err }).toEqual({ code: 0, err: '' });
    open.destroy();
  },
);

test('view --once takes a free port and ends by itself after one page', heavy, async () => {
  const blocker = createServer().listen(0, '127.0.0.1');
  await once(blocker, 'listening');
  const bound = blocker.address();
  const port = bound !== null && typeof bound === 'object' ? bound.port : 0;
  const child = startCli('view', '--port', String(port), '--once');
  const end = ended(child);
  const address = await addressOf(child);
  expect(new URL(address).port).not.toBe(String(port));
  expect((await fetch(`${address}network.json`)).status).toBe(200);
  expect((await fetch(address)).status).toBe(200);
  expect((await end).code).toBe(0);
  blocker.close();
});
