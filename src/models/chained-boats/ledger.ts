import type { LedgerLine } from '../cascade.ts';
import { splitRound } from './blame.ts';
import { standingLossUsd, stepFirm } from './equations.ts';
import { ofUnknowns } from './round.ts';
import type { ShockArrays } from './shocks.ts';
import type { RoundView } from './solve.ts';
import { type Part, partsOf, type Split } from './splits.ts';
import type { Web } from './web.ts';

/** Who lit whom: for every firm, its losses by cause, deal, other firm and round. */
export interface Ledger {
  readonly lines: readonly LedgerLine[][];
}

export const emptyLedger = (web: Web): Ledger => ({ lines: web.firms.map(() => []) });

/**
 * Add one round to the ledger. Per firm, the parts of all rounds sum to E0 - E: every term of the
 * valuation is split by the rise of what it depends on, a product factor by factor, and what a firm
 * worth nothing can no longer lose is a line of its own (`limited-liability`, negative). Once a firm
 * is worth nothing, later rounds add no lines.
 */
export const addRound = (ledger: Ledger, web: Web, shocks: ShockArrays, view: RoundView): void => {
  const lostBefore = (i: number): readonly Part[] =>
    ledger.lines[i]!.map((line) => asPart(web, line));
  const round = splitRound({ web, shocks, view, lostBefore });
  const result = ofUnknowns(() => new Array<Split>(web.size));
  const lossOf = (i: number): Split => {
    if (web.valuation === 'market' && view.after.failed[i] === 0) return standingLossUsd(round, i);
    stepFirm(round, result, i);
    return result.valueLossUsd[i]!;
  };
  for (let i = 0; i < web.size; i++) {
    const isWorthSomething = web.startValueUsd[i]! > 0;
    if (!isWorthSomething || view.after.valueLossUsd[i] === view.before.valueLossUsd[i]) continue;
    for (const part of partsOf(lossOf(i))) {
      if (part.usd !== 0) ledger.lines[i]!.push(lineOf(web, part, view.round));
    }
  }
};

const lineOf = (web: Web, { cause, deal, firm, usd }: Part, round: number): LedgerLine => {
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
