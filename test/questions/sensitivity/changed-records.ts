import { ScenarioError } from '../../../src/base/errors.ts';
import type { Network } from '../../../src/data/graph.ts';
import type { Debt, Order } from '../../../src/data/schema.ts';
import { stakeOf } from '../../../src/models/chained-boats/inputs/capital-flow.ts';
import type { InputRef } from '../../../src/models/chained-boats/inputs/input-ref.ts';
import { isOnRecord } from '../../../src/models/chained-boats/inputs/input-ref.ts';
import { weightOf } from '../../../src/models/chained-boats/inputs/settings.ts';
import { type FullScenario, settingsOf } from '../../../src/models/chained-boats/simulate.ts';
import type { SolveOptions } from '../../../src/models/chained-boats/solve.ts';
import {
  type ChangedRun,
  changedRun,
  solvedTotal,
} from '../../../src/questions/sensitivity/changed-run.ts';
import type { Target } from '../../../src/questions/sensitivity/sensitivity-schema.ts';
import { paidInPart } from './paid-in-part.ts';

const scheduleWith = ({ schedule = [] }: Order, totalUsd: number): Pick<Order, 'schedule'> => {
  const factor = totalUsd / schedule.reduce((sum, { usd }) => sum + usd, 0);
  return { schedule: schedule.map(({ year, usd }) => ({ year, usd: usd * factor })) };
};

/** A loan counted in part leaves the borrower's debt outside the web as it was. */
const keepOutsideDebt = (network: Network, deal: Debt, factor: number): void => {
  const { debtUsd } = network.getNodeAttributes(deal.borrower);
  if (deal.contingent || deal.faceUsd === undefined || debtUsd === undefined) return;
  network.setNodeAttribute(deal.borrower, 'debtUsd', debtUsd - deal.faceUsd * (1 - factor));
};

const payInPart = (
  network: Network,
  scenario: FullScenario,
  dealId: string,
  share: number,
): void => {
  const deal = network.getEdgeAttributes(dealId);
  const whole = weightOf('closed', settingsOf(network, scenario));
  if (whole === 0) {
    const expected = 'above 0, where single deals are to count';
    throw new ScenarioError({ where: 'weights.closed', found: '0', expected });
  }
  const factor = share / whole;
  const stake =
    deal.kind === 'equity'
      ? stakeOf(deal, network.getNodeAttributes(deal.issuer))?.stake
      : undefined;
  network.replaceEdgeAttributes(dealId, paidInPart(deal, factor, stake));
  if (deal.kind === 'debt') keepOutsideDebt(network, deal, factor);
};

/**
 * A copy of a network with one figure of its records at another value.
 *
 * @throws ScenarioError for a single deal in a scenario where closed deals count nothing
 */
export const changedRecords = (
  network: Network,
  scenario: FullScenario,
  input: InputRef,
  value: number,
): Network => {
  const changed = network.copy() as Network;
  if (input.kind === 'per-gigawatt') {
    changed.updateAttribute('perGigawatt', (rows = []) =>
      rows.map((row) => (row.id === input.row ? { ...row, usdPerGw: value } : row)),
    );
  } else if (input.kind === 'firm') {
    const [field, ofModel] = input.field.split('.') as [string, string | undefined];
    const { model } = changed.getNodeAttributes(input.firm);
    const change = ofModel === undefined ? value : { ...model, [ofModel]: value };
    changed.mergeNodeAttributes(input.firm, { [field]: change });
  } else if (input.kind === 'deal') {
    const { deal, field } = input;
    if (field === 'paidShare') payInPart(changed, scenario, deal, value);
    else if (field === 'scheduleUsd') {
      changed.mergeEdgeAttributes(
        deal,
        scheduleWith(changed.getEdgeAttributes(deal) as Order, value),
      );
    } else changed.mergeEdgeAttributes(deal, { [field]: value });
  }
  return changed;
};

/**
 * The same question with one input changed at a time, figures of records by writing the records themselves anew:
 * what the tape is held against.
 */
export const rewrittenRun = (
  network: Network,
  scenario: FullScenario,
  target: Target,
  options?: SolveOptions,
): ChangedRun => {
  const ofScenario = changedRun(network, scenario, target, options);
  return (input, value) =>
    isOnRecord(input)
      ? solvedTotal(
          changedRecords(network, scenario, input, Number(value)),
          scenario,
          target,
          options,
        )
      : ofScenario(input, value);
};
