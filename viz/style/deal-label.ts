import type { Deal } from '../../src/data/schema.ts';
import { money } from '../i18n/money.ts';
import { percent } from '../i18n/number.ts';
import { dealAmountUsd, type WidthBasis } from './deal-amount.ts';
import { type DealLook, dealLook } from './deal-style.ts';
import type { Language } from './short-name.ts';

const KINDS: Readonly<Record<Language, Readonly<Record<DealLook, string>>>> = {
  en: {
    equity: 'equity',
    order: 'order',
    debt: 'debt',
    warrant: 'warrant',
    guarantee: 'guarantee',
  },
  zh: { equity: '股权', order: '订单', debt: '债务', warrant: '认股权证', guarantee: '担保' },
};

const UNKNOWN: Readonly<Record<Language, string>> = { en: 'amount unknown', zh: '金额未知' };
const PER_YEAR: Readonly<Record<Language, string>> = { en: ' a year', zh: '/年' };

/** A deal in a few words, for its line on the map: `order · $300B`, `股权 · 27%`. */
export const dealLabel = (deal: Deal, basis: WidthBasis, language: Language): string => {
  const usd = dealAmountUsd(deal, basis);
  const kind = KINDS[language][dealLook(deal)];
  const stake = deal.kind === 'equity' && deal.stake !== undefined ? percent(deal.stake) : null;
  const dollars =
    usd === null
      ? null
      : `${money(language, usd)}${basis === 'per-year' ? PER_YEAR[language] : ''}`;
  const figures = [dollars, stake].filter((figure) => figure !== null);
  return [kind, ...(figures.length > 0 ? figures : [UNKNOWN[language]])].join(' · ');
};
