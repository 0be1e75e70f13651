import { ScenarioError } from '../../base/errors.ts';
import type { Network } from '../../data/graph.ts';
import type { FullScenario } from '../../models/chained-boats/simulate.ts';
import { findDeal } from '../../scenario/find.ts';
import type { Measure } from './firebreak-schema.ts';
import type { Plan } from './plan.ts';

/** What may be done; deals of one's own choice, or all. */
export type FirebreakChoice =
  | { readonly kind: 'cut' | 'backstop'; readonly deals?: readonly string[] }
  | { readonly kind: 'shrink'; readonly share: number; readonly deals?: readonly string[] }
  | { readonly kind: 'cash'; readonly usd: number };

/** Deals on which something hangs in this period; a stake has no payer to stand in for. */
const dealsOf = (
  network: Network,
  plan: Plan,
  { cuts }: FullScenario,
  { kind, deals }: { readonly kind: string; readonly deals?: readonly string[] },
): readonly string[] => {
  const named = deals?.map((deal) => findDeal(network, deal, 'deals'));
  const matters = (deal: string): boolean => {
    const legs = plan.legsOf.get(deal);
    if (legs === undefined || cuts.includes(deal)) return false;
    return kind !== 'backstop' || legs.stake === undefined || legs.promise !== undefined;
  };
  const chosen = (named ?? network.edges()).filter(matters);
  if (chosen.length > 0) return chosen;
  throw new ScenarioError({
    where: 'deals',
    found: named === undefined ? 'none in this period' : named.join(', '),
    expected: `deals that a ${kind} can change here`,
  });
};

/** Every measure of a kind. @throws ScenarioError where there is none, or for a share or budget of nothing */
export const choicesOf = (
  network: Network,
  plan: Plan,
  scenario: FullScenario,
  choice: FirebreakChoice,
  slices: number,
): readonly Measure[] => {
  if (choice.kind === 'cash') {
    if (!(choice.usd > 0 && choice.usd < Number.POSITIVE_INFINITY)) {
      throw new ScenarioError({
        where: 'cash',
        found: String(choice.usd),
        expected: 'dollars above 0',
      });
    }
    return network.mapNodes((firm): Measure => ({ kind: 'cash', firm, usd: choice.usd / slices }));
  }
  const deals = dealsOf(network, plan, scenario, choice);
  if (choice.kind !== 'shrink') return deals.map((deal): Measure => ({ kind: choice.kind, deal }));
  if (!(choice.share >= 0 && choice.share < 1)) {
    throw new ScenarioError({
      where: 'share',
      found: String(choice.share),
      expected: 'what stays of a deal, from 0 to below 1',
    });
  }
  return deals.map((deal): Measure => ({ kind: 'shrink', deal, share: choice.share }));
};
