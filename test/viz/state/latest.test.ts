import { describe, expect, it } from 'vitest';
import { latestWins } from '../../../viz/worker/latest.ts';

interface Job {
  readonly input: number;
  readonly finish: (output: string) => void;
  readonly fail: (error: Error) => void;
}

const gate = () => {
  const jobs: Job[] = [];
  const work = latestWins(
    (input: number) =>
      new Promise<string>((finish, fail) => {
        jobs.push({ input, finish, fail });
      }),
  );
  return { jobs, work };
};

describe('latestWins', () => {
  it('runs the first, skips all but the newest of those that came meanwhile', async () => {
    const { jobs, work } = gate();
    const answers = [work(1), work(2), work(3), work(4)];
    expect(jobs.map(({ input }) => input)).toEqual([1]);
    jobs[0]!.finish('one');
    await answers[0];
    await Promise.resolve();
    expect(jobs.map(({ input }) => input)).toEqual([1, 4]);
    jobs[1]!.finish('four');
    expect(await Promise.all(answers)).toEqual(['one', undefined, undefined, 'four']);
  });

  it('goes on after a job that failed', async () => {
    const { jobs, work } = gate();
    const first = work(1);
    const second = work(2);
    jobs[0]!.fail(new Error('no'));
    await expect(first).rejects.toThrow('no');
    jobs[1]!.finish('two');
    expect(await second).toBe('two');
  });
});
