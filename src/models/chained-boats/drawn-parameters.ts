import { DataError } from '../../base/errors.ts';
import { found } from '../../base/found.ts';
import { meantHint, nearestIds } from '../../base/nearest.ts';
import type { Distribution } from '../../data/schema.ts';
import { chainedBoatsParameters } from './parameters.ts';

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

const DRAWN = Object.entries(chainedBoatsParameters).flatMap(([name, parameter]) =>
  parameter.kind === 'number' && !NOT_DRAWN.has(name) ? [[name, parameter] as const] : [],
);

/**
 * What is wrong with rows that say how sure the model's parameters are: a name that is none or isn't drawn, an
 * end of the range that the parameter doesn't take. Rows of other figures are the data's own and pass.
 */
export const parameterRowProblems = (rows: readonly Distribution[]): readonly DataError[] =>
  rows.flatMap(({ id, figure, of, low, high }) => {
    if (figure !== 'parameter') return [];
    const where = `uncertainty "${id}"`;
    const parameter = DRAWN.find(([name]) => name === of)?.[1];
    if (parameter === undefined) {
      const names = DRAWN.map(([name]) => name);
      const hint = meantHint(nearestIds(of, names));
      const facts = { found: found(of), expected: `one of ${names.join(', ')}` };
      return [new DataError({ where: `${where}, of`, ...facts, ...(hint ? { hint } : {}) })];
    }
    const { min, max } = parameter;
    return Object.entries({ low, high })
      .filter(([, value]) => !(value >= min && value <= max))
      .map(([field, value]) => {
        const expected = `a number from ${min} to ${max}`;
        return new DataError({ where: `${where}, ${field}`, found: String(value), expected });
      });
  });
