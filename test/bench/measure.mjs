export const median = (numbers) => {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
};

/** Milliseconds that a call takes. */
export const time = (call) => {
  const start = performance.now();
  call();
  return performance.now() - start;
};

/** Medians of several calls, run in turn so that a busy moment hits all of them alike. */
export const interleaved = (calls, { warmUps, rounds }) => {
  for (let round = 0; round < warmUps; round++) for (const call of calls) call();
  const times = calls.map(() => []);
  for (let round = 0; round < rounds; round++) {
    for (const [at, call] of calls.entries()) times[at].push(time(call));
  }
  return times.map(median);
};
