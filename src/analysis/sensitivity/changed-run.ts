import { finalState } from '../../contagion/final-state.ts';
import { compileWeb, type FullScenario, settingsOf } from '../../contagion/simulate.ts';
import { ChainError } from '../../errors.ts';
import type { Network } from '../../network/graph.ts';
import { weightOf } from '../../network/inputs/settings.ts';
import type { InputRef } from './input-schema.ts';
import { paidInPart } from './paid-in-part.ts';
import type { BarEnd, Target } from './sensitivity-schema.ts';
import { targetUsd } from './target.ts';

type Total = Pick<BarEnd, 'totalUsd' | 'why'>;

const scenarioWith = (
  scenario: FullScenario,
  input: InputRef,
  value: number | string,
): FullScenario => {
  if (input.kind === 'parameter') {
    return { ...scenario, parameters: { ...scenario.parameters, [input.parameter]: value } };
  }
  if (input.kind !== 'weight') return scenario;
  return { ...scenario, weights: { ...scenario.weights, [input.status]: Number(value) } };
};

/** Put a record's figure in place of what it was. */
const changeRecords = (
  network: Network,
  scenario: FullScenario,
  input: InputRef,
  value: number,
): void => {
  if (input.kind === 'per-gigawatt') {
    network.updateAttribute('perGigawatt', (rows = []) =>
      rows.map((row) => (row.id === input.row ? { ...row, usdPerGw: value } : row)),
    );
  } else if (input.kind === 'firm') {
    const [field, ofModel] = input.field.split('.') as [string, string | undefined];
    const { model } = network.getNodeAttributes(input.firm);
    const change =
      ofModel === undefined ? { [field]: value } : { model: { ...model, [ofModel]: value } };
    network.mergeNodeAttributes(input.firm, change);
  } else if (input.kind === 'deal' && input.field !== 'paidShare') {
    network.mergeEdgeAttributes(input.deal, { [input.field]: value });
  } else if (input.kind === 'deal') {
    const deal = network.getEdgeAttributes(input.deal);
    const factor = value / weightOf('closed', settingsOf(network, scenario));
    network.replaceEdgeAttributes(input.deal, paidInPart(deal, factor));
    if (deal.kind !== 'debt' || deal.contingent) return;
    const { debtUsd } = network.getNodeAttributes(deal.borrower);
    if (debtUsd === undefined) return;
    const outsideDeals = debtUsd - (deal.faceUsd ?? 0) * (1 - factor);
    network.setNodeAttribute(deal.borrower, 'debtUsd', outsideDeals);
  }
};

/** Solve again, from the records on, with one input at another value: the exact answer, kinks and failures included. */
export type ChangedRun = (input: InputRef, value: number | string) => Total;

/**
 * The same question with one input changed at a time.
 *
 * @param network  not changed
 */
export const changedRun = (
  network: Network,
  scenario: FullScenario,
  target: Target,
): ChangedRun => {
  return (input, value) => {
    const fromRecords =
      input.kind !== 'parameter' && input.kind !== 'weight' && input.kind !== 'shock';
    const changed = fromRecords ? network.copy() : network;
    if (fromRecords) changeRecords(changed as Network, scenario, input, Number(value));
    try {
      const compiled = compileWeb(changed as Network, scenarioWith(scenario, input, value));
      const { after, errorBound } = finalState(compiled, scenario.shocks);
      if (errorBound === null) return { totalUsd: null, why: 'the limit was not reached' };
      return { totalUsd: targetUsd(target, compiled, after), why: null };
    } catch (error) {
      if (!(error instanceof ChainError)) throw error;
      return { totalUsd: null, why: error.message };
    }
  };
};
