import { separate } from './separate.ts';

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

export interface LaneFirm extends LaneKey {
  readonly id: string;
  /** Pixels at zoom 1, before `Placement.scale`. */
  readonly radius: number;
  /** Estimated width of its label in pixels; 0 where labels are not shown. */
  readonly labelWidth: number;
  /** Hand-tuned place in its lane, 0..1. */
  readonly x: number | undefined;
}

export interface Lane extends LaneKey {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Pixels of the stage, y downwards. */
export interface Placement {
  readonly places: ReadonlyMap<string, { readonly x: number; readonly y: number }>;
  readonly lanes: readonly Lane[];
  /** Factor on every radius so that all lanes fit the stage. */
  readonly scale: number;
}

interface Stage {
  readonly width: number;
  readonly height: number;
}

const LABEL_HEIGHT = 16;
const CLEARANCE = 8;
const LANE_TITLE = 12;
const WIDEST_SLOT = 92;
const LEAST_SCALE = 0.3;
const SIDE = 10;

interface Row {
  readonly firms: readonly LaneFirm[];
  readonly height: number;
}

interface Segment {
  readonly key: LaneKey;
  readonly left: number;
  readonly right: number;
  readonly rows: readonly Row[];
  readonly height: number;
}

const slotOf = (firm: LaneFirm, scale: number): number =>
  Math.max(2 * firm.radius * scale + CLEARANCE, Math.min(WIDEST_SLOT, firm.labelWidth + CLEARANCE));

/** Deal the firms of a lane, in order, to as few rows as hold them. */
const rowsOf = (firms: readonly LaneFirm[], width: number, scale: number): readonly Row[] => {
  const total = firms.reduce((sum, firm) => sum + slotOf(firm, scale), 0);
  const count = Math.max(1, Math.ceil(total / width));
  return Array.from({ length: count }, (_, row) => {
    const members = firms.filter((_firm, i) => i % count === row);
    const radius = Math.max(0, ...members.map((firm) => firm.radius * scale));
    const label = members.some((firm) => firm.labelWidth > 0) ? LABEL_HEIGHT : 0;
    return { firms: members, height: 2 * radius + label + CLEARANCE };
  });
};

const segmentsOf = (
  band: readonly LaneKey[],
  ordered: ReadonlyMap<LaneKey, readonly LaneFirm[]>,
  width: number,
  scale: number,
): readonly Segment[] => {
  const weights = band.map((key) => {
    const members = ordered.get(key)!;
    return members.reduce((sum, firm) => sum + slotOf(firm, scale), 24);
  });
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let left = 0;
  return band.map((key, k) => {
    const right = left + (width * weights[k]!) / total;
    const rows = rowsOf(ordered.get(key)!, right - left - 2 * SIDE, scale);
    const height = rows.reduce((sum, row) => sum + row.height, LANE_TITLE);
    const segment = { key, left, right, rows, height };
    left = right;
    return segment;
  });
};

/**
 * Where every firm stands: bands from top to bottom (`laneBands`), lanes side by side within a band,
 * firms of a lane in as many rows as they need.
 *
 * Along a lane a firm keeps near its hand-tuned `x`, else near its partners; discs of a lane never
 * overlap. Radii shrink together (`scale`) until all bands fit the height.
 */
export const layLanes = (
  firms: readonly LaneFirm[],
  links: readonly (readonly [string, string])[],
  stage: Stage,
): Placement => {
  const bands = laneBands(firms);
  const members = (key: LaneKey): readonly LaneFirm[] =>
    firms.filter(({ layer, shelf }) => layer === key.layer && shelf === key.shelf);
  const automatic = barycentreOrder(
    bands.map((band) => band.flatMap((key) => members(key).map(({ id }) => id))),
    links,
  );
  const wish = (firm: LaneFirm): number => firm.x ?? automatic.get(firm.id)!;
  const ordered = new Map(
    bands
      .flat()
      .map((key) => [
        key,
        [...members(key)].sort((a, b) => wish(a) - wish(b) || (a.id < b.id ? -1 : 1)),
      ]),
  );

  let scale = 1;
  let laid: readonly (readonly Segment[])[] = [];
  let needed = 0;
  for (; scale >= LEAST_SCALE; scale -= 0.05) {
    laid = bands.map((band) => segmentsOf(band, ordered, stage.width, scale));
    needed = laid.reduce((sum, band) => sum + Math.max(...band.map(({ height }) => height)), 0);
    if (needed <= stage.height) break;
  }
  scale = Math.max(LEAST_SCALE, scale);

  const air = Math.max(0, stage.height - needed) / Math.max(1, laid.length);
  const places = new Map<string, { x: number; y: number }>();
  const lanes: Lane[] = [];
  let top = 0;
  for (const band of laid) {
    const bottom = top + Math.max(...band.map(({ height }) => height)) + air;
    for (const { key, left, right, rows, height } of band) {
      lanes.push({ ...key, left, right, top, bottom });
      const slack = (bottom - top - height) / (rows.length + 1);
      let y = top + LANE_TITLE + slack;
      for (const row of rows) {
        const slots = row.firms.map((firm) => slotOf(firm, scale));
        const inner = right - left - 2 * SIDE;
        const wanted = row.firms.map((firm, i) =>
          firm.x === undefined
            ? left + SIDE + (inner * (i + 0.5)) / row.firms.length
            : left + SIDE + inner * firm.x,
        );
        const gaps = slots.slice(1).map((slot, i) => (slot + slots[i]!) / 2);
        const edge = (slots[0] ?? 0) / 2;
        const end = (slots.at(-1) ?? 0) / 2;
        const xs = separate(wanted, gaps, left + SIDE + edge, right - SIDE - end);
        const label = row.firms.some((firm) => firm.labelWidth > 0) ? LABEL_HEIGHT : 0;
        row.firms.forEach((firm, i) => {
          places.set(firm.id, { x: xs[i]!, y: y + (row.height - label) / 2 });
        });
        y += row.height + slack;
      }
    }
    top = bottom;
  }
  return { places, lanes, scale };
};
