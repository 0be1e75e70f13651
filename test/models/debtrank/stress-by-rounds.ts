import type { Triple } from '../reference.ts';

interface Plain {
  readonly exposures: readonly Triple[];
  readonly buffers: readonly number[];
}

const dense = ({ exposures, buffers }: Plain, capped: boolean): number[][] => {
  const amounts = buffers.map(() => buffers.map(() => 0));
  for (const [lender, borrower, amount] of exposures) amounts[lender]![borrower]! += amount;
  return amounts.map((row, i) =>
    row.map((amount) => (capped ? Math.min(1, amount / buffers[i]!) : amount / buffers[i]!)),
  );
};

/** The papers' own walk: increments of felt distress are passed on round by round, all at once. */
export const stressByRounds = (
  problem: Plain,
  shock: readonly number[],
  { alpha = 0, capped = false, rounds = 50_000 } = {},
): number[] => {
  const impact = dense(problem, capped);
  const felt = (h: number) => h * Math.exp(alpha * (h - 1));
  let before = shock.map(() => 0);
  let now: number[] = [...shock];
  for (let round = 0; round < rounds; round++) {
    const next = now.map((h, i) => {
      const added = impact[i]!.reduce(
        (sum, w, j) => sum + w * (felt(now[j]!) - felt(before[j]!)),
        0,
      );
      return Math.min(1, h + added);
    });
    [before, now] = [now, next];
    if (Math.max(0, ...now.map((h, i) => h - before[i]!)) === 0) break;
  }
  return now;
};

/** Battiston's three states, written as in the paper: undistressed, distressed, inactive. */
export const stressOnce = (problem: Plain, shock: readonly number[], capped = true): number[] => {
  const impact = dense(problem, capped);
  let h = [...shock];
  let state: ('U' | 'D' | 'I')[] = h.map((share) => (share > 0 ? 'D' : 'U'));
  while (state.includes('D')) {
    const next = h.map((share, i) =>
      Math.min(
        1,
        share + h.reduce((sum, hj, j) => sum + (state[j] === 'D' ? impact[i]![j]! * hj : 0), 0),
      ),
    );
    state = state.map((was, i) => (was !== 'U' ? 'I' : next[i]! > 0 ? 'D' : 'U'));
    h = next;
  }
  return h;
};
