import { randomFrom } from '../../numerics/random/random.ts';
import type { Payment } from './payments.ts';

/** A payment of known dollars. */
type Known = Pick<Payment, 'payer' | 'payee' | 'layer'> & { readonly usd: number };

/** Exchanges tried per payment: each payment meets several others. */
const TURNS = 20;

/**
 * A random web in which every firm pays and is paid what it is in fact, layer by layer.
 *
 * Two payments of one layer, a to b and c to d, exchange payees for the smaller of their dollars: then a
 * pays d and c pays b that much. Nobody's sums change; payments to oneself are refused. Twenty such
 * exchanges are tried per payment. Same seed, same web.
 *
 * The idea is the rewiring of Maslov and Sneppen (Science 296, 2002), with dollars in place of degrees.
 */
export const nullWeb = (payments: readonly Known[], seed: number): readonly Known[] => {
  const draw = randomFrom(seed);
  const layers = new Map<string, { payer: number; payee: number; usd: number }[]>();
  for (const { payer, payee, layer, usd } of payments) {
    const own = layers.get(layer) ?? [];
    own.push({ payer, payee, usd });
    layers.set(layer, own);
  }
  for (const own of layers.values()) {
    const turns = TURNS * own.length;
    for (let turn = 0; turn < turns && own.length > 1; turn++) {
      const one = own[Math.floor(draw() * own.length)]!;
      const other = own[Math.floor(draw() * own.length)]!;
      if (one === other || one.payer === other.payee || other.payer === one.payee) continue;
      const [large, small] = one.usd >= other.usd ? [one, other] : [other, one];
      const rest = large.usd - small.usd;
      if (rest > 0) own.push({ payer: large.payer, payee: large.payee, usd: rest });
      const payee = large.payee;
      large.usd = small.usd;
      large.payee = small.payee;
      small.payee = payee;
    }
  }
  return [...layers].flatMap(([layer, own]) =>
    own.map((payment) => ({ ...payment, layer: layer as Known['layer'] })),
  );
};
