/** Scores of one candidate, one per event; null counts as 0, as everywhere. */
export interface Candidate {
  readonly name: string;
  readonly scores: readonly (number | null)[];
}

/** Weighted mean over the events that `keep` names. */
export const meanScore = (
  { scores }: Candidate,
  weights: readonly number[],
  keep: (event: number) => boolean = () => true,
): number => {
  let [total, weight] = [0, 0];
  scores.forEach((score, event) => {
    if (!keep(event)) return;
    total += weights[event]! * (score ?? 0);
    weight += weights[event]!;
  });
  return weight > 0 ? total / weight : 0;
};

/** Rounding doesn't choose: the earlier candidate stands. */
const TIE = 1e-9;

/** The candidate with the best mean over the events that `keep` names; the first of those that tie. */
export const bestOf = (
  candidates: readonly Candidate[],
  weights: readonly number[],
  keep?: (event: number) => boolean,
): Candidate =>
  candidates.reduce((best, one) =>
    meanScore(one, weights, keep) > meanScore(best, weights, keep) + TIE ? one : best,
  );

/**
 * What choosing the best candidate is worth: each event is scored by the candidate that does best on
 * all others, so that no event has a say in its own prediction. Weighted mean.
 */
export const leaveOneOutScore = (
  candidates: readonly Candidate[],
  weights: readonly number[],
): number => {
  const scores = weights.map(
    (_, left) => bestOf(candidates, weights, (event) => event !== left).scores[left] ?? null,
  );
  return meanScore({ name: 'left out', scores }, weights);
};
