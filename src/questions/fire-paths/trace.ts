import type { FirmSources, Sources } from './sources.ts';

/** Dollars of the last firm's loss that stand at one firm, by round of that firm's own losses. */
export type Mass = Float64Array;

export interface Step {
  /** Dollars whose trace ends here: the shock hit this firm. */
  readonly sparkUsd: number;
  readonly untracedUsd: number;
  /** By the firm before: dollars that come from the shock on it, and those that go further back. */
  readonly before: ReadonlyMap<
    string,
    { readonly sparkUsd: number; readonly untracedUsd: number; readonly mass: Mass }
  >;
}

interface Coming {
  sparkUsd: number;
  untracedUsd: number;
  /** Dollars per dollar of the origin's losses, as rises and falls along the rounds. */
  readonly slope: Float64Array;
}

/** The part of a firm's losses over rounds first..last. */
export const usdBetween = ({ usdUpTo }: FirmSources, first: number, last: number): number =>
  usdUpTo[last]! - usdUpTo[first - 1]!;

/** Follow dollars that stand at `firm` one step back. */
export const stepBack = (sources: Sources, firm: string, mass: Mass): Step => {
  const own = sources.get(firm)!;
  let sparkUsd = 0;
  let untracedUsd = 0;
  const coming = new Map<string, Coming>();
  for (let round = 1; round < mass.length; round++) {
    if (mass[round]! === 0) continue;
    const share = mass[round]! / own.usdInRound[round]!;
    for (const { origin, behind, usd } of own.rounds[round]!) {
      const part = usd * share;
      if (origin === null) {
        if (behind === 'spark') sparkUsd += part;
        else untracedUsd += part;
        continue;
      }
      let from = coming.get(origin);
      if (from === undefined) {
        from = { sparkUsd: 0, untracedUsd: 0, slope: new Float64Array(mass.length + 1) };
        coming.set(origin, from);
      }
      if (behind === 'spark') from.sparkUsd += part;
      else if (behind === 'untraced') from.untracedUsd += part;
      else {
        const [first, last] = behind as readonly [number, number];
        const perDollar = part / usdBetween(sources.get(origin)!, first, last);
        from.slope[first]! += perDollar;
        from.slope[last + 1]! -= perDollar;
      }
    }
  }
  const before = new Map(
    [...coming].map(([origin, { slope, ...ended }]) => {
      const usdInRound = sources.get(origin)?.usdInRound;
      let perDollar = 0;
      const massThere = new Float64Array(mass.length);
      for (let round = 1; round < mass.length; round++) {
        perDollar += slope[round]!;
        massThere[round] = Math.max(0, perDollar) * (usdInRound?.[round] ?? 0);
      }
      return [origin, { ...ended, mass: massThere }];
    }),
  );
  return { sparkUsd, untracedUsd, before };
};

export const sumOf = (mass: Mass): number => mass.reduce((sum, usd) => sum + usd, 0);
