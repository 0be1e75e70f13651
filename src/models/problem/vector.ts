import { DataError, ModelError } from '../../base/errors.ts';

interface Limits {
  /** Number of firms; left away where this vector is the one that tells it. */
  readonly size?: number;
  readonly min?: number;
  readonly max?: number;
}

const range = ({ min, max }: Limits): string =>
  max === undefined ? `a number of at least ${min}` : `a number from ${min ?? '-∞'} to ${max}`;

/**
 * Read one number per firm.
 *
 * @param where  name of the field, for errors
 * @throws DataError for a wrong length or a number that isn't finite
 * @throws ModelError for a number out of range
 */
export const readVector = (
  where: string,
  values: readonly number[],
  limits: Limits = {},
): Float64Array => {
  const { size = values.length, min, max } = limits;
  if (values.length !== size) {
    throw new DataError({ where, found: `${values.length} numbers`, expected: `${size}` });
  }
  values.forEach((value, i) => {
    const facts = { where: `${where}[${i}]`, found: String(value) };
    if (!Number.isFinite(value)) throw new DataError({ ...facts, expected: 'a finite number' });
    if ((min !== undefined && value < min) || (max !== undefined && value > max)) {
      throw new ModelError({ ...facts, expected: range(limits) });
    }
  });
  return Float64Array.from(values);
};
