/** A small seeded generator for tests (xorshift32): numbers in [0, 1). */
export const seededRandom = (seed: number): (() => number) => {
  let state = seed | 0 || 0x9e3779b9;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
};

/** Every ordered pair of different firms, kept with the given probability. */
export const randomPairs = (
  size: number,
  density: number,
  random: () => number,
): readonly (readonly [number, number])[] =>
  Array.from({ length: size * size }, (_, cell) => [Math.floor(cell / size), cell % size] as const)
    .filter(([one, other]) => one !== other)
    .filter(() => random() < density);
