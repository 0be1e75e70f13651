import type { Deal } from './schema.ts';

/** The two ends of a deal: who owns, owes or orders, and whom. */
export const endsOf = (deal: Deal): readonly [payer: string, payee: string] => {
  switch (deal.kind) {
    case 'order':
      return [deal.customer, deal.supplier];
    case 'equity':
      return [deal.holder, deal.issuer];
    case 'debt':
      return [deal.lender, deal.borrower];
  }
};
