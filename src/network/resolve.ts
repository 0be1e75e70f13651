import { DataError } from '../errors.ts';
import { found } from './found.ts';
import { resolveDeal } from './resolve-deal.ts';
import { resolveFirm } from './resolve-firm.ts';
import { daySchema, type NetworkDocument } from './schema.ts';

/**
 * A day as YYYY-MM-DD that exists.
 *
 * @throws DataError
 */
export const checkDay = (day: unknown, where: string): string => {
  const parsed = daySchema.safeParse(day);
  if (parsed.success) return parsed.data;
  throw new DataError({
    where,
    found: found(day),
    expected: 'a day that exists, as YYYY-MM-DD',
    hint: 'Example: 2026-04-27.',
  });
};

/**
 * The web as it was known on `asOf` (default: the last day that the document knows, which is also
 * what a later day gives). Before the first deal the web has firms and no deals.
 *
 * @throws DataError when `asOf` is not a day
 */
export const resolve = (document: NetworkDocument, asOf?: string): NetworkDocument => {
  const asked = asOf === undefined ? document.asOf : checkDay(asOf, 'as of');
  const day = asked < document.asOf ? asked : document.asOf;
  return {
    ...document,
    asOf: day,
    firms: document.firms.map((firm) => resolveFirm(firm, day)),
    deals: document.deals.flatMap((deal) => resolveDeal(deal, day) ?? []),
  };
};
