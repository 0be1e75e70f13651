import { ScenarioError } from '../../base/errors.ts';
import { found } from '../../base/found.ts';
import type { Network } from '../../data/graph.ts';
import { heldInsideOf } from '../../models/chained-boats/outcome.ts';
import type { CompiledWeb } from '../../models/chained-boats/simulate.ts';
import type { State } from '../../models/chained-boats/state.ts';
import type { Web } from '../../models/chained-boats/web.ts';
import type { Node } from '../../numerics/program/tape.ts';
import { findFirm, findLayer } from '../../scenario/find.ts';
import type { Target } from './sensitivity-schema.ts';
import type { TapedRun } from './taped-run.ts';

const FORMS = 'gross-loss, owners-loss, gap, gap:FIRM, firm:FIRM or layer:LAYER';

/**
 * What is asked about, from text: `gross-loss`, `owners-loss`, `firm:openai`, `layer:models`, `gap`,
 * `gap:openai`.
 *
 * @throws ScenarioError for any other text, or a firm or layer that the network hasn't
 */
export const parseTarget = (network: Network, text: string): Target => {
  const [kind, name] = text.split(/:(.*)/s) as [string, string | undefined];
  const where = 'target';
  const named = name !== undefined && name !== '';
  if (kind === 'firm' && named) return { kind: 'firm-loss', firm: findFirm(network, name, where) };
  if (kind === 'layer' && named) {
    return { kind: 'layer-loss', layer: findLayer(network, name, where) };
  }
  if (kind === 'gap' && named) return { kind: 'gap', firm: findFirm(network, name, where) };
  if (text === 'gap') return { kind: 'gap', firm: null };
  if (text === 'gross-loss' || text === 'owners-loss') return { kind: text };
  throw new ScenarioError({ where, found: found(text), expected: FORMS });
};

/** A target as its text. */
export const targetText = (target: Target): string => {
  if (target.kind === 'firm-loss') return `firm:${target.firm}`;
  if (target.kind === 'layer-loss') return `layer:${target.layer}`;
  if (target.kind === 'gap') return target.firm === null ? 'gap' : `gap:${target.firm}`;
  return target.kind;
};

/** Which firms a target adds up. */
const firmsOf = (target: Target, { web, derivation }: CompiledWeb): readonly number[] => {
  const all = [...web.firms.keys()];
  if (target.kind === 'layer-loss') {
    return all.filter((i) => derivation.layers[i] === target.layer);
  }
  if (target.kind === 'firm-loss' || (target.kind === 'gap' && target.firm !== null)) {
    return all.filter((i) => web.firms[i] === target.firm);
  }
  return all;
};

const weighed = (
  target: Target,
  compiled: CompiledWeb,
  amount: (firm: number, web: Web) => number,
): number => {
  const { web } = compiled;
  const heldInside = target.kind === 'owners-loss' ? heldInsideOf(web) : undefined;
  let total = 0;
  for (const i of firmsOf(target, compiled)) total += (1 - (heldInside?.[i] ?? 0)) * amount(i, web);
  return total;
};

/** The target in a state where the shock has ended, dollars. */
export const targetUsd = (target: Target, compiled: CompiledWeb, state: State): number =>
  weighed(target, compiled, (i, web) =>
    target.kind === 'gap' ? web.gapUsd[i]! : state.valueLossUsd[i]!,
  );

/** The target on a run's tape. */
export const targetNode = (target: Target, run: TapedRun): Node => {
  const { tape, compiled, cascade, baseline, inputs } = run;
  const { web } = compiled;
  const firms = firmsOf(target, compiled);
  if (target.kind === 'gap') return tape.sum(firms.map((i) => baseline.gapUsd[i]!));
  if (target.kind !== 'owners-loss') {
    return tape.sum(firms.map((i) => cascade.seen.valueLossUsd[i]!));
  }
  const inside = web.firms.map(() => tape.zero);
  web.stakes.issuer.forEach((issuer, leg) => {
    if (web.stakes.contingent[leg]) return;
    inside[issuer] = tape.add(inside[issuer]!, inputs.stakes.stake[leg]!);
  });
  return tape.sum(
    firms.map((i) =>
      tape.multiply(tape.subtract(tape.one, inside[i]!), cascade.seen.valueLossUsd[i]!),
    ),
  );
};
