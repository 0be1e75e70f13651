import type { Web } from '../chained-boats/web.ts';

/** Whether a leg is money lent to another firm: a guarantee is none, until it is called. */
export const isLoanOfOthers = ({ loans }: Web, leg: number): boolean =>
  loans.guarantee[leg] === 0 &&
  loans.faceUsd[leg]! > 0 &&
  loans.lender[leg] !== loans.borrower[leg];

/** Faces of the loans of the web per firm, dollars. */
export const loanBook = (
  web: Web,
): { readonly owedUsd: Float64Array; readonly lentUsd: Float64Array } => {
  const owedUsd = new Float64Array(web.size);
  const lentUsd = new Float64Array(web.size);
  for (const leg of web.loans.deal.keys()) {
    if (!isLoanOfOthers(web, leg)) continue;
    owedUsd[web.loans.borrower[leg]!]! += web.loans.faceUsd[leg]!;
    lentUsd[web.loans.lender[leg]!]! += web.loans.faceUsd[leg]!;
  }
  return { owedUsd, lentUsd };
};
