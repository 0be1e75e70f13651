import * as z from 'zod/mini';

/** Ids are slugs: they stand in links, on the command line and in file names. */
export const idSchema = z
  .string()
  .check(
    z.regex(/^[a-z0-9]+(?:[-.][a-z0-9]+)*$/, 'an id of lower-case letters, digits, "-" and "."'),
  );

const isRealDay = (text: string): boolean => {
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
};

/** A calendar day, `2026-04-27`. */
export const daySchema = z
  .string()
  .check(
    z.regex(/^\d{4}-\d{2}-\d{2}$/, 'a day as YYYY-MM-DD'),
    z.refine(isRealDay, 'a day that exists'),
  );

export const usd = z.number();
export const usdAtLeastZero = z.number().check(z.minimum(0));
export const share = z.number().check(z.minimum(0), z.maximum(1));
export const year = z.int().check(z.minimum(1900), z.maximum(2200));
export const sources = z.array(idSchema);

export const CONFIDENCES = ['high', 'medium', 'low'] as const;
export const STATUSES = [
  'closed',
  'signed',
  'announced',
  'reported',
  'loi',
  'rumoured',
  'cancelled',
] as const;
export const AMOUNT_BASES = [
  'total',
  'annual',
  'derived-annual',
  'upper-bound',
  'commitment',
  'commitment-upto',
  'invested',
  'exercise-cost',
  'market-value',
  'carrying',
  'stated-value',
  'outstanding',
  'derived',
  'seed-estimate',
  'none',
] as const;

/** Where a record is from, and how good it is. */
export const provenance = {
  sources: z.optional(sources),
  confidence: z.optional(z.enum(CONFIDENCES)),
  note: z.optional(z.string()),
};
