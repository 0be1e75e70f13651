import * as z from 'zod/mini';
import { CONFIDENCES, daySchema, idSchema } from '../../data/schema.ts';

const bilingual = z.strictObject({
  en: z.string().check(z.minLength(1)),
  zh: z.string().check(z.minLength(1)),
});
const percent = z.number().check(z.minimum(-100), z.maximum(1000));

export const EVENT_KINDS = [
  'new-deal',
  'revenue',
  'value',
  'funding',
  'capacity',
  'cancel',
  /** The whole market or sector moved: no firm of the web is its origin. */
  'sector',
] as const;

/** How well an event tests a model of the web: `sector` tests none and serves to fit baselines. */
export const GRADES = ['clean', 'fair', 'confounded', 'sector'] as const;

export const MOVE_WINDOWS = ['close', '2d', '3d', '5d', 'intraday', 'premarket'] as const;

/** A day on which news about a firm met the market. */
export const eventSchema = z.strictObject({
  id: idSchema,
  /** The session that could first react. */
  on: daySchema,
  title: bilingual,
  /** The firm that the news was about; absent for the sector as a whole. */
  origin: z.optional(idSchema),
  kind: z.enum(EVENT_KINDS),
  direction: z.enum(['good', 'bad']),
  grade: z.enum(GRADES),
  /** Records that carry the news: what was signed, or what was torn up. */
  deals: z.optional(z.array(idSchema)),
  /** Moves of indices on that session, close to close, percent. */
  sp500Percent: z.optional(percent),
  nasdaqPercent: z.optional(percent),
  soxPercent: percent,
  sources: z.array(idSchema),
  note: z.optional(z.string()),
});

/** What one share did. */
export const moveSchema = z.strictObject({
  event: idSchema,
  firm: idSchema,
  /** `close`: from the close before to the close of the session; the others are for reading. */
  window: z.enum(MOVE_WINDOWS),
  percent,
  /** The firm was itself the subject of the news, or had results that day. */
  ownNews: z.boolean(),
  sources: z.array(idSchema),
  confidence: z.enum(CONFIDENCES),
});

/** A share or index that is no firm of the web. */
export const outsiderSchema = z.strictObject({ id: idSchema, name: bilingual, what: z.string() });

export const eventBookSchema = z.strictObject({
  events: z.array(eventSchema),
  moves: z.array(moveSchema),
  outside: z.array(outsiderSchema),
});

export type MarketEvent = z.infer<typeof eventSchema>;
export type Move = z.infer<typeof moveSchema>;
export type EventBook = z.infer<typeof eventBookSchema>;
