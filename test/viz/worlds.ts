import { MultiDirectedGraph } from 'graphology';
import type { Network } from '../../src/data/graph.ts';
import { type Deal, endsOf, type Firm } from '../../src/data/schema.ts';
import type { Cascade, FirmOutcome, LedgerLine } from '../../src/models/cascade.ts';

/** A network straight from records, for style tests: nothing is checked. */
export const networkOf = (firms: readonly Firm[], deals: readonly Deal[]): Network => {
  const network: Network = new MultiDirectedGraph();
  network.replaceAttributes({
    name: 'style tests',
    asOf: '2026-04-27',
    sources: [],
    facts: [],
    perGigawatt: [],
    uncertainty: [],
    layout: [],
  });
  for (const firm of firms) network.addNode(firm.id, firm);
  for (const deal of deals) network.addEdgeWithKey(deal.id, ...endsOf(deal), deal);
  return network;
};

export const firm = (id: string, extra: Partial<Firm> = {}): Firm => ({
  id,
  name: { en: id.toUpperCase() },
  layer: 'compute',
  ...extra,
});

const common = { status: 'signed', announcedOn: '2025-06-01', instrument: 'contract' } as const;

export const order = (
  id: string,
  customer: string,
  supplier: string,
  extra: object = {},
): Deal => ({
  ...common,
  kind: 'order',
  id,
  customer,
  supplier,
  ...extra,
});

export const equity = (id: string, holder: string, issuer: string, extra: object = {}): Deal => ({
  ...common,
  kind: 'equity',
  id,
  holder,
  issuer,
  ...extra,
});

export const debt = (id: string, lender: string, borrower: string, extra: object = {}): Deal => ({
  ...common,
  kind: 'debt',
  id,
  lender,
  borrower,
  ...extra,
});

interface LedgerOf {
  readonly id: string;
  readonly startValueUsd: number;
  readonly valueKnown?: boolean;
  readonly failedInRound?: number;
  readonly ledger: readonly LedgerLine[];
}

/** A cascade document with these ledgers; sums are taken from the lines. */
export const cascadeOf = (books: readonly LedgerOf[], rounds: readonly number[]): Cascade => {
  const sum = (lines: readonly LedgerLine[]): number =>
    lines.reduce((total, { usd }) => total + usd, 0);
  const firms = books.map(
    ({ id, startValueUsd, valueKnown = true, failedInRound, ledger }): FirmOutcome => ({
      id,
      startValueUsd,
      valueUsd: startValueUsd - sum(ledger),
      valueKnown,
      lossUsd: sum(ledger),
      lossFraction: valueKnown ? sum(ledger) / startValueUsd : null,
      activity: 1,
      debtPaid: 1,
      bindingPaid: 1,
      discretionaryPaid: 1,
      tranchePaid: 1,
      fundingUsd: 0,
      fundingRaised: 1,
      status: failedInRound === undefined ? 'burning' : 'failed',
      failedInRound: failedInRound ?? null,
      ledger: [...ledger],
    }),
  );
  const lines = books.flatMap(({ ledger }) => ledger);
  return {
    version: 1,
    receipt: {
      engine: 'test',
      network: { name: 'style tests', asOf: '2026-04-27', hash: '' },
      scenario: { version: 1, name: 'test', shocks: [] },
      resultHash: '',
    },
    model: 'chained-boats',
    converged: true,
    residual: 0,
    errorBound: null,
    iterations: rounds.length,
    rounds: rounds.map((round) => ({
      round,
      lossUsd: sum(lines.filter((line) => line.round === round)),
      failed: books.filter((book) => book.failedInRound === round).map(({ id }) => id),
      spans: 1,
    })),
    firms,
    deals: [],
    totals: { grossLossUsd: sum(lines), ownersLossUsd: 0, firstLossUsd: 0, amplification: null },
  };
};
