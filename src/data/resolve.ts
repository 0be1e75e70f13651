import { DataError } from '../base/errors.ts';
import { found } from '../base/found.ts';
import { resolveDeal } from './resolve-deal.ts';
import { resolveFirm } from './resolve-firm.ts';
import { type Deal, daySchema, type NetworkDocument } from './schema.ts';

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

/** A deal without its ties to deals that nobody knew of: they join it on their own day. */
const withoutUnknownLegs = (deal: Deal, known: ReadonlySet<string>): Deal => {
  const { link, within, withinShare, ...rest } = deal;
  const isLinked = link !== undefined && known.has(link);
  const isWithin = within !== undefined && known.has(within);
  return {
    ...rest,
    ...(isLinked ? { link } : {}),
    ...(isWithin ? { within } : {}),
    ...(isWithin && withinShare !== undefined ? { withinShare } : {}),
  } as Deal;
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
  const deals = document.deals.flatMap((deal) => resolveDeal(deal, day) ?? []);
  const known = new Set(deals.map(({ id }) => id));
  return {
    ...document,
    asOf: day,
    firms: document.firms.map((firm) => resolveFirm(firm, day)),
    deals: deals.map((deal) => withoutUnknownLegs(deal, known)),
  };
};
