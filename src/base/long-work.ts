/** How a caller follows work that takes a while, and ends it early. */
export interface LongWork {
  /** Called now and then, and at the end; `done` of `total` steps. */
  readonly onProgress?: (done: number, total: number) => void;
  /** Once aborted, the work stops at its next pause and keeps what it has. */
  readonly signal?: AbortSignal;
}

/** What came of steps that could be cut short. */
export interface Worked {
  readonly done: number;
  /** False when the work was cancelled before its last step. */
  readonly complete: boolean;
}

const BREATH_MS = 50;

const breathe = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

/**
 * Do steps 0..total-1 in order, pausing now and then so that a page or a signal can be heard. Only
 * when to pause depends on time; what a step computes must not.
 */
export const workThrough = async (
  total: number,
  step: (index: number) => void,
  { onProgress, signal }: LongWork = {},
): Promise<Worked> => {
  let pausedAt = performance.now();
  for (let index = 0; index < total; index++) {
    if (signal?.aborted) return { done: index, complete: false };
    step(index);
    if (performance.now() - pausedAt < BREATH_MS) continue;
    onProgress?.(index + 1, total);
    await breathe();
    pausedAt = performance.now();
  }
  onProgress?.(total, total);
  return { done: total, complete: true };
};

/**
 * Do steps 0..total-1, up to `lanes` of them at a time: for work that other threads do. With one lane they go
 * in order.
 *
 * @param step  what it computes must not depend on which steps are done
 */
export const workInLanes = async (
  total: number,
  lanes: number,
  step: (index: number) => Promise<void>,
  { onProgress, signal }: LongWork = {},
): Promise<Worked> => {
  let next = 0;
  let done = 0;
  const lane = async (): Promise<void> => {
    while (next < total && !signal?.aborted) {
      const index = next;
      next += 1;
      await step(index);
      done += 1;
      onProgress?.(done, total);
      await breathe();
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return { done, complete: done === total };
};
