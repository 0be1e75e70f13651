/** Tables of a sensitivity document that CSV can hold, one at a time. */
export const PARTS = ['slopes', 'tornado', 'evidence', 'indices'] as const;
export type SensitivityPart = (typeof PARTS)[number];
