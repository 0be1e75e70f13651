import type { Cascade, LedgerLine } from '../../../src/models/cascade.ts';

const outcome = (id: string, ledger: LedgerLine[]): Cascade['firms'][number] => {
  const lossUsd = ledger.reduce((sum, { usd }) => sum + usd, 0);
  return {
    id,
    valueUsd: 1000 - lossUsd,
    startValueUsd: 1000,
    valueKnown: true,
    lossUsd,
    lossFraction: lossUsd / 1000,
    activity: 1,
    debtPaid: 1,
    bindingPaid: 1,
    discretionaryPaid: 1,
    tranchePaid: 1,
    fundingUsd: 0,
    fundingRaised: 1,
    status: 'singed',
    failedInRound: null,
    ledger,
  };
};

/**
 * A cascade written by hand: the shock takes 100 from the mill; the mine loses 40 of orders in round
 * 2; the owner holds 30 % of the mill and 20 % of the mine and loses 30 in round 2, 8 in round 3.
 */
export const handWeb = (): Cascade => ({
  version: 1,
  receipt: {
    engine: 'by hand',
    network: { name: 'hand', asOf: '2026-01-01', hash: 'none' },
    scenario: { version: 1, name: '', shocks: [{ kind: 'revenue', firm: 'mill', size: 0.5 }] },
    resultHash: 'none',
  },
  model: 'chained-boats',
  converged: true,
  residual: 0,
  errorBound: 0,
  iterations: 4,
  rounds: [1, 2, 3].map((round) => ({ round, lossUsd: 0, failed: [], spans: 1 })),
  firms: [
    outcome('mill', [{ cause: 'own-shock', round: 1, usd: 100 }]),
    outcome('mine', [{ cause: 'lost-order', deal: 'order-mine', firm: 'mill', round: 2, usd: 40 }]),
    outcome('owner', [
      { cause: 'holding', deal: 'stake-mill', firm: 'mill', round: 2, usd: 30 },
      { cause: 'holding', deal: 'stake-mine', firm: 'mine', round: 3, usd: 8 },
    ]),
  ],
  deals: [],
  totals: { grossLossUsd: 178, ownersLossUsd: 140, firstLossUsd: 100, amplification: 1.78 },
});
