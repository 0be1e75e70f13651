/**
 * Runs one job at a time and keeps only the newest of those that came meanwhile, so that a slider
 * never builds up a queue. A job that was passed over resolves to undefined.
 */
export const latestWins = <Input, Output>(
  work: (input: Input) => Promise<Output>,
): ((input: Input) => Promise<Output | undefined>) => {
  interface Waiting {
    readonly input: Input;
    readonly resolve: (output: Output | undefined) => void;
    readonly reject: (error: unknown) => void;
  }
  let running = false;
  let waiting: Waiting | undefined;

  const start = async ({ input, resolve, reject }: Waiting): Promise<void> => {
    running = true;
    try {
      resolve(await work(input));
    } catch (error) {
      reject(error);
    }
    running = false;
    const next = waiting;
    waiting = undefined;
    if (next) void start(next);
  };

  return (input) =>
    new Promise((resolve, reject) => {
      const job = { input, resolve, reject };
      if (!running) {
        void start(job);
        return;
      }
      waiting?.resolve(undefined);
      waiting = job;
    });
};
