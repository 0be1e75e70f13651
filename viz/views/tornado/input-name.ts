import type { Network } from '../../../src/data/graph.ts';
import type { InputRef } from '../../../src/models/chained-boats/inputs/input-ref.ts';
import { chainedBoatsParameters } from '../../../src/models/chained-boats/parameters.ts';
import { inLanguage, type Language } from '../../../src/tell/words/languages.ts';
import { say, word } from '../../i18n/say.ts';
import { dealName, firmName } from '../../panels/sentence-text.ts';

const NAMED = [
  'paidShare',
  'valueUsd',
  'revenueUsd',
  'operatingIncomeUsd',
  'cashUsd',
  'debtUsd',
] as const;

const isNamed = (field: string): field is (typeof NAMED)[number] =>
  (NAMED as readonly string[]).includes(field);

/** `amountUsd` as words: `amount`. */
const fieldText = (language: Language, field: string): string => {
  if (isNamed(field)) return say(language, `view.tornado.${field}`);
  return field
    .replace(/^model\./, '')
    .replace(/Usd$/, '')
    .replace(/([A-Z])/g, ' $1')
    .toLowerCase();
};

/** What an input is called in the reader's language. */
export const inputName = (language: Language, network: Network, input: InputRef): string => {
  switch (input.kind) {
    case 'deal':
      return `${dealName(language, network, input.deal)}: ${fieldText(language, input.field)}`;
    case 'firm':
      return `${firmName(language, network, input.firm)}: ${fieldText(language, input.field)}`;
    case 'parameter': {
      const known = Object.entries(chainedBoatsParameters).find(
        ([name]) => name === input.parameter,
      );
      return known === undefined ? input.parameter : inLanguage(language, known[1].meaning);
    }
    case 'weight':
      return say(language, 'view.tornado.weight', {
        status: word(language, 'status', input.status),
      });
    case 'per-gigawatt':
      return say(language, 'view.tornado.perGigawatt', { row: input.row });
    case 'shock':
      return say(language, 'view.tornado.shock', { index: input.index + 1 });
  }
};
