import type { Network } from '../../src/data/graph.ts';
import type { Firm } from '../../src/data/schema.ts';
import type { Cascade, FirmOutcome, LedgerLine } from '../../src/models/cascade.ts';
import { ledgerGroups } from '../../src/models/ledger-groups.ts';
import type { Ranking } from '../../src/questions/rank/ranking.ts';

/** A firm of the table: what it is, what it lost and why. Null where nobody knows. */
export interface FirmRow {
  readonly id: string;
  readonly firm: Firm;
  readonly outcome: FirmOutcome;
  readonly valueUsd: number | null;
  readonly lossUsd: number | null;
  readonly lossFraction: number | null;
  readonly firstRound: number | null;
  /** Activity only where the firm has any revenue to speak of. */
  readonly activity: number;
  readonly mainCause: Pick<LedgerLine, 'cause' | 'firm' | 'deal'> | null;
  readonly scores: Readonly<Record<string, number | null>>;
}

const rowOf = (
  firm: Firm,
  outcome: FirmOutcome,
  scores: Readonly<Record<string, number | null>>,
): FirmRow => {
  const main = ledgerGroups(outcome.ledger)[0];
  const rounds = outcome.ledger.map(({ round }) => round);
  return {
    id: firm.id,
    firm,
    outcome,
    valueUsd: outcome.valueKnown ? outcome.startValueUsd : null,
    lossUsd: outcome.valueKnown ? outcome.lossUsd : null,
    lossFraction: outcome.valueKnown ? outcome.lossFraction : null,
    firstRound: rounds.length > 0 ? Math.min(...rounds) : null,
    activity: outcome.activity,
    mainCause: main && main.usd > 0 ? main : null,
    scores,
  };
};

/** One row per firm that is a firm; nodes that stand for many are left out, as in every ranking. */
export const firmRows = (
  network: Network,
  cascade: Cascade,
  ranking: Ranking | null,
): readonly FirmRow[] => {
  const scores = new Map(ranking?.firms.map((firm) => [firm.id, firm.scores]));
  return cascade.firms.flatMap((outcome) => {
    if (!network.hasNode(outcome.id)) return [];
    const firm = network.getNodeAttributes(outcome.id);
    return firm.aggregate ? [] : [rowOf(firm, outcome, scores.get(outcome.id) ?? {})];
  });
};
