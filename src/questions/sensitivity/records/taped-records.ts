import type { Network } from '../../../data/graph.ts';
import type { Deal, Firm, PerGigawatt } from '../../../data/schema.ts';
import type { Records } from '../../../models/chained-boats/inputs/records.ts';
import {
  type DerivationSettings,
  defaultWeights,
} from '../../../models/chained-boats/inputs/settings.ts';
import {
  type ChainedBoatsParameters,
  chainedBoatsParameters,
} from '../../../models/chained-boats/parameters.ts';
import type { Node, Tape } from '../../../numerics/program/tape.ts';
import type { DealField, FirmField } from '../input-schema.ts';
import { evidenceBook } from './evidence.ts';
import type { Figures } from './figures.ts';

type NumberParameter = {
  readonly [Name in keyof ChainedBoatsParameters]: ChainedBoatsParameters[Name] extends number
    ? Name
    : never;
}[keyof ChainedBoatsParameters];

/** Records and settings whose figures are nodes. */
export interface TapedRecords {
  readonly tape: Tape;
  readonly figures: Figures;
  readonly records: Records;
  readonly settings: DerivationSettings;
  /** A number of the scenario. */
  readonly parameter: (name: NumberParameter) => Node;
  /** The share of a deal that counts: weight of its status, and what is changed of it for this deal. */
  readonly paidShare: (deal: Deal) => Node;
  /** A stated number of a deal. */
  readonly ofDeal: (deal: Deal, field: DealField, value: number) => Node;
  /** Dollars per gigawatt of a row of that table. */
  readonly ofRow: (row: PerGigawatt) => Node;
  /** A stated number of a firm. */
  readonly ofFirm: (firm: Firm, field: FirmField, value: number) => Node;
}

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

const BINDING: ReadonlySet<string> = new Set(['closed', 'signed']);

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

/** Ways to put each figure of a network on a tape, as a leaf of its own. */
export const tapedRecords = (
  tape: Tape,
  figures: Figures,
  network: Network,
  records: Records,
  settings: DerivationSettings,
): TapedRecords => {
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
  return {
    tape,
    figures,
    records,
    settings,
    parameter,
    paidShare: (deal) =>
      ofDeals(deal.id, 'paidShare', () => {
        const byStatus = weight(deal);
        const changed = figures.leaf({ kind: 'deal', deal: deal.id, field: 'paidShare' }, () => {
          const value = tape.value[byStatus]!;
          return { value, held: 0, unit: 'share', max: 1, evidence: 'assumed' };
        });
        return tape.add(byStatus, changed);
      }),
    ofDeal: (deal, field, value) =>
      ofDeals(deal.id, field, () =>
        figures.leaf({ kind: 'deal', deal: deal.id, field }, () => ({
          value,
          ...unitOf(field),
          evidence: evidence.ofDeal(deal),
        })),
      ),
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
