/** Measures that the map shows in place of value and layer; null: as ever. */
export interface LensChoice {
  readonly size: string | null;
  readonly colour: string | null;
}

/** Scores of one measure by firm, 0..1 of the largest; a firm of unknown score is absent. */
export type Shares = ReadonlyMap<string, number>;

/** What the map is drawn by: null where by value or layer. */
export interface Lens {
  readonly size: Shares | null;
  readonly colour: Shares | null;
}

export const NO_LENS: Lens = { size: null, colour: null };

/** `size:pagerank,colour:katz`; undefined where the map shows values and layers. */
export const lensText = ({ size, colour }: LensChoice): string | undefined =>
  [size && `size:${size}`, colour && `colour:${colour}`].filter(Boolean).join(',') || undefined;

/** Reads what `lensText` writes; what it can't read is left out. */
export const readLens = (text: string): LensChoice => {
  const measureOf = (what: string) =>
    new RegExp(`(?:^|,)${what}:([\\w-]+)`).exec(text)?.[1] ?? null;
  return { size: measureOf('size'), colour: measureOf('colour') };
};

interface Scored {
  readonly id: string;
  readonly scores: Readonly<Record<string, number | null>>;
}

const sharesOf = (firms: readonly Scored[], measure: string | null): Shares | null => {
  if (measure === null || !firms.some(({ scores }) => measure in scores)) return null;
  const known = firms.flatMap(({ id, scores }): (readonly [string, number])[] => {
    const score = scores[measure];
    return score == null ? [] : [[id, Math.max(0, score)]];
  });
  const largest = known.reduce((most, [, score]) => Math.max(most, score), 0);
  return new Map(known.map(([id, score]) => [id, largest > 0 ? score / largest : 0]));
};

/** The chosen measures' scores as shares of the largest; nothing while the ranking isn't there. */
export const lensOf = (
  { size, colour }: LensChoice,
  ranking: { readonly firms: readonly Scored[] } | null,
): Lens =>
  ranking === null
    ? NO_LENS
    : { size: sharesOf(ranking.firms, size), colour: sharesOf(ranking.firms, colour) };
