import { ScenarioError } from '../../base/errors.ts';
import { type LongWork, workThrough } from '../../base/long-work.ts';
import type { Network } from '../../data/graph.ts';
import { compileWeb, fillDefaults } from '../../models/chained-boats/simulate.ts';
import { checkScenario } from '../../scenario/check.ts';
import { findFirm } from '../../scenario/find.ts';
import { receiptFor } from '../../scenario/receipt.ts';
import type { Scenario, Shock } from '../../scenario/schema.ts';
import { TOLERANCE } from './break-points.ts';
import type { SmallestShocks } from './breakpoint-schema.ts';
import { strikerOf } from './scaled-shock.ts';

type Kind = SmallestShocks['kind'];
type Smallest = SmallestShocks['single'][number];

export interface SmallestOptions extends LongWork {
  readonly target: string;
  readonly kind?: Kind;
  /** Whether to look at every pair too: n (n - 1) / 2 of them. */
  readonly pairs?: boolean;
}

/** What a shock of that kind can hit: a share can only be lost of what is known. */
const canBeHit = (network: Network, id: string, kind: Kind): boolean => {
  const firm = network.getNodeAttributes(id);
  if (kind === 'revenue') return (firm.revenueUsd ?? firm.model?.externalRevenueUsd) !== undefined;
  return kind !== 'value' || firm.valueUsd !== undefined;
};

/**
 * The smallest shock to any one firm, and to any pair, that brings a firm down.
 *
 * Size is the share that each of the firms loses, of the kind asked for; the two of a pair lose the same
 * share. The deals, years, parameters and weights are the scenario's, its shocks stay out. Losses never
 * fall as a shock grows, so halving finds each size to `TOLERANCE`; a pair is halved only where it does
 * it below the smallest found so far. A shock `default` of the target itself is none to look for.
 *
 * @returns ended early, what was found so far; pairs come after all single firms
 * @throws ScenarioError for an unknown firm, or one that stands when all others are hit in full
 */
export const smallestShocks = async (
  network: Network,
  scenario: Scenario,
  { target: named, kind = 'revenue', pairs = true, ...follow }: SmallestOptions,
): Promise<SmallestShocks> => {
  const target = findFirm(network, named, 'target');
  const calm = { ...scenario, shocks: [] };
  checkScenario(network, calm);
  const full = fillDefaults(calm);
  const compiled = compileWeb(network, full);
  const { firms: ids } = compiled.web;
  const row = ids.indexOf(target);
  const strike = strikerOf(compiled);
  const hit = (firms: readonly string[], size: number) =>
    strike(
      firms.map((firm): Shock => ({ kind, firm, size })),
      size,
    );
  const fells = (firms: readonly string[], size: number): boolean =>
    hit(firms, size).failed[row] === 1;
  const able = ids.filter(
    (id) => canBeHit(network, id, kind) && !(kind === 'default' && id === target),
  );
  if (!fells(able, 1)) {
    throw new ScenarioError({
      where: 'target',
      found: `${target}, which stands when every firm loses all of its ${kind}`,
      expected: 'a firm that can fail: one with payments to make or a value to lose',
      hint: 'Try another kind of shock.',
    });
  }
  /** Least size at which they bring it down, not above `most`; null: not even there. */
  const leastSize = (firms: readonly string[], most: number): number | null => {
    if (!fells(firms, most)) return null;
    let [stands, falls] = [0, most];
    while (falls - stands > TOLERANCE) {
      const middle = (stands + falls) / 2;
      if (fells(firms, middle)) falls = middle;
      else stands = middle;
    }
    return falls;
  };
  const found: Smallest[] = [];
  let pair: Smallest | null = null;
  let best = 1;
  let [alone, pairsTried] = [0, 0];
  const tryOne = (id: string): void => {
    alone++;
    const size = leastSize([id], 1);
    if (size === null) return;
    best = Math.min(best, size);
    found.push({ firms: [id], size, grossLossUsd: hit([id], size).grossLossUsd });
  };
  const tryPair = (index: number): void => {
    // pair k of all pairs i < j, row by row
    let [i, left] = [0, index];
    while (left >= able.length - 1 - i) {
      left -= able.length - 1 - i;
      i++;
    }
    const firms = [able[i]!, able[i + 1 + left]!];
    pairsTried++;
    if (best <= TOLERANCE) return;
    const size = leastSize(firms, best - TOLERANCE);
    if (size === null) return;
    best = size;
    pair = { firms, size, grossLossUsd: hit(firms, size).grossLossUsd };
  };
  const count = pairs ? (able.length * (able.length - 1)) / 2 : 0;
  const { complete } = await workThrough(
    able.length + count,
    (step) => {
      if (step < able.length) tryOne(able[step]!);
      else tryPair(step - able.length);
    },
    follow,
  );
  const single = found.sort((a, b) => a.size - b.size || (a.firms[0]! < b.firms[0]! ? -1 : 1));
  return {
    version: 1,
    receipt: receiptFor(network, full, [
      target,
      kind,
      single.map(({ firms, size }) => [firms, size]),
      pair,
    ]),
    target,
    kind,
    tolerance: TOLERANCE,
    harmlessAlone: alone - single.length,
    notAsked: ids.filter((id) => !able.includes(id)),
    single,
    pair,
    pairsTried,
    complete,
  };
};
