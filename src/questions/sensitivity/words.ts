import type { InputRef } from '../../models/chained-boats/inputs/input-ref.ts';
import type { Names } from '../../tell/names.ts';
import type { Target } from './sensitivity-schema.ts';

const FIGURES = ['valueUsd', 'revenueUsd', 'operatingIncomeUsd', 'cashUsd', 'debtUsd'] as const;

const figureWords = (field: string, names: Names): string => {
  const known = FIGURES.find((one) => one === field);
  return known === undefined ? field : names.say(`sensitivity.figure.${known}`);
};

/** An input as a person would call it. */
export const inputWords = (input: InputRef, names: Names): string => {
  switch (input.kind) {
    case 'deal':
      return names.say('sensitivity.of-deal', {
        field: names.say(`sensitivity.field.${input.field}`),
        deal: names.deal(input.deal),
      });
    case 'firm':
      return names.say('sensitivity.of-firm', {
        field: figureWords(input.field, names),
        firm: names.firm(input.firm),
      });
    case 'parameter':
      return names.say('sensitivity.parameter', { parameter: input.parameter });
    case 'weight':
      return names.say('sensitivity.weight', {
        status: names.say(`sensitivity.status.${input.status}`),
      });
    case 'per-gigawatt':
      return names.say('sensitivity.per-gigawatt', { row: input.row });
    case 'shock':
      return names.say('sensitivity.shock', { index: input.index + 1 });
  }
};

/** What is asked about, as the subject of a sentence. */
export const targetWords = (target: Target, names: Names): string => {
  switch (target.kind) {
    case 'gross-loss':
      return names.say('sensitivity.gross');
    case 'owners-loss':
      return names.say('sensitivity.owners');
    case 'firm-loss':
      return names.say('sensitivity.firm-loss', { firm: names.firm(target.firm) });
    case 'layer-loss':
      return names.say('sensitivity.layer-loss', { layer: target.layer });
    case 'gap':
      return target.firm === null
        ? names.say('sensitivity.gap')
        : names.say('sensitivity.firm-gap', { firm: names.firm(target.firm) });
  }
};

/** A value of an input, in its unit. */
export const valueText = (value: number | string, unit: string, names: Names): string => {
  if (typeof value === 'string') return value;
  return unit.startsWith('USD') ? names.money(value) : String(Number(value.toPrecision(4)));
};
