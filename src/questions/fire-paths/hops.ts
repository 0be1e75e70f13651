import type { Cause } from '../../models/cascade.ts';
import type { Source, Sources } from './sources.ts';
import { type Mass, stepBack, usdBetween } from './trace.ts';

/** What carried a chain's dollars from one firm to the next. */
export interface Through {
  readonly cause: Cause;
  readonly deal: string | undefined;
  readonly usd: number;
}

/** The dollars that stand at every firm of a chain once its later firms are passed. */
const massesAlong = (sources: Sources, firms: readonly string[]): readonly Mass[] => {
  const masses: Mass[] = [];
  let mass = sources.get(firms.at(-1)!)!.usdInRound;
  masses[firms.length - 1] = mass;
  for (let at = firms.length - 1; at > 0; at--) {
    mass = stepBack(sources, firms[at]!, mass).before.get(firms[at - 1]!)!.mass;
    masses[at - 1] = mass;
  }
  return masses;
};

/** Share of each round's dollars at the first firm that the shock itself took. */
const sparkShares = (sources: Sources, firm: string): Float64Array => {
  const own = sources.get(firm);
  return Float64Array.from(own?.rounds ?? [], (round, at) => {
    const usd = round
      .filter(({ origin, behind }) => origin === null && behind === 'spark')
      .reduce((sum, source) => sum + source.usd, 0);
    return usd === 0 ? 0 : usd / own!.usdInRound[at]!;
  });
};

/** Share of a line's dollars that go on along the chain, given those of the rounds behind it. */
const shareBehind = (
  sources: Sources,
  { origin, behind }: Source,
  shares: Float64Array,
  isFirst: boolean,
): number => {
  if (behind === 'spark') return isFirst ? 1 : 0;
  if (behind === 'untraced') return 0;
  const [first, last] = behind as readonly [number, number];
  const from = sources.get(origin!)!;
  let usd = 0;
  for (let round = first; round <= last; round++) usd += from.usdInRound[round]! * shares[round]!;
  return usd / usdBetween(from, first, last);
};

/** For every hop of a chain the deals and causes that carried it; each hop sums to the chain's dollars. */
export const hopsOf = (
  sources: Sources,
  firms: readonly string[],
): readonly (readonly Through[])[] => {
  const masses = massesAlong(sources, firms);
  let shares = sparkShares(sources, firms[0]!);
  return firms.slice(1).map((firm, index) => {
    const own = sources.get(firm)!;
    const mass = masses[index + 1]!;
    const next = new Float64Array(own.usdInRound.length);
    const through = new Map<string, Through>();
    own.rounds.forEach((round, at) => {
      for (const source of round) {
        if (source.origin !== firms[index]) continue;
        const share = shareBehind(sources, source, shares, index === 0);
        if (share === 0) continue;
        const kept = (source.usd / own.usdInRound[at]!) * share;
        next[at]! += kept;
        const { cause, deal } = source;
        const key = `${cause}|${deal ?? ''}`;
        const usd = (through.get(key)?.usd ?? 0) + kept * mass[at]!;
        through.set(key, { cause, deal, usd });
      }
    });
    shares = next;
    return [...through.values()].filter(({ usd }) => usd > 0).sort((a, b) => b.usd - a.usd);
  });
};
