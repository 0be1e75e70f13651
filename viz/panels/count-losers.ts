import type { Cascade, DealOutcome, FirmOutcome } from '../../src/models/cascade.ts';

/** A firm of known value that the cascade touched. Firms of unknown value are never counted. */
export const isLoser = ({ valueKnown, status, lossUsd }: FirmOutcome): boolean =>
  valueKnown && status !== 'untouched' && lossUsd > 0;

/** How many firms lose, and how many of them fail. */
export const countLosers = (cascade: Cascade): { losers: number; failed: number } => ({
  losers: cascade.firms.filter(isLoser).length,
  failed: cascade.firms.filter(({ status }) => status === 'failed').length,
});

/** Firms that lose, the largest loss first. */
export const losersInOrder = (cascade: Cascade): readonly FirmOutcome[] =>
  cascade.firms.filter(isLoser).sort((a, b) => b.lossUsd - a.lossUsd);

/** The part of the gross loss that falls on firms whose value nobody knows, and that are never ranked. */
export const lossOfUnknown = ({ firms }: Cascade): number =>
  firms.filter(({ valueKnown }) => !valueKnown).reduce((sum, { lossUsd }) => sum + lossUsd, 0);

/** Deals whose dollars nobody stated and that carried a loss, the largest first. */
export const imputedCarriers = ({ deals }: Cascade): readonly DealOutcome[] =>
  deals
    .filter(({ basis, lossUsd }) => basis === 'imputed' && lossUsd > 0)
    .sort((a, b) => b.lossUsd - a.lossUsd);
