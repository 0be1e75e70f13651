import type { LedgerLine } from '../cascade.ts';
import type { Part } from './means-parts.ts';
import { bookParts, failureParts, marketParts } from './round-parts.ts';
import type { ShockArrays } from './shocks.ts';
import type { RoundView } from './solve.ts';
import type { Web } from './web.ts';

/** Who lit whom: for every firm, its losses by cause, deal, other firm and round. */
export interface Ledger {
  readonly lines: readonly LedgerLine[][];
  /** Losses before limited liability, per firm. */
  readonly rawLossUsd: Float64Array;
}

export const emptyLedger = (web: Web): Ledger => ({
  lines: web.firms.map(() => []),
  rawLossUsd: new Float64Array(web.size),
});

const keyOf = (part: Part): string => `${part.cause}|${part.deal ?? ''}|${part.firm ?? ''}`;

/** One line per cause, deal and firm. */
const merged = (parts: readonly Part[]): readonly Part[] => {
  if (parts.length < 2) return parts;
  const byKey = new Map<string, Part>();
  for (const part of parts) {
    const earlier = byKey.get(keyOf(part));
    byKey.set(keyOf(part), earlier ? { ...part, usd: part.usd + earlier.usd } : part);
  }
  return [...byKey.values()];
};

const beyondEquityUsd = (rawUsd: number, startUsd: number): number =>
  Math.max(0, rawUsd - startUsd);

/**
 * Add one round to the ledger. Per firm, the parts of all rounds sum to E0 - E: every term of the
 * valuation is split by the rise of what it depends on, a product factor by factor, and what a firm
 * worth nothing can no longer lose is a line of its own (`limited-liability`, negative). Once a firm
 * is worth nothing, later rounds add no lines.
 */
export const addRound = (ledger: Ledger, web: Web, shocks: ShockArrays, view: RoundView): void => {
  const partsOf = web.valuation === 'book' ? bookParts : marketParts;
  for (let i = 0; i < web.size; i++) {
    const start = web.startValueUsd[i]!;
    if (start <= 0 || view.after.valueLossUsd[i] === view.before.valueLossUsd[i]) continue;
    const lines = ledger.lines[i]!;
    const parts = partsOf(web, shocks, view, i).filter(isSomething);
    const takenSoFar = () => [...lines.map((line) => asPart(web, line)), ...parts];
    parts.push(...failureParts(web, shocks, view, i, takenSoFar));
    const beyondBefore = beyondEquityUsd(ledger.rawLossUsd[i]!, start);
    for (const part of parts) ledger.rawLossUsd[i]! += part.usd;
    const beyond = beyondEquityUsd(ledger.rawLossUsd[i]!, start) - beyondBefore;
    if (beyond !== 0) parts.push({ cause: 'limited-liability', usd: -beyond });

    const kept = 1 - shocks.default[i]!;
    if (view.round === 1 && kept < 1) {
      lines.push({ cause: 'own-shock', round: 1, usd: start * shocks.default[i]! });
    }
    for (const part of merged(parts)) {
      if (kept > 0) lines.push(lineOf(web, part, view.round, part.usd * kept));
    }
  }
};

const isSomething = (part: Part): boolean => part.usd !== 0;

const lineOf = (web: Web, { cause, deal, firm }: Part, round: number, usd: number): LedgerLine => {
  if (deal === undefined) return { cause, round, usd };
  if (firm === undefined) return { cause, deal, round, usd };
  return { cause, deal, firm: web.firms[firm]!, round, usd };
};

const asPart = (web: Web, { cause, deal, firm, usd }: LedgerLine): Part => ({
  cause,
  ...(deal === undefined ? {} : { deal }),
  ...(firm === undefined ? {} : { firm: web.firms.indexOf(firm) }),
  usd: Math.max(0, usd),
});
