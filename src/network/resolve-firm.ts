import { type Figure, figureDay } from './figures.ts';
import { FIGURES, type Firm } from './schema.ts';

type Entry = NonNullable<Firm['history']>[number];

/** A figure as one record stated it; value null: said to be unknown; day undefined: always so. */
interface Observation {
  readonly on: string | undefined;
  readonly value: number | null;
  readonly isBase: boolean;
}

const BASES = { valueUsd: 'valueBasis', revenueUsd: 'revenueBasis' } as const;
const basisFieldOf = (figure: Figure) =>
  figure === 'valueUsd' || figure === 'revenueUsd' ? BASES[figure] : undefined;

const byDay = (a: { on: string | undefined }, b: { on: string | undefined }): number =>
  (a.on ?? '') < (b.on ?? '') ? -1 : (a.on ?? '') > (b.on ?? '') ? 1 : 0;

const observationsOf = (firm: Firm, figure: Figure): Observation[] => {
  const base = firm[figure];
  const stated = (firm.history ?? []).flatMap(({ on, [figure]: value }) =>
    value === undefined ? [] : [{ on, value, isBase: false }],
  );
  const first =
    base === undefined ? [] : [{ on: figureDay(firm, figure), value: base, isBase: true }];
  return [...first, ...stated].sort(byDay);
};

const isBy = (day: string) => (record: { on: string | undefined }) =>
  record.on === undefined || record.on <= day;

/** The latest observation at or before the day, else the earliest later one that has a value. */
const chosen = (observations: readonly Observation[], day: string): Observation | undefined =>
  observations.findLast(isBy(day)) ?? observations.find(({ value }) => value !== null);

/** What the figure rests on: the latest statement not later than the observation itself. */
const basisAt = (firm: Firm, figure: Figure, on: string | undefined): string | undefined => {
  const field = basisFieldOf(figure);
  if (field === undefined) return undefined;
  const stated = (firm.history ?? []).flatMap((entry) => {
    const basis = entry[field];
    return basis === undefined ? [] : [{ on: entry.on as string | undefined, basis }];
  });
  const base = firm[field];
  const first = base === undefined ? [] : [{ on: figureDay(firm, figure), basis: base }];
  return [...first, ...stated].sort(byDay).findLast(isBy(on ?? ''))?.basis ?? undefined;
};

/** Figures of the record itself that a later entry has replaced, as entries of their own day. */
const replacedEntries = (firm: Firm, replaced: readonly Figure[], day: string): Entry[] =>
  replaced.flatMap((figure) => {
    const on = figureDay(firm, figure);
    if (on === undefined || on > day) return [];
    const field = basisFieldOf(figure);
    const basis = field === undefined || firm[field] === undefined ? {} : { [field]: firm[field] };
    return [{ on, [figure]: firm[figure], ...basis }];
  });

/**
 * A firm as it was known on `day`.
 *
 * Per figure: the latest observation at or before the day, else the earliest later one, whose day in
 * `figuresOn` then shows that it is later (see `isLaterThan`). The history keeps the past only.
 */
export const resolveFirm = (firm: Firm, day: string): Firm => {
  const { history, asOf, figuresOn: _figuresOn, ...rest } = firm;
  const next: Record<string, unknown> = { ...rest };
  const figuresOn: Partial<Record<Figure, string>> = {};
  const replaced: Figure[] = [];
  for (const field of [...FIGURES, ...Object.values(BASES)]) delete next[field];
  for (const figure of FIGURES) {
    const pick = chosen(observationsOf(firm, figure), day);
    if (firm[figure] !== undefined && !pick?.isBase) replaced.push(figure);
    if (pick?.value === null) continue;
    const field = basisFieldOf(figure);
    const basis = basisAt(firm, figure, pick === undefined ? day : pick.on);
    if (field !== undefined && basis !== undefined) next[field] = basis;
    if (pick === undefined) continue;
    next[figure] = pick.value;
    if (pick.on !== undefined) figuresOn[figure] = pick.on;
  }
  const past = [...replacedEntries(firm, replaced, day), ...(history ?? []).filter(isBy(day))];
  if (asOf !== undefined && asOf <= day) next['asOf'] = asOf;
  if (Object.keys(figuresOn).length > 0) next['figuresOn'] = figuresOn;
  if (past.length > 0) next['history'] = past.sort(byDay);
  return next as Firm;
};
