interface Point {
  readonly x: number;
  readonly y: number;
}

/** How much a step sideways counts against a step in the wanted direction. */
const SIDEWAYS = 2;

/**
 * The nearest of `points` that lies in a direction (a unit vector along an axis, y downwards) from
 * `here`, steps sideways counting double; undefined where there is none.
 */
export const nearestIn = <Item extends Point>(
  points: readonly Item[],
  here: Point,
  [dx, dy]: readonly [number, number],
): Item | undefined => {
  let best: Item | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const point of points) {
    const ahead = (point.x - here.x) * dx + (point.y - here.y) * dy;
    if (ahead <= 1) continue;
    const aside = Math.abs((point.x - here.x) * dy) + Math.abs((point.y - here.y) * dx);
    const distance = ahead + SIDEWAYS * aside;
    if (distance < least) [best, least] = [point, distance];
  }
  return best;
};
