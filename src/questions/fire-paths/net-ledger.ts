import type { LedgerLine } from '../../models/cascade.ts';

/**
 * A firm's ledger without lines for limited liability: in each round, what a firm worth nothing can no
 * longer lose is taken off that round's lines in proportion, so that no dollar is negative and the
 * lines of every round still sum to what the round took.
 */
export const netLedger = (ledger: readonly LedgerLine[]): readonly LedgerLine[] => {
  const sums = new Map<number, { all: number; positive: number }>();
  for (const { round, usd } of ledger) {
    const sum = sums.get(round) ?? { all: 0, positive: 0 };
    sum.all += usd;
    sum.positive += Math.max(0, usd);
    sums.set(round, sum);
  }
  return ledger.flatMap((line) => {
    const { all, positive } = sums.get(line.round)!;
    return line.usd > 0 && all > 0 ? [{ ...line, usd: (line.usd * all) / positive }] : [];
  });
};
