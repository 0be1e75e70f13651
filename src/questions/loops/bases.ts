/** Which dollars count: all that were announced, or those that are signed and must be paid. */
export const PAYMENT_BASES = ['announced', 'binding'] as const;
export type PaymentBasis = (typeof PAYMENT_BASES)[number];
