/** Divide a vector of non-negative numbers by its sum, in place; a vector of zeros stays. */
export const scaleToSum = (vector: Float64Array): void => {
  let sum = 0;
  for (const value of vector) sum += value;
  if (sum > 0) for (let i = 0; i < vector.length; i++) vector[i]! /= sum;
};
