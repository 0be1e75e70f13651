import type { Cascade, FirmOutcome } from '../models/cascade.ts';

/** A firm of known value that the cascade touched. */
export const isLoser = ({ valueKnown, status, lossUsd }: FirmOutcome): boolean =>
  valueKnown && status !== 'untouched' && lossUsd > 0;

/** Firms of known value that lose, largest loss first. */
export const losersInOrder = ({ firms }: Cascade): readonly FirmOutcome[] =>
  firms.filter(isLoser).sort((a, b) => b.lossUsd - a.lossUsd || (a.id < b.id ? -1 : 1));

/** Firms whose value nobody knows and whose claims lose, largest loss first: never ranked. */
export const unknownLosers = ({ firms }: Cascade): readonly FirmOutcome[] =>
  firms
    .filter(({ valueKnown, lossUsd }) => !valueKnown && lossUsd > 0)
    .sort((a, b) => b.lossUsd - a.lossUsd || (a.id < b.id ? -1 : 1));
