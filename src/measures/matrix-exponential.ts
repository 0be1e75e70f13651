/** c = a b, n×n by rows; zeros of a are skipped. */
const multiply = (a: Float64Array, b: Float64Array, size: number): Float64Array => {
  const c = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let k = 0; k < size; k++) {
      const factor = a[i * size + k]!;
      if (factor === 0) continue;
      for (let j = 0; j < size; j++) c[i * size + j]! += factor * b[k * size + j]!;
    }
  }
  return c;
};

/**
 * exp(A) = I + A + A²/2! + ... of a matrix of entries of at least 0, by its series after halving A until
 * its largest row sums to at most 1/2, and squaring as often (Moler and Van Loan 2003, method 3). All
 * terms are of one sign, so nothing cancels: entries are right to some 1e-15 of themselves.
 *
 * @param a  n×n by rows; not changed
 */
export const exponential = (a: Float64Array, size: number): Float64Array => {
  let norm = 0;
  for (let i = 0; i < size; i++) {
    let sum = 0;
    for (let j = 0; j < size; j++) sum += a[i * size + j]!;
    norm = Math.max(norm, sum);
  }
  const halvings = norm > 0.5 ? Math.ceil(Math.log2(norm / 0.5)) : 0;
  const scaled = a.map((value) => value / 2 ** halvings);
  let result: Float64Array = new Float64Array(size * size);
  for (let i = 0; i < size; i++) result[i * size + i] = 1;
  let term: Float64Array = result.slice();
  for (let power = 1; ; power++) {
    term = multiply(scaled, term, size);
    let largest = 0;
    for (let at = 0; at < term.length; at++) {
      term[at]! /= power;
      result[at]! += term[at]!;
      largest = Math.max(largest, term[at]!);
    }
    if (largest < 1e-18 || power > size + 40) break;
  }
  for (let turn = 0; turn < halvings; turn++) result = multiply(result, result, size);
  return result;
};
