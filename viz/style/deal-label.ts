import type { Deal } from '../../src/data/schema.ts';
import { money } from '../../src/tell/money.ts';
import type { Language } from '../../src/tell/words/languages.ts';
import { percent } from '../i18n/number.ts';
import { say } from '../i18n/say.ts';
import { dealAmountUsd, type WidthBasis } from './deal-amount.ts';
import { dealLook } from './deal-style.ts';

/** A deal in a few words, for its line on the map: `order · $300bn`, `股权 · 27%`. */
export const dealLabel = (deal: Deal, basis: WidthBasis, language: Language): string => {
  const usd = dealAmountUsd(deal, basis);
  const kind = say(language, `deal-label.${dealLook(deal)}`);
  const stake = deal.kind === 'equity' && deal.stake !== undefined ? percent(deal.stake) : null;
  const dollars =
    usd === null
      ? null
      : basis === 'per-year'
        ? say(language, 'deal-label.per-year', { usd: money(language, usd) })
        : money(language, usd);
  const figures = [dollars, stake].filter((figure) => figure !== null);
  return [kind, ...(figures.length > 0 ? figures : [say(language, 'deal-label.unknown')])].join(
    ' · ',
  );
};
