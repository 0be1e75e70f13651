import type { Cascade } from '../models/cascade.ts';
import type { Shock, TimeSpan } from '../scenario/schema.ts';
import { count, dollars, percent } from './figures.ts';
import { isLoser } from './losers.ts';
import type { Names } from './names.ts';

const shockWords = (shock: Shock, names: Names): string => {
  const size = percent(shock.size);
  const whom = (id: string): string => (id === 'all' ? 'every firm' : names.firm(id));
  switch (shock.kind) {
    case 'revenue':
      return `${whom(shock.firm)} misses revenue by ${size}`;
    case 'value':
      return `${whom(shock.firm)} is marked down by ${size}`;
    case 'funding':
      return `${whom(shock.firm)} loses ${size} of its outside funding`;
    case 'capacity':
      return `${whom(shock.firm)} delivers ${size} less`;
    case 'default':
      return shock.size === 1
        ? `${whom(shock.firm)} fails outright`
        : `${whom(shock.firm)} defaults on ${size}`;
    case 'cancel':
      return shock.size === 1
        ? `${names.deal(shock.deal)} is torn up`
        : `${size} of ${names.deal(shock.deal)} is torn up`;
    case 'multiple':
      return `core values in the layer “${shock.layer}” are re-rated by -${size}`;
  }
};

export const timeWords = (time: TimeSpan | undefined): string => {
  if (time === undefined) return '';
  if (time.mode === 'year') return `in ${time.year}`;
  const [first, last] = time.window;
  return time.mode === 'path'
    ? `year by year over ${first}-${last}`
    : `over ${first}-${last}, mean year`;
};

const listed = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;

/** What was asked: shocks, cuts, models, time and day of the data, as the first half of a sentence. */
export const conditionOf = (
  { scenario, network }: Pick<Cascade['receipt'], 'scenario' | 'network'>,
  under: string,
  names: Names,
): string => {
  const cuts = (scenario.cuts ?? []).map((deal) => `${names.deal(deal)} is cut`);
  const what = listed([...scenario.shocks.map((shock) => shockWords(shock, names)), ...cuts]);
  const when = [timeWords(scenario.time), `as of ${network.asOf}`].filter(Boolean).join(', ');
  return `If ${what || 'nothing happens'}, under ${under}, ${when}`;
};

/** What was asked and what came out, in one sober sentence. */
export const sentenceOf = ({ receipt, model, firms, totals }: Cascade, names: Names): string => {
  const losers = firms.filter(isLoser).length;
  const outcome =
    losers === 0
      ? 'no firm loses value'
      : `${count(losers, 'firm')} ${losers === 1 ? 'loses' : 'lose'} ${dollars(totals.grossLossUsd)} of value, ` +
        `${dollars(totals.ownersLossUsd)} of it borne by final owners`;
  return `${conditionOf(receipt, model, names)}: ${outcome}.`;
};
