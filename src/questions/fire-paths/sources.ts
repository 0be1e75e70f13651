import type { Cascade, LedgerLine } from '../../models/cascade.ts';
import { netLedger } from './net-ledger.ts';

/** Dollars that one ledger line took, and where their trace goes on. */
export interface Source {
  readonly cause: LedgerLine['cause'];
  readonly deal: string | undefined;
  readonly usd: number;
  /** The firm whose trouble it was; null: the shock itself, here. */
  readonly origin: string | null;
  /**
   * Rounds of the origin's own losses that stand behind it, both counted; 'spark': the shock hit the
   * origin itself; 'untraced': the origin has no ledger (nobody knows a value that it could lose).
   */
  readonly behind: readonly [first: number, last: number] | 'spark' | 'untraced';
}

/** What a firm lost round by round; index 0 is empty, rounds count from 1. */
export interface FirmSources {
  readonly rounds: readonly (readonly Source[])[];
  readonly usdInRound: Float64Array;
  /** Sum of rounds 1..r. */
  readonly usdUpTo: Float64Array;
}

export type Sources = ReadonlyMap<string, FirmSources>;

/** What paths are traced in: a cascade document has it all. */
export type Traceable = Pick<Cascade, 'rounds'> & {
  readonly firms: readonly Pick<Cascade['firms'][number], 'id' | 'lossUsd' | 'ledger'>[];
  readonly shocks: Cascade['receipt']['scenario']['shocks'];
};

const HITS_FUNDING: ReadonlySet<string> = new Set(['funding']);
const HITS_MEANS: ReadonlySet<string> = new Set(['revenue', 'funding', 'capacity', 'default']);

const running = (sums: Float64Array): Float64Array => {
  let total = 0;
  return sums.map((usd) => {
    total += usd;
    return total;
  });
};

/** Whether the ledger names somebody else, or the shock; if not, the firm's own weakness took it. */
const isPrimary = (firm: string, line: LedgerLine): boolean =>
  line.cause === 'own-shock' ||
  (line.firm === undefined ? line.deal !== undefined : line.firm !== firm);

/**
 * Every firm's losses with the place where each line's trace goes on. The rule, for a line of round r
 * that names firm j:
 *
 * - a holding, a claim on j's value: to what j lost in round r - 1, exactly the fall that was passed on;
 * - anything that j no longer pays, orders or delivers: to all that j lost up to round r - 1, in
 *   proportion, since a claim goes unmet because of everything that has weakened the firm by then;
 *   if the scenario hits j's funding, which no value shows, the shock on j is the origin;
 * - where j had lost nothing by then, the shock on j is the origin if it hit j's means; else nobody
 *   can say (`untraced`);
 * - the closing tail step stands for many rounds, so its lines also see the losses of the tail itself.
 *
 * Lines that name nobody, or the firm itself (cost of failing, funding lost with value, a warrant that
 * lapses with the firm's own order), follow in proportion what had taken the firm's value by then, with
 * the same exceptions.
 */
export const sourcesOf = ({ firms, rounds, shocks }: Traceable): Sources => {
  const count = Math.max(0, ...rounds.map(({ round }) => round));
  const tail = rounds.find(({ spans }) => spans > 1)?.round;
  const ledgers = new Map(firms.map(({ id, ledger }) => [id, netLedger(ledger)]));
  const usdInRound = new Map<string, Float64Array>();
  for (const [id, ledger] of ledgers) {
    const sums = new Float64Array(count + 1);
    for (const { round, usd } of ledger) sums[round]! += usd;
    usdInRound.set(id, sums);
  }
  const usdUpTo = new Map([...usdInRound].map(([id, sums]) => [id, running(sums)]));
  const isHit = (firm: string, kinds: ReadonlySet<string>): boolean =>
    shocks.some(
      (shock) =>
        'firm' in shock &&
        kinds.has(shock.kind) &&
        [firm, 'all'].includes(shock.firm) &&
        shock.size > 0,
    );

  const behind = (origin: string, { cause, round }: LedgerLine): Source['behind'] => {
    if (cause !== 'holding' && isHit(origin, HITS_FUNDING)) return 'spark';
    const last = round === tail ? round : round - 1;
    const sums = usdUpTo.get(origin);
    const just = Math.max(1, round - 1);
    const lost = (first: number): boolean =>
      sums !== undefined && last >= first && sums[last]! > sums[first - 1]!;
    if (cause === 'holding' && lost(just)) return [just, last];
    if (lost(1)) return [1, last];
    return isHit(origin, HITS_MEANS) ? 'spark' : 'untraced';
  };

  const sourceOf = (firm: string, line: LedgerLine): Source => {
    const { cause, deal, usd } = line;
    if (line.cause === 'own-shock' || line.firm === undefined || line.firm === firm) {
      return { cause, deal, usd, origin: null, behind: 'spark' };
    }
    return { cause, deal, usd, origin: line.firm, behind: behind(line.firm, line) };
  };

  return new Map(
    [...ledgers].map(([id, ledger]) => {
      const perRound: Source[][] = Array.from({ length: count + 1 }, () => []);
      const selfUsd = new Float64Array(count + 1);
      for (const line of ledger) {
        if (isPrimary(id, line)) perRound[line.round]!.push(sourceOf(id, line));
        else selfUsd[line.round]! += line.usd;
      }
      return [
        id,
        {
          rounds: withOwn(perRound, selfUsd, {
            funding: isHit(id, HITS_FUNDING),
            means: isHit(id, HITS_MEANS),
          }),
          usdInRound: usdInRound.get(id)!,
          usdUpTo: usdUpTo.get(id)!,
        },
      ];
    }),
  );
};

/** Share what a firm's own weakness took over all that others and the shock had taken by then. */
const withOwn = (
  perRound: readonly (readonly Source[])[],
  selfUsd: Float64Array,
  hit: { readonly funding: boolean; readonly means: boolean },
): readonly (readonly Source[])[] =>
  perRound.map((sources, round) => {
    const own = selfUsd[round]!;
    if (own === 0) return sources;
    const earlier = hit.funding ? [] : perRound.slice(1, round + 1).flat();
    const total = earlier.reduce((sum, { usd }) => sum + usd, 0);
    if (total > 0) {
      const shares = earlier.map((source) => ({ ...source, usd: (own * source.usd) / total }));
      return [...sources, ...shares];
    }
    const behind = hit.means ? 'spark' : 'untraced';
    const cause = hit.means ? 'own-shock' : 'failure-cost';
    return [...sources, { cause, deal: undefined, usd: own, origin: null, behind }];
  });
