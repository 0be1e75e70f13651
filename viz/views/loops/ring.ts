import type { CircularLoop } from '../../../src/questions/loops/circularity-document.ts';

export interface RingFirm {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  /** Radians, clockwise from the top. */
  readonly angle: number;
}

/** A payment between two firms of the ring; which loops it is part of. */
export interface RingLine {
  readonly payer: string;
  readonly payee: string;
  readonly path: string;
  readonly kinds: ReadonlySet<string>;
  readonly loops: ReadonlySet<number>;
}

export interface Ring {
  readonly firms: readonly RingFirm[];
  readonly lines: readonly RingLine[];
}

const round = (value: number): number => Math.round(value * 10) / 10;

/** Lines bow towards the middle, and to their own right, so that two ways between firms stay apart. */
const bow = (from: RingFirm, to: RingFirm, radius: number, centre: number): string => {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(dx, dy) || 1;
  const inwards = 0.5;
  const x =
    (from.x + to.x) / 2 + (centre - (from.x + to.x) / 2) * inwards - (dy / length) * radius * 0.12;
  const y =
    (from.y + to.y) / 2 + (centre - (from.y + to.y) / 2) * inwards + (dx / length) * radius * 0.12;
  return `M${round(from.x)},${round(from.y)}Q${round(x)},${round(y)},${round(to.x)},${round(to.y)}`;
};

/**
 * Firms of some loops on a ring, those in most loops first from the top, and every payment between them.
 *
 * @param size    side of the picture, pixels
 * @param radius  of the ring, pixels
 */
export const ringOf = (loops: readonly CircularLoop[], size: number, radius: number): Ring => {
  const passes = new Map<string, number>();
  for (const { firms } of loops) for (const id of firms) passes.set(id, (passes.get(id) ?? 0) + 1);
  const ids = [...passes.keys()].sort(
    (a, b) => passes.get(b)! - passes.get(a)! || (a < b ? -1 : 1),
  );
  const centre = size / 2;
  const firms = ids.map((id, at): RingFirm => {
    const angle = (2 * Math.PI * at) / ids.length;
    return {
      id,
      angle,
      x: centre + radius * Math.sin(angle),
      y: centre - radius * Math.cos(angle),
    };
  });
  const place = new Map(firms.map((firm) => [firm.id, firm]));
  const lines = new Map<
    string,
    { payer: string; payee: string; kinds: Set<string>; loops: Set<number> }
  >();
  loops.forEach((loop, index) => {
    loop.hops.forEach((hop, at) => {
      const payer = loop.firms[at]!;
      const payee = loop.firms[(at + 1) % loop.firms.length]!;
      const key = `${payer} ${payee}`;
      const line = lines.get(key) ?? {
        payer,
        payee,
        kinds: new Set<string>(),
        loops: new Set<number>(),
      };
      for (const { kind } of hop) line.kinds.add(kind);
      line.loops.add(index);
      lines.set(key, line);
    });
  });
  return {
    firms,
    lines: [...lines.values()].map((line) => ({
      ...line,
      path: bow(place.get(line.payer)!, place.get(line.payee)!, radius, centre),
    })),
  };
};
