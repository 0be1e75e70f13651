import type { FirmOutcome } from '../../src/models/cascade.ts';

export interface LedgerCheck {
  readonly sumUsd: number;
  readonly offUsd: number;
  readonly addsUp: boolean;
}

/** Share of the larger of loss and lines by which a sum of doubles may miss. */
const TOLERANCE = 1e-9;

/** Adds the ledger up again, independently of the engine, and compares it with the loss. */
export const checkLedger = ({ ledger, lossUsd }: FirmOutcome): LedgerCheck => {
  const sumUsd = ledger.reduce((sum, { usd }) => sum + usd, 0);
  const size = ledger.reduce((sum, { usd }) => sum + Math.abs(usd), Math.abs(lossUsd));
  const offUsd = sumUsd - lossUsd;
  return { sumUsd, offUsd, addsUp: Math.abs(offUsd) <= TOLERANCE * size };
};
