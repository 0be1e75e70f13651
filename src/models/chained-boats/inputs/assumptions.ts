import { flowBasis } from '../../../data/order-term.ts';
import { isPromise, stakeOf } from './capital-flow.ts';
import type { Records } from './records.ts';
import type { DerivationSettings } from './settings.ts';

/** What was assumed where the facts are silent, by firm or deal: shown beside the results. */
export interface Assumption {
  readonly record: string;
  readonly kind:
    | 'value-unknown'
    | 'revenue-unknown'
    | 'cash-unknown'
    | 'income-unknown'
    | 'order-unknown'
    | 'order-imputed'
    | 'stake-unknown'
    | 'stake-derived';
}

/** Which gaps in the facts the derivation had to bridge. */
export const assumptionsOf = (
  records: Records,
  settings: DerivationSettings,
): readonly Assumption[] => [
  ...records.firms.flatMap((firm): Assumption[] => {
    const unknown: Assumption[] = [];
    const add = (kind: Assumption['kind']) => unknown.push({ record: firm.id, kind });
    if (firm.valueUsd === undefined) add('value-unknown');
    if (firm.revenueUsd === undefined) add('revenue-unknown');
    if (firm.cashUsd === undefined) add('cash-unknown');
    if (firm.operatingIncomeUsd === undefined) add('income-unknown');
    return unknown;
  }),
  ...records.orders.flatMap((order): Assumption[] => {
    const basis = flowBasis(order, settings);
    if (basis === 'unknown') return [{ record: order.id, kind: 'order-unknown' }];
    return basis === 'per-gigawatt' ? [{ record: order.id, kind: 'order-imputed' }] : [];
  }),
  ...records.equities.flatMap((deal): Assumption[] => {
    const issuer = records.firms[records.indexOf.get(deal.issuer) ?? -1];
    const known = issuer && stakeOf(deal, issuer);
    if (!known) return isPromise(deal) ? [] : [{ record: deal.id, kind: 'stake-unknown' }];
    return known.derived ? [{ record: deal.id, kind: 'stake-derived' }] : [];
  }),
];
