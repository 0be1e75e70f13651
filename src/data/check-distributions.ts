import { found } from '../base/found.ts';
import { meantHint, nearestIds } from '../base/nearest.ts';
import type { Report } from './place.ts';
import {
  AMOUNT_BASES,
  CONFIDENCES,
  type Distribution,
  type NetworkDocument,
  STATUSES,
} from './schema.ts';

/** Numbers of a model that may be drawn, by name, and where the model takes them. */
export type DrawableParameters = Readonly<
  Record<string, { readonly min: number; readonly max: number }>
>;

/** What `of` may say, and the numbers that the figure takes; names undefined: no model says which there are. */
const domainOf = ({ figure, of }: Distribution, drawable: DrawableParameters | undefined) => {
  if (figure === 'parameter') {
    const { min, max } = drawable?.[of] ?? {
      min: Number.NEGATIVE_INFINITY,
      max: Number.POSITIVE_INFINITY,
    };
    return { of: drawable && Object.keys(drawable), min, max };
  }
  if (figure === 'paidShare') {
    return { of: STATUSES.filter((status) => status !== 'cancelled'), min: 0, max: 1 };
  }
  const bases = figure === 'dealDollars' ? AMOUNT_BASES : [];
  return { of: [...CONFIDENCES, ...bases], min: 0, max: Number.POSITIVE_INFINITY };
};

const checkShape = (row: Distribution, index: number, report: Report): void => {
  const { shape, low, mode, high } = row;
  const at = (field: string) => ['uncertainty', index, field];
  if (low > high) {
    report(at('low'), { found: String(low), expected: `at most high, ${high}` });
  }
  if (shape === 'triangular' && (mode === undefined || mode < low || mode > high)) {
    const what = mode === undefined ? 'nothing' : String(mode);
    report(at('mode'), { found: what, expected: `a number from low, ${low}, to high, ${high}` });
  }
  if (shape === 'uniform' && mode !== undefined) {
    report(at('mode'), { found: String(mode), expected: 'nothing: a uniform shape has no peak' });
  }
};

/**
 * Ranges run upwards and stay where the figure makes sense; one row says how sure a figure is.
 *
 * @param drawable  the parameters that rows may name; without it, rows of parameters may name any
 */
export const checkDistributions = (
  document: NetworkDocument,
  report: Report,
  drawable?: DrawableParameters,
): void => {
  const seen = new Set<string>();
  document.uncertainty?.forEach((row, index) => {
    const { figure, of, low, high, probability } = row;
    const at = (field: string) => ['uncertainty', index, field];
    const domain = domainOf(row, drawable);
    const names: readonly string[] = domain.of ?? [of];
    if (!names.includes(of)) {
      const hint = meantHint(nearestIds(of, names));
      const facts = { found: found(of), expected: `one of ${names.join(', ')}` };
      report(at('of'), { ...facts, ...(hint === undefined ? {} : { hint }) });
      return;
    }
    if (seen.has(`${figure} ${of}`)) {
      const expected = 'one row per figure and kind of record';
      report(at('of'), { found: `${figure} of ${of} a second time`, expected });
    }
    seen.add(`${figure} ${of}`);
    for (const [field, value] of Object.entries({ low, high })) {
      if (value >= domain.min && value <= domain.max) continue;
      const expected =
        domain.max === Number.POSITIVE_INFINITY
          ? 'a factor of at least 0'
          : `a number from ${domain.min} to ${domain.max}`;
      report(at(field), { found: String(value), expected });
    }
    if (probability !== undefined && figure !== 'paidShare') {
      const expected = 'nothing: only a deal stands or falls as a whole';
      report(at('probability'), { found: String(probability), expected });
    }
    checkShape(row, index, report);
  });
};
