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
  const byKey = new Map<string, Part>();
  for (const part of parts) {
    if (part.usd === 0) continue;
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
    const defaulted = shocks.default[i]!;
    const lines = ledger.lines[i]!;
    const parts = partsOf(web, shocks, view, i);
    const takenSoFar = () => [...lines.map(asPart(web)), ...parts].filter((part) => part.usd > 0);
    const all = [...parts, ...failureParts(web, shocks, view, i, takenSoFar)];
    const before = beyondEquityUsd(ledger.rawLossUsd[i]!, start);
    for (const part of all) ledger.rawLossUsd[i]! += part.usd;
    const beyond = beyondEquityUsd(ledger.rawLossUsd[i]!, start) - before;
    const spread: Part[] = [...all, { cause: 'limited-liability', usd: -beyond }];
    const borne = spread.map((part) => ({ ...part, usd: part.usd * (1 - defaulted) }));
    if (view.round === 1) borne.push({ cause: 'own-shock', usd: start * defaulted });
    for (const part of merged(borne)) lines.push(lineOf(web, part, view.round));
  }
};

const lineOf = (web: Web, part: Part, round: number): LedgerLine => ({
  cause: part.cause,
  ...(part.deal === undefined ? {} : { deal: part.deal }),
  ...(part.firm === undefined ? {} : { firm: web.firms[part.firm]! }),
  round,
  usd: part.usd,
});

const asPart =
  (web: Web) =>
  (line: LedgerLine): Part => ({
    cause: line.cause,
    ...(line.deal === undefined ? {} : { deal: line.deal }),
    ...(line.firm === undefined ? {} : { firm: web.firms.indexOf(line.firm) }),
    usd: line.usd,
  });
