/** A lane: firms of one layer, or of one shelf of it, beside or above other lanes. */
export interface LaneKey {
  readonly layer: string;
  readonly shelf: string | undefined;
}

/** Layers that share a band of the map, from top to bottom; others follow below, one band each. */
const BANDS: readonly (readonly string[])[] = [
  ['capital'],
  ['apps', 'models', 'middleware', 'users'],
  ['compute'],
  ['upstream', 'energy'],
];

/** Shelves from the lender's side of the map down to the builder's; unknown ones follow. */
const SHELVES = ['clouds', 'neoclouds', 'chips', 'builders', 'servers'];

const byList = (list: readonly string[], a: string, b: string): number => {
  const rank = (id: string): number => (list.includes(id) ? list.indexOf(id) : list.length);
  return rank(a) - rank(b) || (a < b ? -1 : a > b ? 1 : 0);
};

const sameLane = (a: LaneKey, b: LaneKey): boolean => a.layer === b.layer && a.shelf === b.shelf;

/** The bands of the map for these firms: each an array of lanes that stand side by side. */
export const laneBands = (firms: readonly LaneKey[]): readonly (readonly LaneKey[])[] => {
  const lanes: LaneKey[] = [];
  for (const { layer, shelf } of firms) {
    if (!lanes.some((lane) => sameLane(lane, { layer, shelf }))) lanes.push({ layer, shelf });
  }
  const known = BANDS.flat();
  const others = [...new Set(lanes.map(({ layer }) => layer))].filter((id) => !known.includes(id));
  return [...BANDS, ...others.sort().map((layer) => [layer])].flatMap((layers) => {
    const band = lanes
      .filter(({ layer }) => layers.includes(layer))
      .sort(
        (a, b) => byList(layers, a.layer, b.layer) || byList(SHELVES, a.shelf ?? '', b.shelf ?? ''),
      );
    const shelved = band.length > 1 && band.every(({ layer }) => layer === band[0]!.layer);
    if (shelved) return band.map((lane) => [lane]);
    return band.length > 0 ? [band] : [];
  });
};
