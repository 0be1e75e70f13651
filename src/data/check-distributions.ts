import { found } from '../base/found.ts';
import { meantHint, nearestIds } from '../base/nearest.ts';
import { chainedBoatsParameters } from '../models/chained-boats/parameters.ts';
import type { Report } from './check.ts';
import {
  AMOUNT_BASES,
  CONFIDENCES,
  type Distribution,
  type NetworkDocument,
  STATUSES,
} from './schema.ts';

/**
 * Parameters that say which flows there are, not how large: terms of years and essential inputs; and the slider
 * of shares that are drawn deal by deal.
 */
const NOT_DRAWN: ReadonlySet<string> = new Set([
  'orderTermYears',
  'repaymentYears',
  'essentiality',
  'nonBinding',
]);

const NUMBERS = Object.entries(chainedBoatsParameters).filter(
  ([name, { kind }]) => kind === 'number' && !NOT_DRAWN.has(name),
);

/** What `of` may say, and the numbers that the figure takes. */
const domainOf = ({ figure, of }: Distribution) => {
  if (figure === 'parameter') {
    const parameter = NUMBERS.find(([name]) => name === of)?.[1];
    const [min, max] = parameter?.kind === 'number' ? [parameter.min, parameter.max] : [0, 0];
    return { of: NUMBERS.map(([name]) => name), min, max };
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

/** Ranges run upwards and stay where the figure makes sense; one row says how sure a figure is. */
export const checkDistributions = (document: NetworkDocument, report: Report): void => {
  const seen = new Set<string>();
  document.uncertainty?.forEach((row, index) => {
    const { figure, of, low, high, probability } = row;
    const at = (field: string) => ['uncertainty', index, field];
    const domain = domainOf(row);
    const names: readonly string[] = domain.of;
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
