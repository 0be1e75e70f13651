import { ChainError } from '../../base/errors.ts';
import { type LongWork, workThrough } from '../../base/long-work.ts';
import type { Network } from '../../data/graph.ts';
import { shockArrays } from '../../models/chained-boats/shocks.ts';
import type { CompiledWeb } from '../../models/chained-boats/simulate.ts';
import type { Adapter, Reading } from '../../models/on-web/adapter.ts';
import { type HitWeb, hitWeb } from '../../models/on-web/hit-web.ts';
import { checkScenario } from '../../scenario/check.ts';
import type { Shock } from '../../scenario/schema.ts';
import type { StrikeKind } from './systemic-schema.ts';

export interface Strike {
  readonly kind: StrikeKind;
  /** 0..1 */
  readonly size: number;
}

/** Every firm struck alone, in turn. */
export interface Sweep {
  /** What the strike at each firm does before anything spreads. */
  readonly hits: readonly HitWeb[];
  /** Per strike the answer, or why there is none. */
  readonly readings: readonly (Reading | { readonly refused: string })[];
  readonly complete: boolean;
}

/** A web on which a model isn't defined, or a strike at what nobody knows, is an answer too. */
const orRefused = (read: () => Reading): Reading | { readonly refused: string } => {
  try {
    return read();
  } catch (error) {
    if (error instanceof ChainError) return { refused: error.message };
    throw error;
  }
};

export const ask = (adapter: Adapter, hit: HitWeb): Reading | { readonly refused: string } =>
  orRefused(() => adapter.read(hit));

/** The web as shocks leave it before anything spreads. */
export const hitBy = ({ web, derivation }: CompiledWeb, shocks: readonly Shock[]): HitWeb =>
  hitWeb(web, shockArrays(web, [...shocks], derivation.layers), derivation.layers);

/** Strike one firm after another and read what the model says of each. */
export const sweep = async (
  network: Network,
  compiled: CompiledWeb,
  adapter: Adapter,
  { kind, size }: Strike,
  follow: LongWork = {},
): Promise<Sweep> => {
  const { firms } = compiled.web;
  const hits: HitWeb[] = [];
  const readings: Sweep['readings'][number][] = [];
  const { complete } = await workThrough(
    firms.length,
    (i) => {
      const shocks: Shock[] = [{ kind, firm: firms[i]!, size }];
      const hit = hitBy(compiled, shocks);
      hits.push(hit);
      readings.push(
        orRefused(() => {
          checkScenario(network, { version: 1, name: 'strike', shocks });
          return adapter.read(hit);
        }),
      );
    },
    follow,
  );
  return { hits, readings, complete };
};
