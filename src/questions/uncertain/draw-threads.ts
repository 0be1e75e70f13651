import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import Tinypool from 'tinypool';
import type { Draws } from './draw-block.ts';
import type { DrawSubject, DrawTask } from './draw-worker.ts';
import type { DrawThreads } from './run-draws.ts';

/** As many threads as the machine runs at once. */
export const machineThreads = (): number => availableParallelism();

/**
 * Threads that draw for one question, while `work` runs.
 *
 * @param threads  how many; with 1 there are none, and the caller draws itself
 */
export const withThreads = async <Result>(
  threads: number,
  subject: () => Omit<DrawSubject, 'draws'>,
  work: (threads: DrawThreads | undefined) => Promise<Result>,
): Promise<Result> => {
  const file = new URL('./draw-worker.js', import.meta.url);
  if (threads < 2 || !existsSync(file)) return work(undefined);
  const pools = new Map<Draws, Tinypool>();
  const poolOf = (draws: Draws): Tinypool => {
    const known = pools.get(draws);
    if (known !== undefined) return known;
    const pool = new Tinypool({
      filename: file.href,
      name: 'drawBlock',
      runtime: 'worker_threads',
      minThreads: threads,
      maxThreads: threads,
      isolateWorkers: false,
      workerData: { ...subject(), draws } satisfies DrawSubject,
    });
    pools.set(draws, pool);
    return pool;
  };
  try {
    return await work({
      lanes: threads,
      draw: (draws, start, end) => poolOf(draws).run({ start, end } satisfies DrawTask),
    });
  } finally {
    await Promise.all([...pools.values()].map((pool) => pool.destroy()));
  }
};
