import type { Cause } from '../cascade.ts';
import { bindingUnmet, capacityLoss, meansLossUsd } from './equations.ts';
import {
  type Blame,
  type Losses,
  type Means,
  ofUnknowns,
  type Round,
  type Shocks,
} from './round.ts';
import { ofShocks, type ShockArrays } from './shocks.ts';
import type { RoundView } from './solve.ts';
import {
  afterOf,
  beforeOf,
  Moved,
  movedFrom,
  type Part,
  partsOf,
  type Split,
  splits,
  totalUsd,
} from './splits.ts';
import type { State } from './state.ts';
import type { Web } from './web.ts';

/** `amount` split in proportion to `parts`, under their causes or under one cause for all. */
const splitLike = (amount: number, parts: readonly Part[], cause?: Cause): readonly Part[] => {
  const total = totalUsd(parts);
  if (!(total > 0)) return [{ cause: cause ?? 'own-shock', usd: amount }];
  return parts.map((part) => ({
    ...part,
    cause: cause ?? part.cause,
    usd: (amount * part.usd) / total,
  }));
};

const dueTo = (quantity: Split, partsFor: (amount: number) => readonly Part[]): Split => {
  const [before, after] = [beforeOf(quantity), afterOf(quantity)];
  return before === after ? after : new Moved(before, after, partsFor(after - before));
};

const isRise = ({ usd }: Part): boolean => usd > 0;

/** Who moved what, said leg by leg; the rest is left as it is. */
class OfLegs implements Blame<Split> {
  because(quantity: Split, cause: Cause, deal?: string, firm?: number): Split {
    return dueTo(quantity, (usd) => {
      if (deal === undefined) return [{ cause, usd }];
      return [firm === undefined ? { cause, deal, usd } : { cause, deal, firm, usd }];
    });
  }

  byMeans(quantity: Split, _i: number): Split {
    return quantity;
  }

  byCapacity(quantity: Split, _i: number): Split {
    return quantity;
  }

  byFailing(quantity: Split, _i: number, _lossUsd: Split, _bindingShortUsd: Split): Split {
    return quantity;
  }

  limited(lossUsd: Split, mostUsd: Split): Split {
    return splits.min(mostUsd, lossUsd);
  }
}

const noMeans = (size: number): Means<Split> => ({
  outsideLossUsd: new Array<Split>(size),
  ordersLossUsd: new Array<Split>(size),
  fundingLossUsd: new Array<Split>(size),
  receiptsLossUsd: new Array<Split>(size),
});

const movement = (before: ArrayLike<number> | null, after: ArrayLike<number>): Split[] => {
  const moved = new Array<Split>(after.length);
  for (let i = 0; i < after.length; i++) moved[i] = movedFrom(before?.[i] ?? 0, after[i]!);
  return moved;
};

const movedLosses = (before: State | null, after: State): Losses<Split> =>
  ofUnknowns((name) => movement(before?.[name] ?? null, after[name]));

const movedShocks = (shocks: ShockArrays): Shocks<Split> =>
  ofShocks((kind) => movement(null, shocks[kind]));

/** What a round is asked about: which states it leads from and to, and what has been told so far. */
export interface Asked {
  readonly web: Web;
  readonly shocks: ShockArrays;
  readonly view: RoundView;
  /** What firm i has lost in the rounds before, by cause. */
  readonly lostBefore: (i: number) => readonly Part[];
}

/** Everything that keeps firms from money and from delivering in a state, from the calm baseline on. */
class Levels extends OfLegs {
  private readonly web: Web;
  private readonly shocks: ShockArrays;
  private readonly seen: State;
  private readonly means: Means<Split>;
  private readonly calm: Losses<Split>;
  private readonly lost: Losses<Split>;
  private readonly struck: Shocks<Split>;
  private readonly knownOf = new Map<number, readonly Part[]>();
  private readonly capacityOf = new Map<number, readonly Part[]>();

  constructor({ web, shocks, view: { seen } }: Asked) {
    super();
    this.web = web;
    this.shocks = shocks;
    this.seen = seen;
    this.means = noMeans(web.size);
    const none = new Uint8Array(web.size);
    this.calm = ofUnknowns(() => none);
    this.lost = movedLosses(null, seen);
    this.struck = movedShocks(shocks);
  }

  private round(shocks: Shocks<Split>, seen: Losses<Split>): Round<Split> {
    return roundOver(this.web, this, shocks, seen, this.means, () => 0);
  }

  /** What keeps money from the firm, but for what it can't deliver: the shock first, then the others. */
  private known(i: number): readonly Part[] {
    const earlier = this.knownOf.get(i);
    if (earlier !== undefined) return earlier;
    const parts = [this.round(this.struck, this.calm), this.round(this.shocks, this.lost)]
      .flatMap((round) => partsOf(meansLossUsd(round, i, 0)))
      .filter(isRise);
    this.knownOf.set(i, parts);
    return parts;
  }

  override byMeans(quantity: Split, i: number): Split {
    return dueTo(quantity, (usd) => splitLike(usd, this.known(i)));
  }

  /** Why the firm can't deliver: its own shock or its scarcest inputs, in proportion. */
  capacity(i: number): readonly Part[] {
    const earlier = this.capacityOf.get(i);
    if (earlier !== undefined) return earlier;
    const lost = capacityLoss(this.round(this.struck, this.lost), i);
    const parts = partsOf(lost).filter(isRise);
    const found: readonly Part[] = parts.length > 0 ? parts : [{ cause: 'own-shock', usd: 1 }];
    this.capacityOf.set(i, found);
    return found;
  }

  /** All that keeps money from the firm, with what it can't deliver. */
  all(i: number, lostCapacity: number): readonly Part[] {
    const known = this.known(i);
    const round = this.round(this.shocks, this.seen);
    const usd = afterOf(meansLossUsd(round, i, lostCapacity)) - afterOf(meansLossUsd(round, i, 0));
    return usd === 0 ? known : [...known, ...splitLike(usd, this.capacity(i))];
  }
}

const roundOver = (
  web: Web,
  blame: Blame<Split>,
  shocks: Shocks<Split>,
  seen: Losses<Split>,
  means: Means<Split>,
  failed: (i: number) => Split,
): Round<Split> => ({
  algebra: splits,
  blame,
  web,
  figures: web,
  inputs: web.essentialInputs,
  shocks,
  seen,
  means,
  failed,
});

/** Who moved what in one round, and what the cost of failing and missing capacity go back to. */
class OfRound extends OfLegs {
  private readonly asked: Asked;
  private found: Levels | undefined;

  constructor(asked: Asked) {
    super();
    this.asked = asked;
  }

  private get levels(): Levels {
    this.found ??= new Levels(this.asked);
    return this.found;
  }

  override byCapacity(quantity: Split, i: number): Split {
    return dueTo(quantity, (share) => splitLike(share, this.levels.capacity(i)));
  }

  /** Whatever took the firm's means where a claim went unmet, else whatever took its value. */
  override byFailing(quantity: Split, i: number, lossUsd: Split, bindingShortUsd: Split): Split {
    const { web, shocks, view, lostBefore } = this.asked;
    return dueTo(quantity, (usd) => {
      if (shocks.default[i]! > 0) return [{ cause: 'own-shock', usd }];
      const parts = bindingUnmet(web, i, afterOf(bindingShortUsd))
        ? this.levels.all(i, view.after.capacityLoss[i]!)
        : [...lostBefore(i), ...partsOf(lossUsd)];
      return splitLike(usd, parts, 'failure-cost');
    });
  }

  /** What a firm worth nothing can no longer lose is a part of its own, below 0. */
  override limited(lossUsd: Split, mostUsd: Split): Split {
    const most = afterOf(mostUsd);
    const beyond = (loss: number): number => Math.max(0, loss - most);
    const [before, after] = [beforeOf(lossUsd), afterOf(lossUsd)];
    const usd = beyond(before) - beyond(after);
    if (typeof lossUsd === 'number') return splits.min(mostUsd, lossUsd);
    const told = usd === 0 ? undefined : [{ cause: 'limited-liability', usd } as const];
    return new Moved(Math.min(most, before), Math.min(most, after), told, lossUsd, 1);
  }
}

/** The round of a view over splits: from the state before it to the state after it. */
export const splitRound = (asked: Asked): Round<Split> => {
  const { web, shocks, view } = asked;
  const struck = view.round === 1 ? movedShocks(shocks) : shocks;
  const seen = movedLosses(view.seenBefore, view.seen);
  return roundOver(web, new OfRound(asked), struck, seen, noMeans(web.size), (i) =>
    movedFrom(view.before.failed[i]!, view.after.failed[i]!),
  );
};
