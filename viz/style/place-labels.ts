export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface LabelWish {
  readonly id: string;
  /** Centre of the firm's disc and its outer radius, pixels. */
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly width: number;
  readonly height: number;
  /** Placed even where it covers something. */
  readonly forced: boolean;
}

export interface PlacedLabel extends Box {
  readonly id: string;
}

const AIR = 2;

const touches = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

const overlap = (a: Box, b: Box): number =>
  touches(a, b)
    ? (Math.min(a.right, b.right) - Math.max(a.left, b.left)) *
      (Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top))
    : 0;

/** Below, above, right and left of the disc, in order of preference. */
const seatsOf = ({ x, y, radius, width, height }: LabelWish): readonly Box[] => {
  const seat = (left: number, top: number): Box => ({
    left,
    top,
    right: left + width,
    bottom: top + height,
  });
  const away = radius + AIR;
  return [
    seat(x - width / 2, y + away),
    seat(x - width / 2, y - away - height),
    seat(x + away + AIR, y - height / 2),
    seat(x - away - AIR - width, y - height / 2),
  ];
};

/**
 * Give every label, in the order of `wishes`, the first seat that is free of discs and of labels
 * placed before, within `stage`; a label without a free seat is left out, unless it is forced, which
 * gets the seat that covers least.
 */
export const placeLabels = (
  wishes: readonly LabelWish[],
  discs: readonly { readonly x: number; readonly y: number; readonly radius: number }[],
  stage: { readonly width: number; readonly height: number },
): readonly PlacedLabel[] => {
  const taken: Box[] = discs.map(({ x, y, radius }) => ({
    left: x - radius,
    top: y - radius,
    right: x + radius,
    bottom: y + radius,
  }));
  const placed: PlacedLabel[] = [];
  for (const wish of wishes) {
    const costs = seatsOf(wish).map((seat) => {
      const outside =
        seat.left < 0 || seat.top < 0 || seat.right > stage.width || seat.bottom > stage.height;
      const covered = taken.reduce((sum, box) => sum + overlap(seat, box), 0);
      return { seat, cost: covered + (outside ? wish.width * wish.height : 0) };
    });
    const best = costs.reduce((a, b) => (b.cost < a.cost ? b : a));
    if (best.cost > 0 && !wish.forced) continue;
    taken.push(best.seat);
    placed.push({ id: wish.id, ...best.seat });
  }
  return placed;
};
