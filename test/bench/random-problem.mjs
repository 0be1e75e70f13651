/** A fixed sequence of numbers in 0..1 (Lehmer's generator). */
export const randomNumbers = (seed) => {
  let state = seed;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
};

/** `[one, other, amount]`, each pair once; amounts spread over two powers of ten. */
export const randomLinks = (size, count, next) => {
  const seen = new Set();
  const links = [];
  while (links.length < count) {
    const [one, other] = [Math.floor(next() * size), Math.floor(next() ** 1.5 * size)];
    if (one === other || seen.has(one * size + other)) continue;
    seen.add(one * size + other);
    links.push([one, other, 10 ** (2 * next())]);
  }
  return links;
};
