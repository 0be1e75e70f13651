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

const swapRows = (a: Float64Array, size: number, one: number, other: number): void => {
  for (let column = 0; column < size; column++) {
    const held = a[one * size + column]!;
    a[one * size + column] = a[other * size + column]!;
    a[other * size + column] = held;
  }
};

/**
 * Factorise a dense matrix by elimination with row pivots (Golub and Van Loan, Matrix Computations,
 * algorithm 3.4.1). Cost n³/3 multiplications.
 *
 * @param matrix  n×n by rows; overwritten by the factors
 * @returns       undefined where the matrix is singular: a pivot below n·ε of the largest entry
 */
export const luFactor = (matrix: Float64Array, size: number): Lu | undefined => {
  const order = Int32Array.from({ length: size }, (_, row) => row);
  let scale = 0;
  for (const entry of matrix) scale = Math.max(scale, Math.abs(entry));
  const least = scale * size * Number.EPSILON;
  for (let k = 0; k < size; k++) {
    const pivot = largestPivot(matrix, size, k);
    const head = matrix[pivot * size + k]!;
    if (!(Math.abs(head) > least)) return undefined;
    if (pivot !== k) {
      swapRows(matrix, size, k, pivot);
      const held = order[k]!;
      order[k] = order[pivot]!;
      order[pivot] = held;
    }
    const top = k * size;
    for (let row = k + 1; row < size; row++) {
      const at = row * size;
      if (matrix[at + k] === 0) continue;
      const factor = matrix[at + k]! / head;
      matrix[at + k] = factor;
      for (let column = k + 1; column < size; column++) {
        matrix[at + column]! -= factor * matrix[top + column]!;
      }
    }
  }
  return { size, factors: matrix, order };
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
