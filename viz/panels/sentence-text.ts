import type { Network } from '../../src/data/graph.ts';
import type { Cascade } from '../../src/models/cascade.ts';
import type { Scenario, Shock, TimeSpan } from '../../src/scenario/schema.ts';
import { money } from '../../src/tell/money.ts';
import { inLanguage, LANGUAGES, type Language } from '../../src/tell/words/languages.ts';
import { day, percent } from '../i18n/number.ts';
import { say, sayCount, word } from '../i18n/say.ts';
import { countLosers } from './count-losers.ts';

export const MODEL_NAME = 'chained-boats';

/**
 * The name of a firm as it stands in a sentence, without what the record adds in brackets; its id
 * where the network of that day has no such firm.
 */
export const firmName = (language: Language, network: Network | null, id: string): string => {
  if (!network?.hasNode(id)) return id;
  const name = inLanguage(language, network.getNodeAttribute(id, 'name'));
  return name.replace(/\s*[(（][^()（）]*[)）]\s*$/u, '') || name;
};

/** `OpenAI → Oracle, cloud commitment`. */
export const dealName = (language: Language, network: Network | null, id: string): string => {
  if (!network?.hasEdge(id)) return id;
  const [payer, payee] = network.extremities(id).map((firm) => firmName(language, network, firm));
  const { instrument } = network.getEdgeAttributes(id);
  return `${payer} → ${payee}${LANGUAGES[language].comma}${word(language, 'instrument', instrument)}`;
};

export const subjectName = (language: Language, network: Network | null, shock: Shock): string => {
  if (shock.kind === 'cancel') return dealName(language, network, shock.deal);
  if (shock.kind === 'multiple') {
    return say(language, 'subject.layer', { layer: word(language, 'layer', shock.layer) });
  }
  return shock.firm === 'all'
    ? say(language, 'subject.all')
    : firmName(language, network, shock.firm);
};

/** What happens, as a verb phrase that fits the subject. */
export const kindPhrase = (language: Language, shock: Shock): string =>
  shock.kind === 'funding' && shock.firm === 'all'
    ? say(language, 'shock.funding.all')
    : say(language, `shock.${shock.kind}`);

export const clauseText = (language: Language, network: Network | null, shock: Shock): string =>
  say(
    language,
    shock.size === 1 && shock.kind === 'cancel' ? 'sentence.clause.default' : clauseKey(shock),
    {
      subject: subjectName(language, network, shock),
      kind: kindPhrase(language, shock),
      size: percent(shock.size),
    },
  );

export const clauseKey = ({ kind }: Shock) => {
  if (kind === 'default') return 'sentence.clause.default';
  return kind === 'cancel' ? 'sentence.clause.cancel' : 'sentence.clause';
};

/** First and last year of a time span; the same year twice for a single year. */
export const yearsOf = (time: TimeSpan): readonly [number, number] =>
  time.mode === 'year' ? [time.year, time.year] : time.window;

export const windowText = (language: Language, time: TimeSpan): string => {
  const [from, to] = yearsOf(time);
  return say(language, from === to ? 'sentence.year' : 'sentence.window', { from, to });
};

/** `32 firms lose $1.2tn.` */
export const resultText = (language: Language, cascade: Cascade | null): string => {
  if (!cascade) return say(language, 'sentence.result.wait');
  const { losers } = countLosers(cascade);
  if (losers === 0) return say(language, 'sentence.result.none');
  return sayCount(language, 'sentence.result', losers, {
    usd: money(language, cascade.totals.grossLossUsd),
  });
};

/** The whole sentence as plain text: page title, shared text, name of the picture. */
export const sentenceText = (
  language: Language,
  facts: {
    readonly network: Network | null;
    readonly scenario: Scenario;
    readonly time: TimeSpan;
    readonly asOf: string;
    readonly cascade: Cascade | null;
  },
): string => {
  const { network, scenario, time, asOf, cascade } = facts;
  const condition = say(language, 'sentence.if', {
    clauses:
      scenario.shocks
        .map((shock) => clauseText(language, network, shock))
        .join(say(language, 'sentence.and')) || say(language, 'sentence.calm'),
    asOf: day(language, asOf),
    model: MODEL_NAME,
    window: windowText(language, time),
  });
  return `${condition}${say(language, 'sentence.gap')}${resultText(language, cascade)}`;
};
