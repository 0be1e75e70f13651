import type { Speaker } from '../../tell/words/words.ts';
import type { Circularity } from './circularity-document.ts';

/**
 * How circular a web's money is, in one sentence that can be quoted, with what it counts.
 *
 * @param share writes a fraction as the reader's page or terminal does
 */
export const circularitySentence = (
  document: Circularity,
  { say, count, money }: Speaker,
  share: (fraction: number) => string,
): string => {
  const { receipt, grossUsd, circularShare, maxCirculationUsd, loops } = document;
  const { basis, hops, network, year } = receipt;
  const kind = basis === 'announced' ? 'announced' : 'binding';
  const day = network.asOf;
  if (circularShare === null) return say(`loops.none.${kind}`, { day });
  return count(`loops.about.${kind}`, loops.length, {
    gross: money(grossUsd),
    year: year === undefined ? '' : say('loops.in-year', { year }),
    day,
    share: share(circularShare),
    most: money(maxCirculationUsd),
    hops,
    priced: loops.filter(({ usd }) => usd !== null).length,
  });
};
