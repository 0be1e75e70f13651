import { DataError } from '../base/errors.ts';
import { found } from '../base/found.ts';
import { checkDistributions, type DrawableParameters } from './check-distributions.ts';
import { checkReferences } from './check-references.ts';
import type { PlaceOf, Report } from './place.ts';
import { dealOn } from './resolve-deal.ts';
import type { Deal, Equity, NetworkDocument } from './schema.ts';

/** Rounding that stakes given in decimals may show when they are summed. */
const TOLERANCE = 1e-9;

interface Holding {
  readonly deal: Equity;
  readonly index: number;
}

/** The part of the issuer that a deal holds on `day` and that no other deal already counts. */
const stakeOn = (deal: Equity, day: string): number => {
  if ((deal.announcedOn ?? '') > day) return 0;
  const state = dealOn(deal, day) as Equity;
  if (state.status === 'cancelled') return 0;
  const counted = state.within === undefined ? 0 : (state.withinShare ?? 1);
  return (state.stake ?? 0) * (1 - counted);
};

const daysOf = (holdings: readonly Holding[]): string[] => {
  const days = holdings.flatMap(({ deal }) => [
    deal.announcedOn ?? '',
    ...(deal.history ?? []).map(({ on }) => on),
  ]);
  return [...new Set(days)].sort();
};

/** Stakes in one issuer never sum above 1, on no day; contingent warrants count as if exercised. */
const checkStakes = (document: NetworkDocument, report: Report): void => {
  const byIssuer = new Map<string, Holding[]>();
  document.deals.forEach((deal, index) => {
    if (deal.kind !== 'equity') return;
    byIssuer.set(deal.issuer, [...(byIssuer.get(deal.issuer) ?? []), { deal, index }]);
  });
  for (const [issuer, holdings] of byIssuer) {
    for (const day of daysOf(holdings)) {
      const held = holdings.filter(({ deal }) => stakeOn(deal, day) > 0);
      const sum = held.reduce((total, { deal }) => total + stakeOn(deal, day), 0);
      if (sum <= 1 + TOLERANCE) continue;
      const since = day === '' ? '' : ` on ${day}`;
      report(['deals', held.at(-1)!.index, 'stake'], {
        found: `stakes in ${issuer} that sum to ${Number(sum.toFixed(6))}${since}`,
        expected: 'at most 1',
        hint: `They are ${held.map(({ deal }) => deal.id).join(', ')}.`,
      });
      break;
    }
  }
};

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
const checkAmounts = (document: NetworkDocument, report: Report): void => {
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

const checkOrder = (
  list: 'firms' | 'deals',
  index: number,
  history: readonly { on: string }[],
  report: Report,
): void => {
  history.forEach(({ on }, at) => {
    const before = history[at - 1]?.on;
    if (before === undefined || before <= on) return;
    const expected = `a day not before ${before}, the entry above it`;
    report([list, index, 'history', at, 'on'], { found: found(on), expected });
  });
};

/** History runs forward, starts when its deal was announced and stops when the network's does. */
const checkDates = (document: NetworkDocument, report: Report): void => {
  document.firms.forEach(({ history = [] }, index) => {
    checkOrder('firms', index, history, report);
  });
  document.deals.forEach(({ announcedOn, history = [] }, index) => {
    checkOrder('deals', index, history, report);
    const hint = `The network itself says that it is known as of ${document.asOf}.`;
    if (announcedOn !== undefined && announcedOn > document.asOf) {
      const expected = `a day up to ${document.asOf}`;
      report(['deals', index, 'announcedOn'], { found: found(announcedOn), expected, hint });
    }
    if (announcedOn === undefined && history.length > 0) {
      const expected = 'the day on which the deal was announced, since it has a history';
      report(['deals', index, 'announcedOn'], { found: 'nothing', expected });
    }
    history.forEach(({ on, status }, at) => {
      const path = ['deals', index, 'history', at];
      if (announcedOn !== undefined && on < announcedOn) {
        const expected = `a day not before ${announcedOn}, when the deal was announced`;
        report([...path, 'on'], { found: found(on), expected });
      }
      if (on > document.asOf) {
        report([...path, 'on'], {
          found: found(on),
          expected: `a day up to ${document.asOf}`,
          hint,
        });
      }
      if (status === null) {
        report([...path, 'status'], { found: 'unknown', expected: 'a status' });
      }
    });
  });
};

const CHECKS = [checkReferences, checkDates, checkAmounts, checkStakes];

/** Everything that fields of a document contradict each other in; each field alone is right. */
export const checkDocument = (
  document: NetworkDocument,
  placeOf: PlaceOf,
  drawable?: DrawableParameters,
): DataError[] => {
  const errors: DataError[] = [];
  const report: Report = (path, facts) => {
    errors.push(new DataError({ where: placeOf(path), ...facts }));
  };
  for (const check of CHECKS) check(document, report);
  checkDistributions(document, report, drawable);
  return errors;
};
