import type { Cascade } from '../models/cascade.ts';
import type { Shock, TimeSpan } from '../scenario/schema.ts';
import { percent } from './figures.ts';
import { isLoser } from './losers.ts';
import type { Names } from './names.ts';
import type { Speaker } from './words/words.ts';

const shockWords = (shock: Shock, names: Names): string => {
  const { say } = names;
  const size = percent(shock.size);
  const firm = (id: string): string => (id === 'all' ? say('shock.told.all') : names.firm(id));
  switch (shock.kind) {
    case 'revenue':
    case 'value':
    case 'funding':
    case 'capacity':
      return say(`shock.told.${shock.kind}`, { firm: firm(shock.firm), size });
    case 'default': {
      const key = shock.size === 1 ? 'shock.told.default' : 'shock.told.default-in-part';
      return say(key, { firm: firm(shock.firm), size });
    }
    case 'cancel': {
      const key = shock.size === 1 ? 'shock.told.cancel' : 'shock.told.cancel-in-part';
      return say(key, { deal: names.deal(shock.deal), size });
    }
    case 'multiple':
      return say('shock.told.multiple', { layer: shock.layer, size });
  }
};

export const timeWords = (time: TimeSpan | undefined, { say }: Speaker): string => {
  if (time === undefined) return '';
  if (time.mode === 'year') return say('told.year', { year: time.year });
  const [first, last] = time.window;
  return say(time.mode === 'path' ? 'told.path' : 'told.window', { first, last });
};

/** What was asked: shocks, cuts, models, time and day of the data, as the first half of a sentence. */
export const conditionOf = (
  { scenario, network }: Pick<Cascade['receipt'], 'scenario' | 'network'>,
  under: string,
  names: Names,
): string => {
  const { say } = names;
  const cuts = (scenario.cuts ?? []).map((deal) => say('told.cut', { deal: names.deal(deal) }));
  const what = names.list([...scenario.shocks.map((shock) => shockWords(shock, names)), ...cuts]);
  const when = [timeWords(scenario.time, names), say('told.as-of', { day: network.asOf })];
  return say('told.if', {
    what: what || say('told.nothing'),
    model: under,
    when: when.filter(Boolean).join(names.comma),
  });
};

/** What was asked and what came out, in one sober sentence. */
export const sentenceOf = ({ receipt, model, firms, totals }: Cascade, names: Names): string => {
  const losers = firms.filter(isLoser).length;
  const outcome =
    losers === 0
      ? names.say('told.none')
      : names.count('told.loses', losers, {
          usd: names.money(totals.grossLossUsd),
          owners: names.money(totals.ownersLossUsd),
        });
  return names.say('told.answer', { condition: conditionOf(receipt, model, names), outcome });
};
