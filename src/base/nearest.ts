/**
 * Edits that turn one word into another: insert, delete, replace, swap of neighbours.
 * (Optimal string alignment, three rows of the usual table.)
 */
const editDistance = (a: string, b: string): number => {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = last[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      row[j] = Math.min(replaced, last[j]! + 1, row[j - 1]! + 1);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) row[j] = Math.min(row[j]!, beforeLast[j - 2]! + 1);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length]!;
};

/** Longest text that is compared letter by letter: the cost grows with the product of lengths. */
const LONGEST = 64;

/** 0 = the same, small = alike, Infinity = not worth proposing. */
const unlikeness = (wanted: string, candidate: string): number => {
  if (wanted === candidate) return 0;
  if (wanted.length > 1 && candidate.startsWith(wanted)) return 0.5;
  if (candidate.length > 1 && wanted.startsWith(candidate)) return 0.8;
  if (wanted.length > 2 && candidate.includes(wanted)) return 1;
  const edits = editDistance(wanted, candidate);
  return edits <= Math.max(1, Math.floor(wanted.length * 0.4)) ? edits : Infinity;
};

/**
 * The ids that a person may have meant, best first; none if nothing is alike.
 *
 * @param names  other names by id (English, Chinese, ticker): a match on one proposes the id
 */
export const nearestIds = (
  wanted: string,
  ids: Iterable<string>,
  count = 3,
  names?: ReadonlyMap<string, readonly string[]>,
): string[] => {
  const plain = wanted.trim().toLowerCase().slice(0, LONGEST);
  if (plain === '') return [];
  return [...new Set(ids)]
    .map((id) => {
      const words = [id, ...(names?.get(id) ?? [])].map((word) => word.toLowerCase());
      return { id, score: Math.min(...words.map((word) => unlikeness(plain, word))) };
    })
    .filter(({ score }) => score < Infinity)
    .sort((a, b) => a.score - b.score || (a.id < b.id ? -1 : 1))
    .slice(0, count)
    .map(({ id }) => id);
};

/** A hint sentence from the nearest ids, or nothing to say. */
export const meantHint = (ids: readonly string[]): string | undefined =>
  ids.length === 0 ? undefined : `Did you mean ${ids.join(' or ')}?`;
