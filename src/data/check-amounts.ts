import type { Report } from './place.ts';
import { dealOn } from './resolve-deal.ts';
import type { Deal, NetworkDocument } from './schema.ts';

const WAYS = ['amountUsd', 'perYearUsd', 'schedule'] as const;

const wayProblem = (deal: Deal) => {
  if (deal.kind !== 'order') return undefined;
  const stated = WAYS.filter((way) => deal[way] !== undefined);
  if (stated.length < 2) return undefined;
  return {
    field: stated[1] as string,
    found: stated.join(' and '),
    expected: 'one of amountUsd, perYearUsd, schedule',
    hint: 'A total and a yearly figure are never added; in a history, set the old one to unknown.',
  };
};

const termProblem = ({ startYear, endYear }: Deal) =>
  startYear === undefined || endYear === undefined || startYear <= endYear
    ? undefined
    : { field: 'endYear', found: String(endYear), expected: `${startYear} (startYear) or later` };

const scheduleProblem = (deal: Deal) => {
  if (deal.kind !== 'order') return undefined;
  const years = (deal.schedule ?? []).map(({ year }) => year);
  const twice = years.find((year, index) => years.indexOf(year) !== index);
  if (twice === undefined) return undefined;
  return { field: 'schedule', found: `${twice} twice`, expected: 'each year once' };
};

/** A deal's amount is stated one way and its term runs forward, at the start and after each change. */
export const checkAmounts = (document: NetworkDocument, report: Report): void => {
  document.deals.forEach((deal, index) => {
    const states = [
      { path: ['deals', index], state: deal },
      ...(deal.history ?? []).map(({ on }, at) => ({
        path: ['deals', index, 'history', at],
        state: dealOn(deal, on),
      })),
    ];
    for (const problemOf of [wayProblem, termProblem, scheduleProblem]) {
      for (const { path, state } of states) {
        const problem = problemOf(state);
        if (problem === undefined) continue;
        const { field, ...facts } = problem;
        report([...path, field], facts);
        break;
      }
    }
  });
};
