import * as z from 'zod/mini';

/** One number per firm. */
export const vectorSchema = z.readonly(z.array(z.number()));

/** Values for the parameters of a model by name; those left away have their defaults. */
export const parametersSchema = z.optional(
  z.record(z.string(), z.union([z.number(), z.string(), z.boolean()])),
);
