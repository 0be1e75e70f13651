/** Factors of a square matrix, P A = L U, in one array: L below the diagonal (its ones left away), U on and above. */
export interface Lu {
  readonly size: number;
  readonly factors: Float64Array;
  /** Row of A that stands in each row of the factors. */
  readonly order: Int32Array;
}

const largestPivot = (a: Float64Array, size: number, column: number): number => {
  let best = column;
  for (let row = column + 1; row < size; row++) {
    if (Math.abs(a[row * size + column]!) > Math.abs(a[best * size + column]!)) best = row;
  }
  return best;
};

/** Bring the largest entry of a column from the diagonal down to the diagonal; false if it is too small. */
const pivotTo = ({ size, factors, order }: Lu, k: number, least: number): boolean => {
  const pivot = largestPivot(factors, size, k);
  if (!(Math.abs(factors[pivot * size + k]!) > least)) return false;
  if (pivot === k) return true;
  for (let column = 0; column < size; column++) {
    const held = factors[k * size + column]!;
    factors[k * size + column] = factors[pivot * size + column]!;
    factors[pivot * size + column] = held;
  }
  const held = order[k]!;
  order[k] = order[pivot]!;
  order[pivot] = held;
  return true;
};

/** Divide the column below pivot k, and take its part out of the column after it. */
const eliminateColumn = (a: Float64Array, size: number, k: number): void => {
  const head = a[k * size + k]!;
  const right = k + 1 < size ? a[k * size + k + 1]! : 0;
  for (let row = k + 1; row < size; row++) {
    const factor = a[row * size + k]! / head;
    a[row * size + k] = factor;
    if (k + 1 < size) a[row * size + k + 1]! -= factor * right;
  }
};

/** Take the parts of pivots k and k + 1 out of everything right of and below them, in one pass. */
const eliminatePair = (a: Float64Array, size: number, k: number): void => {
  const first = k * size;
  const second = first + size;
  for (let column = k + 2; column < size; column++) {
    a[second + column]! -= a[second + k]! * a[first + column]!;
  }
  for (let row = k + 2; row < size; row++) {
    const at = row * size;
    const one = a[at + k]!;
    const two = a[at + k + 1]!;
    if (one === 0 && two === 0) continue;
    for (let column = k + 2; column < size; column++) {
      a[at + column]! -= one * a[first + column]! + two * a[second + column]!;
    }
  }
};

/**
 * Factorise a dense matrix by elimination with row pivots (Golub and Van Loan, Matrix Computations,
 * algorithm 3.4.1), two columns at a time. Cost n³/3 multiplications.
 *
 * @param matrix  n×n by rows; overwritten by the factors
 * @returns       undefined where the matrix is singular: a pivot below n·ε of the largest entry
 */
export const luFactor = (matrix: Float64Array, size: number): Lu | undefined => {
  const order = Int32Array.from({ length: size }, (_, row) => row);
  const lu = { size, factors: matrix, order };
  let scale = 0;
  for (const entry of matrix) scale = Math.max(scale, Math.abs(entry));
  const least = scale * size * Number.EPSILON;
  for (let k = 0; k < size; k += 2) {
    if (!pivotTo(lu, k, least)) return undefined;
    eliminateColumn(matrix, size, k);
    if (k + 1 === size) break;
    if (!pivotTo(lu, k + 1, least)) return undefined;
    const head = matrix[(k + 1) * size + k + 1]!;
    for (let row = k + 2; row < size; row++) matrix[row * size + k + 1]! /= head;
    eliminatePair(matrix, size, k);
  }
  return lu;
};

/**
 * Solve A x = b.
 *
 * @param right  b, n; not changed
 * @returns      x, n
 */
export const luSolve = ({ size, factors, order }: Lu, right: Float64Array): Float64Array => {
  const x = new Float64Array(size);
  for (let row = 0; row < size; row++) {
    let sum = right[order[row]!]!;
    for (let column = 0; column < row; column++) sum -= factors[row * size + column]! * x[column]!;
    x[row] = sum;
  }
  for (let row = size - 1; row >= 0; row--) {
    let sum = x[row]!;
    for (let column = row + 1; column < size; column++) {
      sum -= factors[row * size + column]! * x[column]!;
    }
    x[row] = sum / factors[row * size + row]!;
  }
  return x;
};

/**
 * Solve Aᵀ x = b with the factors of A.
 *
 * @param right  b, n; not changed
 * @returns      x, n
 */
export const luSolveTransposed = (lu: Lu, right: Float64Array): Float64Array => {
  const { size, factors, order } = lu;
  const y = right.slice();
  for (let row = 0; row < size; row++) {
    y[row]! /= factors[row * size + row]!;
    for (let next = row + 1; next < size; next++) y[next]! -= factors[row * size + next]! * y[row]!;
  }
  for (let row = size - 1; row >= 0; row--) {
    for (let next = 0; next < row; next++) y[next]! -= factors[row * size + next]! * y[row]!;
  }
  const x = new Float64Array(size);
  for (let row = 0; row < size; row++) x[order[row]!] = y[row]!;
  return x;
};
