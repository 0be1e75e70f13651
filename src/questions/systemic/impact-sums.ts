/** Rows and columns of one matrix of impacts, summed. */
export interface ImpactSums {
  /** `[struck, firm, share lost]` above 0. */
  readonly impacts: [number, number, number][];
  /** Per struck firm; null where it wasn't struck or has no answer. */
  readonly importanceUsd: readonly (number | null)[];
  readonly importanceShare: readonly (number | null)[];
  /** Per firm; null where it has nothing to lose in any answer. */
  readonly vulnerability: readonly (number | null)[];
  readonly worst: readonly ({ readonly struck: number; readonly fraction: number } | null)[];
}

type Row = readonly (number | null)[] | null;

const importanceOf = (row: Row, struck: number, valueUsd: Float64Array) => {
  if (row === null) return { usd: null, share: null };
  let [usd, worthUsd] = [0, 0];
  row.forEach((share, i) => {
    if (i === struck || share === null) return;
    usd += share * valueUsd[i]!;
    worthUsd += valueUsd[i]!;
  });
  return { usd, share: worthUsd > 0 ? Math.min(1, usd / worthUsd) : null };
};

const vulnerabilityOf = (rows: readonly Row[], firm: number) => {
  let [sum, strikes, worst] = [0, 0, { struck: -1, fraction: 0 }];
  rows.forEach((row, struck) => {
    const share = row?.[firm] ?? null;
    if (struck === firm || share === null) return;
    sum += share;
    strikes++;
    if (share > worst.fraction) worst = { struck, fraction: share };
  });
  return { mean: strikes === 0 ? null : sum / strikes, worst: worst.struck < 0 ? null : worst };
};

/**
 * Importance and vulnerability from the matrix of impacts, its diagonal left out.
 *
 * @param rows      per struck firm the share of each firm lost, 0..1, null: nothing of that kind to lose;
 *                  a row of null: no answer
 * @param valueUsd  per firm
 */
export const impactSums = (rows: readonly Row[], valueUsd: Float64Array): ImpactSums => {
  const importance = rows.map((row, struck) => importanceOf(row, struck, valueUsd));
  const suffered = Array.from(valueUsd, (_, firm) => vulnerabilityOf(rows, firm));
  return {
    impacts: rows.flatMap((row, struck) =>
      (row ?? []).flatMap((share, firm): [number, number, number][] =>
        share === null || share === 0 ? [] : [[struck, firm, share]],
      ),
    ),
    importanceUsd: importance.map(({ usd }) => usd),
    importanceShare: importance.map(({ share }) => share),
    vulnerability: suffered.map(({ mean }) => mean),
    worst: suffered.map(({ worst }) => worst),
  };
};
