import { LedgerError } from '../base/errors.ts';
import type { FirmOutcome } from './cascade.ts';

/** Share of the dollars added up by which a sum of doubles may miss. */
const TOLERANCE = 1e-9;
/** Last digits of a firm's value: a small loss of a large firm is known no better. */
const ROUNDING = 1e-14;

/**
 * Add the lines of every firm's ledger up again, apart from what wrote them: for each firm they sum to its loss,
 * to 1e-9 of all dollars moved, or to the last digits of its value. Part of every run; costs one addition a line.
 *
 * @throws LedgerError for the first firm whose lines miss its loss, or aren't numbers
 */
export const checkLedgers = (
  firms: readonly Pick<FirmOutcome, 'id' | 'ledger' | 'lossUsd' | 'startValueUsd'>[],
): void => {
  for (const { id, ledger, lossUsd, startValueUsd } of firms) {
    let sumUsd = 0;
    let movedUsd = Math.abs(lossUsd);
    for (const { usd } of ledger) {
      sumUsd += usd;
      movedUsd += Math.abs(usd);
    }
    const room = TOLERANCE * movedUsd + ROUNDING * Math.abs(startValueUsd);
    if (Math.abs(sumUsd - lossUsd) <= room) continue;
    throw new LedgerError({
      where: `ledger of ${id}`,
      found: `parts that sum to ${sumUsd} USD`,
      expected: `its loss, ${lossUsd} USD`,
      hint: 'The engine is at fault, not the data: no figure of this run is to be used.',
    });
  }
};
