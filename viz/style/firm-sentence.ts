import type { Network } from '../../src/data/graph.ts';
import { money } from '../i18n/money.ts';
import { percent } from '../i18n/number.ts';
import { layerLook } from './layers.ts';
import type { Language } from './short-name.ts';
import type { FirmFrame } from './timeline.ts';

const WORDS = {
  en: {
    join: ', ',
    value: (usd: string, estimated: boolean) => `value ${estimated ? 'about ' : ''}${usd}`,
    unknown: 'value unknown',
    loses: (share: string) => `loses ${share}`,
    failed: 'fails',
    hit: (round: number) => `hit in round ${round}`,
    hitBy: (round: number, by: string) => `hit in round ${round} by ${by}`,
  },
  zh: {
    join: '，',
    value: (usd: string, estimated: boolean) => `价值${estimated ? '约' : ''}${usd}`,
    unknown: '价值未知',
    loses: (share: string) => `损失${share}`,
    failed: '倒下',
    hit: (round: number) => `第${round}轮受到冲击`,
    hitBy: (round: number, by: string) => `第${round}轮被${by}波及`,
  },
} as const;

/** A firm on the map in words, for those who hear it: name, layer, value, loss, who lit it. */
export const firmSentence = (
  network: Network,
  id: string,
  language: Language,
  outcome: FirmFrame | undefined,
): string => {
  const words = WORDS[language];
  const nameOf = (firm: string): string => {
    const { name } = network.getNodeAttributes(firm);
    return language === 'zh' ? (name.zh ?? name.en) : name.en;
  };
  const { layer, valueUsd, listed } = network.getNodeAttributes(id);
  const parts = [nameOf(id), layerLook(layer).name[language].toLowerCase()];
  parts.push(
    valueUsd === undefined
      ? words.unknown
      : words.value(money(language, valueUsd), listed !== true),
  );
  if (outcome?.lossFraction) parts.push(words.loses(percent(outcome.lossFraction)));
  if (outcome?.failed) parts.push(words.failed);
  if (outcome?.hit) {
    const { round, igniter } = outcome.hit;
    const named = igniter !== undefined && network.hasNode(igniter);
    parts.push(named ? words.hitBy(round, nameOf(igniter)) : words.hit(round));
  }
  return parts.join(words.join);
};
