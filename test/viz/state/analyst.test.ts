import type { Remote } from 'comlink';
import { describe, expect, it, vi } from 'vitest';
import { createAnalyst } from '../../../viz/analyst.ts';
import { CALM } from '../../../viz/state.ts';
import type { Engine } from '../../../viz/worker/engine.ts';

const about = { asOf: '2026-04-27', scenario: CALM };

/** An engine that answers with the number of questions so far, after it is told to. */
const countingEngine = (answers: (count: number) => Promise<unknown>) => {
  let count = 0;
  const cancelled: number[] = [];
  const engine = {
    analyse: () => answers(++count),
    cancel: (job: number) => {
      cancelled.push(job);
    },
  } as unknown as Remote<Engine>;
  return { engine, cancelled };
};

describe('createAnalyst', () => {
  it('starts its worker with the first question, once', async () => {
    const { engine } = countingEngine(async (count) => count);
    const start = vi.fn(async () => engine);
    const analyst = createAnalyst(start);
    expect(start).not.toHaveBeenCalled();
    await analyst.ask('ranking', about, {});
    await analyst.ask('book', about, {});
    expect(start).toHaveBeenCalledTimes(1);
  });

  it('answers a question asked again from memory, another one anew', async () => {
    const { engine } = countingEngine(async (count) => count);
    const analyst = createAnalyst(async () => engine);
    expect(await analyst.ask('ranking', about, {})).toBe(1);
    expect(await analyst.ask('ranking', about, {})).toBe(1);
    expect(await analyst.ask('ranking', { ...about, asOf: '2025-12-31' }, {})).toBe(2);
  });

  it('forgets what failed', async () => {
    const { engine } = countingEngine(async (count) => {
      if (count === 1) throw new Error('no');
      return count;
    });
    const analyst = createAnalyst(async () => engine);
    await expect(analyst.ask('ranking', about, {})).rejects.toThrow('no');
    expect(await analyst.ask('ranking', about, {})).toBe(2);
  });

  it('passes a cancellation on, and does not remember what came of it', async () => {
    let finish: (value: unknown) => void = () => {};
    const { engine, cancelled } = countingEngine((count) =>
      count === 1 ? new Promise((resolve) => (finish = resolve)) : Promise.resolve(2),
    );
    const analyst = createAnalyst(async () => engine);
    const stop = new AbortController();
    const asked = analyst.ask('ranking', about, {}, { signal: stop.signal });
    await Promise.resolve();
    stop.abort();
    await vi.waitFor(() => expect(cancelled).toEqual([1]), { timeout: 60_000 });
    finish('so far');
    expect(await asked).toBe('so far');
    expect(await analyst.ask('ranking', about, {})).toBe(2);
  });
});
