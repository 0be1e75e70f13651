import * as z from 'zod/mini';
import { vectorSchema } from './problem-fields.ts';
import { readVector } from './vector.ts';

/** `'each'`: every firm wiped out in turn; or, per shock, the share of its buffer that each firm loses. */
export const shocksSchema = z.union([z.literal('each'), z.readonly(z.array(vectorSchema))]);

export type ShocksInput = z.infer<typeof shocksSchema>;

/**
 * @param size  number of firms
 * @returns     per shock: size, share of its buffer that each firm loses at the start, in [0, 1]
 * @throws DataError for a wrong length or a number that isn't finite, ModelError for one out of range
 */
export const readShocks = (shocks: ShocksInput, size: number): readonly Float64Array[] => {
  if (shocks !== 'each') {
    return shocks.map((shock, k) => readVector(`shocks[${k}]`, shock, { size, min: 0, max: 1 }));
  }
  return Array.from({ length: size }, (_, firm) => {
    const shock = new Float64Array(size);
    shock[firm] = 1;
    return shock;
  });
};
