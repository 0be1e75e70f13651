const channels = (hex: string): readonly [number, number, number] => {
  const value = Number.parseInt(hex.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
};

/** The colour `share` (0..1) of the way from one `#RRGGBB` to another. */
export const mix = (first: string, second: string, share: number): string => {
  const end = channels(second);
  const mixed = channels(first).map((channel, k) =>
    Math.round(channel + (end[k]! - channel) * share)
      .toString(16)
      .padStart(2, '0'),
  );
  return `#${mixed.join('')}`;
};
