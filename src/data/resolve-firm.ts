import { type Figure, figureDay } from './figures.ts';
import { FIGURES, type Firm } from './schema.ts';

type Entry = NonNullable<Firm['history']>[number];

/** A figure as one record stated it; value null: said to be unknown; day undefined: always so. */
interface Observation {
  readonly on: string | undefined;
  readonly value: number | null;
}

const BASES = { valueUsd: 'valueBasis', revenueUsd: 'revenueBasis' } as const;
const basisFieldOf = (figure: Figure) =>
  figure === 'valueUsd' || figure === 'revenueUsd' ? BASES[figure] : undefined;

const byDay = (a: { on: string | undefined }, b: { on: string | undefined }): number =>
  (a.on ?? '') < (b.on ?? '') ? -1 : (a.on ?? '') > (b.on ?? '') ? 1 : 0;

const observationsOf = (firm: Firm, figure: Figure): Observation[] => {
  const base = firm[figure];
  const stated = (firm.history ?? []).flatMap(({ on, [figure]: value }) =>
    value === undefined ? [] : [{ on, value }],
  );
  const first = base === undefined ? [] : [{ on: figureDay(firm, figure), value: base }];
  return [...first, ...stated].sort(byDay);
};

const isBy = (day: string) => (record: { on: string | undefined }) =>
  record.on === undefined || record.on <= day;

/** The latest observation at or before the day, else the earliest later one that has a value. */
const chosen = (observations: readonly Observation[], day: string): Observation | undefined =>
  observations.findLast(isBy(day)) ?? observations.find(({ value }) => value !== null);

/** What the figure rests on: what was said of it on the day of the observation, if anything. */
const basisOf = (firm: Firm, figure: Figure, pick: Observation | undefined): string | undefined => {
  const field = basisFieldOf(figure);
  if (field === undefined) return undefined;
  const own = pick === undefined || pick.on === figureDay(firm, figure) ? firm[field] : undefined;
  const entry = firm.history?.findLast(
    ({ on, [field]: basis }) => on === pick?.on && basis !== undefined,
  );
  return (entry === undefined ? own : entry[field]) ?? undefined;
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
    const isSame = pick?.value === firm[figure] && pick?.on === figureDay(firm, figure);
    if (firm[figure] !== undefined && !isSame) replaced.push(figure);
    if (pick?.value === null) continue;
    const field = basisFieldOf(figure);
    const basis = basisOf(firm, figure, pick);
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
