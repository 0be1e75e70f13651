/** Tables of an uncertainty document that CSV can hold, one at a time. */
export const UNCERTAIN_PARTS = [
  'firms',
  'totals',
  'rounds',
  'convergence',
  'distributions',
] as const;
export type UncertainPart = (typeof UNCERTAIN_PARTS)[number];
