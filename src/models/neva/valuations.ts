import { normalCdf } from '../../numerics/random/normal.ts';

/** What its creditors know of a borrower; money in the currency of the problem. */
export interface Borrower {
  /** After the shock. */
  readonly externalAssets: number;
  /** All that it owes, in the network and outside. */
  readonly due: number;
  readonly dueToFirms: number;
  /** Before the shock, all claims at face value. */
  readonly faceEquity: number;
  /** Standard deviation of the logarithm of its external assets at maturity. */
  readonly assetVolatility: number;
}

export interface Recoveries {
  readonly recovery: number;
  readonly own: number;
  readonly receivable: number;
}

/** The worth of one unit of face value, given the equity of who owes it. */
export type Valuation = (equity: number, borrower: Borrower, recoveries: Recoveries) => number;

const within01 = (value: number): number => Math.min(1, Math.max(0, value));

/** Normal score of the event that lognormal external assets fall by `equity` or more; +half or -half variance. */
const score = (equity: number, { externalAssets, assetVolatility }: Borrower, half: 1 | -1) => {
  const left = 1 - equity / externalAssets;
  if (left <= 0) return Number.NEGATIVE_INFINITY;
  const drift = (half * assetVolatility ** 2) / 2;
  return (Math.log(left) + drift) / assetVolatility;
};

const lognormalDefault = (equity: number, borrower: Borrower): number =>
  normalCdf(score(equity, borrower, 1));

const linearDefault = (equity: number, { faceEquity }: Borrower): number =>
  1 - within01(equity / faceEquity);

/** Solvent, or the share of its debt that what is left covers. */
const paidShare = (equity: number, due: number): number =>
  equity > 0 || due === 0 ? 1 : Math.max((equity + due) / due, 0);

const eisenbergNoe: Valuation = (equity, { due }) => paidShare(equity, due);

const externalSenior: Valuation = (equity, { dueToFirms }) => paidShare(equity, dueToFirms);

const rogersVeraart: Valuation = (equity, { externalAssets, due }, { own, receivable }) =>
  equity > 0 || due === 0
    ? 1
    : ((own - receivable) * externalAssets) / due + receivable * paidShare(equity, due);

const furfine: Valuation = (equity, _, { recovery }) => (equity > 0 ? 1 : recovery);

const linearDebtrank: Valuation = (equity, borrower) => 1 - linearDefault(equity, borrower);

/** Survival, and in default the recovery on what the assets are then expected to be. */
const exAnte = (
  equity: number,
  { externalAssets, due }: Borrower,
  recovery: number,
  defaultAt: (equity: number) => number,
  assetsInDefault: number,
): number => {
  const inDefault = defaultAt(equity);
  if (due === 0) return 1 - inDefault;
  const recovering = inDefault - defaultAt(equity + due);
  const recovered = (1 + (equity - externalAssets) / due) * recovering + assetsInDefault / due;
  return 1 - inDefault + recovery * recovered;
};

const linearDebtrankExAnte: Valuation = (equity, borrower, { recovery }) => {
  const { faceEquity, due } = borrower;
  const low = Math.max(-faceEquity, -equity - due);
  const high = Math.min(-equity, 0);
  const assetsInDefault = high > low ? (high ** 2 - low ** 2) / (2 * faceEquity) : 0;
  const defaultAt = (at: number) => linearDefault(at, borrower);
  return exAnte(equity, borrower, recovery, defaultAt, assetsInDefault);
};

const merton: Valuation = (equity, borrower, { recovery }) => {
  const { externalAssets, due } = borrower;
  const beyondRecovery = normalCdf(score(equity + due, borrower, -1));
  const assetsInDefault =
    externalAssets * (normalCdf(score(equity, borrower, -1)) - beyondRecovery);
  const defaultAt = (at: number) => lognormalDefault(at, borrower);
  return within01(exAnte(equity, borrower, recovery, defaultAt, assetsInDefault));
};

/** Probability that lognormal external assets touch the level of default before maturity. */
const touchingDefault = (equity: number, borrower: Borrower): number => {
  if (equity <= 0) return 1;
  const left = 1 - equity / borrower.externalAssets;
  if (left <= 0) return 0;
  return normalCdf(score(equity, borrower, 1)) + normalCdf(score(equity, borrower, -1)) / left;
};

const blackCox: Valuation = (equity, borrower, { recovery }) =>
  1 + (recovery - 1) * touchingDefault(equity, borrower);

const furfineMerton: Valuation = (equity, borrower, { recovery }) =>
  1 + (recovery - 1) * lognormalDefault(equity, borrower);

/**
 * Valuation functions V(E) of Barucca et al. (2020), section 3 and 4, by name; none falls with equity
 * except the last. That one, linear DebtRank as an ex-ante model, follows the authors' program: its
 * recovery in default counts the fall of the assets and not the assets themselves, so it equals
 * linear DebtRank only where that term vanishes.
 */
export const VALUATIONS = {
  merton,
  'black-cox': blackCox,
  furfine,
  'furfine-merton': furfineMerton,
  'eisenberg-noe': eisenbergNoe,
  'eisenberg-noe-external-senior': externalSenior,
  'rogers-veraart': rogersVeraart,
  'linear-debtrank': linearDebtrank,
  'linear-debtrank-ex-ante': linearDebtrankExAnte,
} as const satisfies Readonly<Record<string, Valuation>>;

export type ValuationId = keyof typeof VALUATIONS;

/** Valuations for which external assets have a lognormal distribution, so must be above 0. */
export const LOGNORMAL: readonly ValuationId[] = ['merton', 'black-cox', 'furfine-merton'];

/** Valuations that count equity in units of its face value, which must be above 0. */
export const LINEAR: readonly ValuationId[] = ['linear-debtrank', 'linear-debtrank-ex-ante'];
