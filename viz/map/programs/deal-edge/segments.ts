/** Straight pieces of one deal's curve. */
export const SEGMENTS = 16;
