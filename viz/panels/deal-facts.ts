import type { AMOUNT_BASES, Deal } from '../../src/data/schema.ts';
import type { Key } from '../../src/tell/words/words.ts';

export type AmountBasis = (typeof AMOUNT_BASES)[number];

export interface StatedAmount {
  readonly usd: number;
  readonly basis: AmountBasis | undefined;
}

/** A dollar figure of a deal, under the name of what it is. */
export interface DealFigure {
  readonly label: Key;
  readonly usd: number;
}

const known = (label: Key, usd: number | undefined): readonly DealFigure[] =>
  usd === undefined ? [] : [{ label, usd }];

/** Every dollar figure that the book has of a deal; the first is the one that its basis describes. */
export const dealFigures = (deal: Deal): readonly DealFigure[] => {
  switch (deal.kind) {
    case 'order':
      return [...known('deal.amount', deal.amountUsd), ...known('deal.perYear', deal.perYearUsd)];
    case 'equity':
      return [
        ...known('deal.worth', deal.valueUsd),
        ...known('deal.paid', deal.paidUsd),
        ...known('deal.committed', deal.commitmentUsd),
        ...known('deal.exercise', deal.exerciseCostUsd),
      ];
    case 'debt':
      return [
        ...known(deal.contingent ? 'deal.guaranteed' : 'deal.face', deal.faceUsd),
        ...known('deal.committed', deal.commitmentUsd),
        ...known('deal.service', deal.servicePerYearUsd),
      ];
  }
};

/** The figure that stands for a deal in a table, with what it counts; undefined: nobody knows. */
export const statedAmount = (deal: Deal): StatedAmount | undefined => {
  const first = dealFigures(deal)[0];
  return first && { usd: first.usd, basis: deal.amountBasis };
};
