import type { Evidence } from '../../data/evidence.ts';
import type { DealField, InputRef } from '../../models/chained-boats/inputs/input-ref.ts';
import { dollars } from '../../tell/figures.ts';
import type { Names } from '../../tell/names.ts';
import type { Target } from './sensitivity-schema.ts';

const FIELDS: Readonly<Record<DealField, string>> = {
  paidShare: 'share that counts',
  amountUsd: 'amount',
  perYearUsd: 'dollars a year',
  scheduleUsd: 'schedule',
  capacityGw: 'gigawatts',
  takeOrPay: 'take-or-pay share',
  essentiality: 'essentiality',
  withinShare: 'share counted elsewhere',
  stake: 'stake',
  valueUsd: 'worth of the position',
  paidUsd: 'cash put in',
  commitmentUsd: 'promised cash',
  faceUsd: 'face',
  servicePerYearUsd: 'service a year',
};

const FIGURES: Readonly<Record<string, string>> = {
  valueUsd: 'value',
  revenueUsd: 'revenue',
  operatingIncomeUsd: 'operating income',
  cashUsd: 'cash',
  debtUsd: 'debt',
};

/** An input as a person would call it. */
export const inputWords = (input: InputRef, names: Names): string => {
  switch (input.kind) {
    case 'deal':
      return `${FIELDS[input.field]}: ${names.deal(input.deal)}`;
    case 'firm':
      return `${FIGURES[input.field] ?? input.field} of ${names.firm(input.firm)}`;
    case 'parameter':
      return `parameter ${input.parameter}`;
    case 'weight':
      return `share of ${input.status} deals that counts`;
    case 'per-gigawatt':
      return `dollars per gigawatt (${input.row})`;
    case 'shock':
      return `size of shock ${input.index + 1}`;
  }
};

/** What is asked about, as the subject of a sentence. */
export const targetWords = (target: Target, names: Names): string => {
  switch (target.kind) {
    case 'gross-loss':
      return 'the gross loss of value';
    case 'owners-loss':
      return 'the loss to final owners';
    case 'firm-loss':
      return `the loss of ${names.firm(target.firm)}`;
    case 'layer-loss':
      return `the loss of the layer ${target.layer}`;
    case 'gap':
      return target.firm === null
        ? 'the outside money a year that the deals need'
        : `the outside money a year that ${names.firm(target.firm)} needs`;
  }
};

/** A value of an input, in its unit. */
export const valueText = (value: number | string, unit: string): string => {
  if (typeof value === 'string') return value;
  return unit.startsWith('USD') ? dollars(value) : String(Number(value.toPrecision(4)));
};

export const EVIDENCE_WORDS: Readonly<Record<Evidence, string>> = {
  filed: 'filed with an authority',
  announced: 'announced by the firms',
  reported: 'reported by the press',
  estimated: 'estimated or worked out',
  assumed: 'assumed (parameters, status weights)',
  unsourced: 'no source on record',
};
