import { evidenceBook } from '../../../data/evidence.ts';
import type { Network } from '../../../data/graph.ts';
import type { Deal } from '../../../data/schema.ts';
import type { Node, Tape } from '../../../numerics/program/tape.ts';
import { BINDING, defaultWeights } from '../../../scenario/period.ts';
import { chainedBoatsParameters } from '../parameters.ts';
import { type Facts, type NumberParameter, type Parts, WHOLE } from './facts.ts';
import type { Figures } from './figures.ts';
import type { DealField, FirmField } from './input-ref.ts';
import type { DerivationSettings } from './settings.ts';

const SHARES: ReadonlySet<string> = new Set([
  'takeOrPay',
  'essentiality',
  'withinShare',
  'stake',
  'model.failureThreshold',
  'model.ownRecovery',
  'model.receivableRecovery',
  'model.liquidShare',
]);

const unitOf = (field: string): { readonly unit: string; readonly max?: number } => {
  if (SHARES.has(field)) return { unit: 'share', max: 1 };
  if (field === 'capacityGw') return { unit: 'GW' };
  if (field.endsWith('Elasticity')) return { unit: '% per %' };
  return { unit: 'USD' };
};

/** A node per record and field, made when first asked for: a record is asked for every year. */
const remembered = <Field>() => {
  const known = new Map<string, Map<Field, Node>>();
  return (id: string, field: Field, make: () => Node): Node => {
    const fields = known.get(id) ?? new Map<Field, Node>();
    known.set(id, fields);
    const node = fields.get(field) ?? make();
    fields.set(field, node);
    return node;
  };
};

/** Facts as nodes: each figure of a network is a leaf of its own, put on the tape when first asked for. */
export const tapedFacts = (
  tape: Tape,
  figures: Figures,
  network: Network,
  settings: DerivationSettings,
  parts: Parts = WHOLE,
): Facts<Node> => {
  const evidence = evidenceBook(network);
  const ofDeals = remembered<DealField>();
  const ofFirms = remembered<FirmField>();
  const parameter = (name: NumberParameter): Node =>
    figures.leaf({ kind: 'parameter', parameter: name }, () => {
      const { min, max, unit } = chainedBoatsParameters[name];
      return { value: settings.parameters[name], unit, min, max, evidence: 'assumed' };
    });
  const weight = ({ status }: Deal): Node => {
    const value = settings.weights[status] ?? defaultWeights[status];
    const facts = { value, unit: 'share', max: 1, evidence: 'assumed' } as const;
    const ofStatus = figures.leaf({ kind: 'weight', status }, () => facts);
    return BINDING.has(status) ? ofStatus : tape.multiply(ofStatus, parameter('nonBinding'));
  };
  const ofDeal = (deal: Deal, field: DealField, value: number): Node =>
    ofDeals(deal.id, field, () =>
      figures.leaf({ kind: 'deal', deal: deal.id, field }, () => ({
        value,
        ...unitOf(field),
        evidence: evidence.ofDeal(deal),
      })),
    );
  return {
    algebra: tape,
    settings,
    parameter,
    part: ({ id }) => tape.constant(parts.get(id) ?? 1),
    paidShare: (deal) =>
      ofDeals(deal.id, 'paidShare', () => {
        const byStatus = weight(deal);
        const changed = figures.leaf({ kind: 'deal', deal: deal.id, field: 'paidShare' }, () => {
          const value = tape.value[byStatus]!;
          return { value, held: 0, unit: 'share', max: 1, evidence: 'assumed' };
        });
        return tape.add(byStatus, changed);
      }),
    ofDeal,
    ofSchedule: (deal, usd, totalUsd) =>
      tape.multiply(ofDeal(deal, 'scheduleUsd', totalUsd), tape.constant(usd / totalUsd)),
    ofRow: (row) =>
      figures.leaf({ kind: 'per-gigawatt', row: row.id }, () => ({
        value: row.usdPerGw,
        unit: 'USD per GW',
        evidence: evidence.ofRow(row),
      })),
    ofFirm: (firm, field, value) =>
      ofFirms(firm.id, field, () =>
        figures.leaf({ kind: 'firm', firm: firm.id, field }, () => ({
          value,
          ...unitOf(field),
          ...(field === 'operatingIncomeUsd' ? { min: Number.NEGATIVE_INFINITY } : {}),
          evidence: evidence.ofFirm(firm, field),
        })),
      ),
  };
};
