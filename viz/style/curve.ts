interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * Control point of a deal's curve on a stage with y downwards: `curvature` times the distance of
 * the two firms, to the left of the way from `start` to `end`.
 */
export const controlPoint = (start: Point, end: Point, curvature: number): Point => ({
  x: (start.x + end.x) / 2 + (end.y - start.y) * curvature,
  y: (start.y + end.y) / 2 - (end.x - start.x) * curvature,
});

/** The middle of the curve: half way between its chord and its control point. */
export const curveMiddle = (start: Point, end: Point, curvature: number): Point => {
  const control = controlPoint(start, end, curvature);
  return {
    x: (start.x + end.x) / 4 + control.x / 2,
    y: (start.y + end.y) / 4 + control.y / 2,
  };
};
