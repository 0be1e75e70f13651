import type { Cascade, LedgerLine } from '../../src/models/cascade.ts';
import { money } from '../../src/tell/money.ts';
import type { Language } from '../../src/tell/words/languages.ts';
import { listOf } from '../i18n/number.ts';
import { say, sayCount } from '../i18n/say.ts';
import type { Step } from './playback.ts';

interface Hit {
  readonly firm: string;
  readonly usd: number;
  readonly main: LedgerLine;
}

const NAMED = 3;

const hitsIn = (cascade: Cascade, step: Step, first: number, last: number): readonly Hit[] =>
  cascade.firms
    .flatMap(({ id, ledger, valueKnown }) => {
      if (!valueKnown) return [];
      const lines = ledger.filter(({ round }) => round >= first && round <= last);
      const usd = lines.reduce((sum, line) => sum + line.usd, 0);
      const main = lines.toSorted((a, b) => b.usd - a.usd)[0];
      return main && usd > 0 && step.lossUsd > 0 ? [{ firm: id, usd, main }] : [];
    })
    .sort((a, b) => b.usd - a.usd);

/** `Round 3`, `Rounds 6–41`. */
export const stepLabel = (language: Language, { firstRound, lastRound }: Step): string =>
  say(language, firstRound === lastRound ? 'scrubber.round' : 'scrubber.rounds', {
    from: firstRound,
    to: lastRound,
  });

/**
 * One sentence on what a step of the cascade did, from the ledgers of that run: its loss, the firms
 * that lose most with the cause and who lit them, and who fails.
 *
 * @param name  the name of a firm in that language
 */
export const roundCaption = (
  language: Language,
  cascade: Cascade,
  step: Step | undefined,
  name: (firm: string) => string,
): string => {
  if (!step) return say(language, 'caption.before');
  const label = stepLabel(language, step);
  const rounds = cascade.rounds.slice(step.from - 1, step.to).map(({ round }) => round);
  const hits = hitsIn(cascade, step, Math.min(...rounds), Math.max(...rounds));
  if (hits.length === 0) return say(language, 'caption.nothing', { label });
  const named = hits.slice(0, NAMED).map(({ firm, usd, main }) =>
    say(language, main.firm ? 'caption.hit.other' : 'caption.hit', {
      firm: name(firm),
      usd: money(language, usd),
      cause: say(language, `cause.${main.cause}`),
      other: main.firm ? name(main.firm) : '',
    }),
  );
  const rest = hits.slice(NAMED);
  const restUsd = rest.reduce((sum, { usd }) => sum + usd, 0);
  const more =
    rest.length === 0
      ? []
      : [sayCount(language, 'caption.more', rest.length, { usd: money(language, restUsd) })];
  const parts = [
    say(language, 'caption.takes', { label, usd: money(language, step.lossUsd) }),
    [...named, ...more].join(say(language, 'caption.join')) + say(language, 'caption.end'),
  ];
  if (step.failed.length > 0) {
    const firms = listOf(language, step.failed.map(name));
    parts.push(sayCount(language, 'caption.fails', step.failed.length, { firms }));
  }
  return parts.join(say(language, 'sentence.gap'));
};
