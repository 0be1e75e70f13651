import type { Network } from '../../data/graph.ts';
import type { Deal } from '../../data/schema.ts';
import type { DealField } from '../../models/chained-boats/inputs/input-ref.ts';
import { defaultWeights } from '../../scenario/period.ts';
import { drawnAt } from './distribution.ts';
import { type DrawnFigure, drawnFactor, drawnFigure } from './drawn-figure.ts';
import type { FigureBook } from './figure-book.ts';

const DOLLARS = [
  'amountUsd',
  'perYearUsd',
  'scheduleUsd',
  'commitmentUsd',
  'faceUsd',
  'servicePerYearUsd',
] as const satisfies readonly DealField[];

/** One name for all deals that are linked to each other: where their links end, or turn round. */
const bundleOf = (network: Network, { id, link }: Deal): string => {
  const seen = [id];
  for (let next = link; next !== undefined && network.hasEdge(next); ) {
    if (seen.includes(next)) return seen.slice(seen.indexOf(next)).sort()[0]!;
    seen.push(next);
    next = network.getEdgeAttribute(next, 'link');
  }
  return seen.at(-1)!;
};

/**
 * What is drawn of one deal: the share that is paid, its dollars, the take-or-pay share that it states. Where the
 * scenario counts deals of its status for less or more than is usual, so does what is drawn.
 */
export const drawnOfDeal = (
  network: Network,
  deal: Deal,
  { find, rowOf, dollarRow: dollarRowOf }: FigureBook,
): readonly DrawnFigure[] => {
  const fieldOf = (field: DealField) => find({ kind: 'deal', deal: deal.id, field });
  const figures: DrawnFigure[] = [];

  const paid = fieldOf('paidShare');
  const paidRow = rowOf('paidShare', deal.status);
  const usual = defaultWeights[deal.status];
  if (paid !== undefined && paidRow !== undefined && usual > 0) {
    const ofStatus = paid.value;
    const change = (u: number) => Math.min(1, (ofStatus / usual) * drawnAt(paidRow, u)) - ofStatus;
    figures.push(drawnFigure(paidRow, `paid ${bundleOf(network, deal)}`, paid, change));
  }
  const dollars = DOLLARS.flatMap((field) => fieldOf(field) ?? []);
  const dollarRow = dollarRowOf(deal);
  if (dollars.length > 0 && dollarRow !== undefined) {
    figures.push(drawnFactor(dollarRow, `dollars ${deal.id}`, dollars));
  }
  const takeOrPay = fieldOf('takeOrPay');
  const takeOrPayRow = rowOf('takeOrPay', deal.confidence);
  if (takeOrPay !== undefined && takeOrPayRow !== undefined) {
    figures.push(drawnFactor(takeOrPayRow, `take-or-pay ${deal.id}`, [takeOrPay]));
  }
  return figures;
};
