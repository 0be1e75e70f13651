import type { Network } from '../../src/data/graph.ts';
import { money } from '../../src/tell/money.ts';
import { inLanguage, LANGUAGES, type Language } from '../../src/tell/words/languages.ts';
import { percent } from '../i18n/number.ts';
import { say, word } from '../i18n/say.ts';
import type { FirmFrame } from './timeline.ts';

/** A firm on the map in words, for those who hear it: name, layer, value, loss, who lit it. */
export const firmSentence = (
  network: Network,
  id: string,
  language: Language,
  outcome: FirmFrame | undefined,
): string => {
  const nameOf = (firm: string): string =>
    inLanguage(language, network.getNodeAttribute(firm, 'name'));
  const { layer, valueUsd, listed } = network.getNodeAttributes(id);
  const parts = [nameOf(id), word(language, 'layer', layer).toLowerCase()];
  if (valueUsd === undefined) parts.push(say(language, 'firm-sentence.unknown'));
  else {
    const key = listed === true ? 'firm-sentence.value' : 'firm-sentence.estimate';
    parts.push(say(language, key, { usd: money(language, valueUsd) }));
  }
  if (outcome?.lossFraction) {
    parts.push(say(language, 'firm-sentence.loses', { share: percent(outcome.lossFraction) }));
  }
  if (outcome?.failed) parts.push(say(language, 'firm-sentence.failed'));
  if (outcome?.hit) {
    const { round, igniter } = outcome.hit;
    parts.push(
      igniter !== undefined && network.hasNode(igniter)
        ? say(language, 'firm-sentence.hit-by', { round, firm: nameOf(igniter) })
        : say(language, 'firm-sentence.hit', { round }),
    );
  }
  return parts.join(LANGUAGES[language].comma);
};
