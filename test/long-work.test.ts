import { expect, test } from 'vitest';
import { workThrough } from '../src/base/long-work.ts';

const busyFor = (ms: number): void => {
  const until = performance.now() + ms;
  while (performance.now() < until);
};

test('does every step in order and reports the end', async () => {
  const seen: number[] = [];
  const reports: [number, number][] = [];
  const worked = await workThrough(4, (index) => seen.push(index), {
    onProgress: (done, total) => reports.push([done, total]),
  });
  expect(seen).toEqual([0, 1, 2, 3]);
  expect(worked).toEqual({ done: 4, complete: true });
  expect(reports.at(-1)).toEqual([4, 4]);
});

test('stops at the next pause once aborted, and says how far it came', async () => {
  const stop = new AbortController();
  const seen: number[] = [];
  const step = (index: number): void => {
    seen.push(index);
    busyFor(30);
  };
  const working = workThrough(100, step, { signal: stop.signal });
  setTimeout(() => stop.abort(), 0);
  const worked = await working;
  expect(worked.complete).toBe(false);
  expect(worked.done).toBe(seen.length);
  expect(seen.length).toBeLessThan(100);
  expect(seen.length).toBeGreaterThan(0);
});
