import type { Cause, LedgerLine } from './cascade.ts';

/** All lines of a firm's ledger with the same cause, deal and other firm. */
export interface LedgerGroup {
  readonly cause: Cause;
  readonly deal: string | undefined;
  readonly firm: string | undefined;
  readonly usd: number;
  readonly firstRound: number;
  readonly lastRound: number;
  readonly lines: readonly LedgerLine[];
}

const groupOf = (lines: readonly LedgerLine[]): LedgerGroup => {
  const { cause, deal, firm } = lines[0]!;
  const rounds = lines.map(({ round }) => round);
  return {
    cause,
    deal,
    firm,
    usd: lines.reduce((sum, { usd }) => sum + usd, 0),
    firstRound: Math.min(...rounds),
    lastRound: Math.max(...rounds),
    lines: lines.toSorted((a, b) => a.round - b.round),
  };
};

/** The ledger by cause, deal and other firm, largest first; what limited liability absorbed last. */
export const ledgerGroups = (ledger: readonly LedgerLine[]): readonly LedgerGroup[] => {
  const groups = new Map<string, LedgerLine[]>();
  for (const line of ledger) {
    const key = [line.cause, line.deal, line.firm].join('|');
    const lines = groups.get(key);
    if (lines === undefined) groups.set(key, [line]);
    else lines.push(line);
  }
  return [...groups.values()].map(groupOf).sort((a, b) => b.usd - a.usd);
};
