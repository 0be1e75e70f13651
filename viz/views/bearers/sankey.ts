import type { Incidence } from '../../../src/questions/bearers/incidence-schema.ts';

/** A bar at one side of the picture; heights share one scale. */
export interface SankeyBar {
  readonly id: string;
  readonly usd: number;
  readonly y: number;
  readonly height: number;
}

/** Dollars from a channel to a bearer, as wide as they are many. */
export interface SankeyBand {
  readonly channel: string;
  readonly bearer: string;
  readonly usd: number;
  readonly fromY: number;
  readonly toY: number;
  readonly width: number;
}

export interface Sankey {
  readonly channels: readonly SankeyBar[];
  readonly bearers: readonly SankeyBar[];
  readonly bands: readonly SankeyBand[];
  readonly height: number;
}

/** Room for a label between two bars. */
const GAP = 22;
const LABEL = 18;

const stacked = (
  parts: readonly { readonly id: string; readonly usd: number }[],
  scale: number,
): readonly SankeyBar[] => {
  let y = LABEL;
  return parts.map(({ id, usd }) => {
    const bar = { id, usd, y, height: usd * scale };
    y += Math.max(bar.height, 2) + GAP;
    return bar;
  });
};

const endOf = (bars: readonly SankeyBar[]): number => {
  const last = bars.at(-1);
  return last === undefined ? 0 : last.y + Math.max(last.height, 2);
};

/**
 * Where bars and bands stand when the whole loss is `room` pixels high: channels to the left,
 * bearers to the right, both in the order of the document, nothing that carries no dollar.
 */
export const sankeyOf = ({ bearers }: Incidence, room: number): Sankey => {
  const flows = bearers.flatMap(({ bearer, channels }) =>
    channels.map(({ channel, usd }) => ({ channel, bearer, usd })).filter(({ usd }) => usd > 0),
  );
  const total = flows.reduce((sum, { usd }) => sum + usd, 0);
  const scale = total > 0 ? room / total : 0;
  const sumBy = (key: 'channel' | 'bearer', order: readonly string[]) =>
    order
      .map((id) => ({
        id,
        usd: flows.filter((flow) => flow[key] === id).reduce((sum, { usd }) => sum + usd, 0),
      }))
      .filter(({ usd }) => usd > 0);
  const order = bearers[0]?.channels.map(({ channel }) => channel) ?? [];
  const left = stacked(sumBy('channel', order), scale);
  const right = stacked(
    sumBy(
      'bearer',
      bearers.map(({ bearer }) => bearer),
    ),
    scale,
  );
  const leftAt = new Map(left.map(({ id, y }) => [id, y]));
  const rightAt = new Map(right.map(({ id, y }) => [id, y]));
  const bands = flows.map((flow) => {
    const fromY = leftAt.get(flow.channel)!;
    const toY = rightAt.get(flow.bearer)!;
    const width = flow.usd * scale;
    leftAt.set(flow.channel, fromY + width);
    rightAt.set(flow.bearer, toY + width);
    return { ...flow, fromY, toY, width };
  });
  return { channels: left, bearers: right, bands, height: Math.max(endOf(left), endOf(right)) + 4 };
};
