const SWEEPS = 12;

/**
 * An order of firms within their groups that keeps partners near each other: positions 0..1 per
 * group, improved by moving every firm to the mean of its partners.
 *
 * Starts with the best-connected firm of a group in the middle. Deterministic.
 */
export const barycentreOrder = (
  groups: readonly (readonly string[])[],
  links: readonly (readonly [string, string])[],
): ReadonlyMap<string, number> => {
  const partners = new Map<string, string[]>(groups.flat().map((id) => [id, []]));
  for (const [a, b] of links) {
    if (a === b || !partners.has(a) || !partners.has(b)) continue;
    partners.get(a)!.push(b);
    partners.get(b)!.push(a);
  }
  const degree = (id: string): number => partners.get(id)!.length;
  const place = new Map<string, number>();
  const spread = (ids: readonly string[]): void => {
    ids.forEach((id, i) => {
      place.set(id, (i + 0.5) / ids.length);
    });
  };
  for (const group of groups) {
    const ranked = [...group].sort((a, b) => degree(b) - degree(a) || (a < b ? -1 : 1));
    const outwards: string[] = [];
    ranked.forEach((id, i) => {
      if (i % 2 === 0) outwards.push(id);
      else outwards.unshift(id);
    });
    spread(outwards);
  }
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    for (const group of groups) {
      const pull = new Map(
        group.map((id) => {
          const others = partners.get(id)!;
          const sum = others.reduce((total, other) => total + place.get(other)!, place.get(id)!);
          return [id, sum / (others.length + 1)];
        }),
      );
      spread([...group].sort((a, b) => pull.get(a)! - pull.get(b)! || (a < b ? -1 : 1)));
    }
  }
  return place;
};
