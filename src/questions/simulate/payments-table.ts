import type { Cascade, FirmOutcome } from '../../models/cascade.ts';
import { inPercent } from '../../tell/figures.ts';
import type { Names } from '../../tell/names.ts';
import type { Block } from '../../tell/report.ts';

/** Firms that a report lists by what they no longer pay. */
const SHOWN = 5;
const TRACE = 1e-6;

const unpaid = (firm: FirmOutcome): number =>
  Math.max(
    1 - firm.debtPaid,
    1 - firm.bindingPaid,
    1 - firm.discretionaryPaid,
    1 - firm.tranchePaid,
  );

/**
 * Why the fire spreads: firms that pay less than they promised, the outside money that they needed
 * and that they still raise, and the share of each kind of claim that they pay, senior first.
 * Undefined where everybody pays.
 */
export const paymentsTable = (cascade: Cascade, names: Names): Block | undefined => {
  const short = cascade.firms
    .filter((firm) => unpaid(firm) > TRACE)
    .sort((a, b) => b.lossUsd - a.lossUsd || (a.id < b.id ? -1 : 1))
    .slice(0, SHOWN);
  if (short.length === 0) return undefined;
  const right = (header: string) => ({ header, align: 'right' }) as const;
  return {
    kind: 'table',
    columns: [
      { header: names.say('payments.firm'), align: 'left', shrinks: true },
      right(names.say('payments.needs')),
      right(names.say('payments.raises')),
      right(names.say('payments.debt')),
      right(names.say('payments.binding')),
      right(names.say('payments.other')),
      right(names.say('payments.tranches')),
    ],
    rows: short.map((firm) => [
      names.firm(firm.id),
      names.column(firm.fundingUsd),
      names.column(firm.fundingUsd * firm.fundingRaised),
      inPercent(firm.debtPaid),
      inPercent(firm.bindingPaid),
      inPercent(firm.discretionaryPaid),
      inPercent(firm.tranchePaid),
    ]),
  };
};
