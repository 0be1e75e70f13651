/**
 * A seeded generator of numbers in [0, 1): the same seed gives the same sequence on every machine.
 * sfc32 of C. Doty-Humphrey (PractRand), 32 bits, started as there with twelve turns.
 *
 * @param seed  whole number; only its low 32 bits count
 */
export const randomFrom = (seed: number): (() => number) => {
  let a = 0;
  let b = seed >>> 0;
  let c = 0;
  let counter = 1;
  const next = (): number => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    return (sum >>> 0) / 2 ** 32;
  };
  for (let turn = 0; turn < 12; turn++) next();
  return next;
};
