import type { Evidence } from '../../../data/evidence.ts';
import type { Node, Tape } from '../../../numerics/program/tape.ts';
import { type InputRef, inputKey } from './input-ref.ts';

/** One figure that goes into a result, as a leaf of the tape. */
export interface Figure {
  readonly input: InputRef;
  readonly leaf: Node;
  readonly value: number;
  readonly unit: string;
  /** Where the model takes it. */
  readonly min: number;
  readonly max: number;
  readonly evidence: Evidence;
}

/** What is known about a figure when it is first used. */
export type FigureFacts = Omit<Figure, 'input' | 'leaf' | 'min' | 'max'> &
  Partial<Pick<Figure, 'min' | 'max'>> & {
    /** What the leaf holds where that isn't the value itself: 0 for a change to something else. */
    readonly held?: number;
  };

/** The figures of a calculation: each is put on the tape when first asked for, and once. */
export interface Figures {
  readonly leaf: (input: InputRef, facts: () => FigureFacts) => Node;
  readonly all: () => readonly Figure[];
}

export const newFigures = (tape: Tape): Figures => {
  const byKey = new Map<string, Figure>();
  return {
    leaf: (input, facts) => {
      const key = inputKey(input);
      const known = byKey.get(key);
      if (known !== undefined) return known.leaf;
      const { held, min = 0, max = Number.POSITIVE_INFINITY, ...rest } = facts();
      const leaf = tape.leaf(held ?? rest.value);
      byKey.set(key, { input, leaf, ...rest, min, max });
      return leaf;
    },
    all: () => [...byKey.values()],
  };
};
