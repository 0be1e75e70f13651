import { valuesOf } from './dependency.ts';

export interface Holdings {
  /** A, n×n by rows. */
  readonly dependency: Float64Array;
  readonly assets: Float64Array;
  readonly failureValues: Float64Array;
  /** What the failure of each firm costs it. */
  readonly costs: Float64Array;
}

export interface Failures {
  readonly values: Float64Array;
  readonly waves: readonly (readonly number[])[];
  readonly failed: readonly boolean[];
  readonly rounds: number;
}

/** A value that reaches its threshold up to this relative gap holds: ties don't fail. */
const TIE = 1e-12;

const isBelow = (value: number, threshold: number): boolean => value < threshold * (1 - TIE);

const valuesWith = (holdings: Holdings, failed: readonly boolean[]): Float64Array =>
  valuesOf(
    holdings.dependency,
    holdings.assets.map((worth, i) => worth - (failed[i] ? holdings.costs[i]! : 0)),
  );

/**
 * Start with no failure; every wave is the set of firms that the values of the last one bring below
 * their threshold. Ends in the least consistent set of failures (Elliott, Golub and Jackson 2014,
 * section II.E).
 */
export const failuresFromBest = (holdings: Holdings): Failures => {
  const failed = new Array<boolean>(holdings.assets.length).fill(false);
  const waves: number[][] = [];
  for (;;) {
    const values = valuesWith(holdings, failed);
    const wave = [...values.keys()].filter(
      (i) => !failed[i] && isBelow(values[i]!, holdings.failureValues[i]!),
    );
    if (wave.length === 0) return { values, waves, failed, rounds: waves.length + 1 };
    for (const i of wave) failed[i] = true;
    waves.push(wave);
  }
};

/** Start with every firm failed and take back those that hold all the same: the greatest set. */
export const failuresFromWorst = (holdings: Holdings): Failures => {
  const failed = new Array<boolean>(holdings.assets.length).fill(true);
  for (let rounds = 1; ; rounds++) {
    const values = valuesWith(holdings, failed);
    const saved = [...values.keys()].filter(
      (i) => failed[i] && !isBelow(values[i]!, holdings.failureValues[i]!),
    );
    if (saved.length === 0) {
      const wave = [...values.keys()].filter((i) => failed[i]);
      return { values, waves: wave.length === 0 ? [] : [wave], failed, rounds };
    }
    for (const i of saved) failed[i] = false;
  }
};
