/** Which orders count: all that were ever spoken of, those signed, or each by its status's weight. */
export const BOOK_BASES = ['announced', 'signed', 'weighted'] as const;
export type BookBasis = (typeof BOOK_BASES)[number];
