import type { Firm } from '../../data/schema.ts';
import type { FirmField } from '../../models/chained-boats/inputs/input-ref.ts';
import { drawnAt } from './distribution.ts';
import { type DrawnFigure, drawnFactor, drawnFigure } from './drawn-figure.ts';
import type { FigureBook } from './figure-book.ts';

const FACTORS = ['valueUsd', 'revenueUsd', 'cashUsd', 'debtUsd'] as const;

/**
 * What is drawn of one firm: its value, revenue, cash and debt, then its cost, which follows the revenue that is
 * drawn: operating income = revenue (1 - factor x recorded cost / recorded revenue).
 */
export const drawnOfFirm = (firm: Firm, { find, rowOf }: FigureBook): readonly DrawnFigure[] => {
  const figureOf = (field: FirmField) => find({ kind: 'firm', firm: firm.id, field });
  const figures = FACTORS.flatMap((field): DrawnFigure[] => {
    const figure = figureOf(field);
    const row = rowOf(field, firm.confidence);
    if (figure === undefined || row === undefined) return [];
    return [drawnFactor(row, `${field} ${firm.id}`, [figure])];
  });
  const income = figureOf('operatingIncomeUsd');
  const revenue = figureOf('revenueUsd');
  const row = rowOf('operatingCost', firm.confidence);
  if (income === undefined || !revenue?.value || row === undefined) return figures;
  const costRatio = 1 - income.value / revenue.value;
  const drawnIncome = (u: number, values: Float64Array): number =>
    values[revenue.leaf]! * (1 - costRatio * drawnAt(row, u));
  return [...figures, drawnFigure(row, `cost ${firm.id}`, income, drawnIncome)];
};
