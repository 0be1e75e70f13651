import { UsageError } from '../../base/errors.ts';
import type { Network } from '../../data/graph.ts';
import type { DealKind } from '../../data/schema.ts';
import { MEASURES } from '../../measures/measures.ts';
import { scoreText, unitText } from '../../measures/score-text.ts';
import { type Answer, deliver, deliverAnswer } from '../../tell/deliver.ts';
import { firstOf } from '../../tell/figures.ts';
import type { OutputOptions } from '../../tell/file-format.ts';
import { type Names, namesOf } from '../../tell/names.ts';
import { asText, type Block, paragraph } from '../../tell/report.ts';
import { inLanguage } from '../../tell/words/languages.ts';
import type { ExitCode, Io } from '../io.ts';
import { namedValues } from '../named-values.ts';
import { openNetwork } from '../network-input.ts';
import type { NetworkOptions } from '../options.ts';
import { rank } from './rank.ts';
import type { Ranking } from './ranking.ts';
import { rankingToMarkdown } from './ranking-markdown.ts';
import { rankingTable } from './ranking-table.ts';

export interface RankCommandOptions extends NetworkOptions, OutputOptions {
  readonly top: number;
  readonly by: readonly string[];
  readonly layers?: readonly string[];
  readonly set?: readonly string[];
  readonly from?: string;
  readonly list?: boolean;
}

/** Measures that fit side by side in 80 columns. */
const ABREAST = 4;

type Measures = Ranking['measures'];

const isMoney = (unit: string): boolean => unit.startsWith('usd');

/** The unit under a column's head; empty for a bare number. */
const unitWords = (unit: string, names: Names): string => {
  if (!isMoney(unit)) return unitText(unit);
  return names.say(unit === 'usd' ? 'exposure.unit.usd' : 'exposure.unit.usd-per-year');
};

const scoresTable = (firms: Ranking['firms'], measures: Measures, names: Names): Block => ({
  kind: 'table',
  columns: [
    { header: names.say('rank.rank'), align: 'right' },
    { header: names.say('rank.firm'), align: 'left', shrinks: true },
    ...measures.map(({ title, unit }) => {
      const header = `${inLanguage(names.language, title).replace(' ', '\n')}\n${unitWords(unit, names)}`;
      return { header: header.trimEnd(), align: 'right' } as const;
    }),
  ],
  rows: firms.map(({ id: firm, rank: place, scores }) => [
    place === null ? '–' : String(place),
    names.firm(firm),
    ...measures.map(({ id, unit }) => {
      const score = scores[id] ?? null;
      return isMoney(unit) && score !== null ? names.column(score) : scoreText(score, unit);
    }),
  ]),
});

const rankReport = (ranking: Ranking, names: Names, top: number): readonly Block[] => {
  const { measures, receipt, leftOut } = ranking;
  const firms = firstOf(ranking.firms, top);
  const blocks: Block[] = [
    paragraph(
      names.count('rank.by', leftOut.length, {
        measure: inLanguage(names.language, measures[0]!.title),
        day: receipt.network.asOf,
        layers: receipt.layers.map((layer) => names.say(`rank.layer.${layer}`)).join(', '),
      }),
    ),
  ];
  for (let at = 0; at < measures.length; at += ABREAST) {
    blocks.push(scoresTable(firms, measures.slice(at, at + ABREAST), names));
  }
  const notes = measures.map(({ title, convention }) =>
    paragraph(names.say('rank.note', { measure: inLanguage(names.language, title), convention })),
  );
  return [...blocks, ...notes];
};

/** Pictures of the web show all firms, whatever a list is cut to. */
const answerOf = (ranking: Ranking, network: Network, options: RankCommandOptions): Answer => {
  const { lang, top } = options;
  const shown = { ...ranking, firms: firstOf(ranking.firms, top) };
  return {
    document: ranking,
    table: () => rankingTable(shown),
    markdown: () => rankingToMarkdown(shown),
    blocks: () => rankReport(ranking, namesOf(network, lang), top),
    firms: { network, table: () => rankingTable(ranking) },
  };
};

const parametersOf = (texts: readonly string[]): Record<string, number> =>
  Object.fromEntries(
    Object.entries(namedValues(texts, '--set')).map(([name, value]) => {
      if (typeof value === 'number') return [name, value];
      const found = JSON.stringify(value);
      throw new UsageError({ where: `--set ${name}`, found, expected: 'a number' });
    }),
  );

/** Every measure with what it computes. */
const measuresList = (): readonly Block[] =>
  MEASURES.flatMap(({ id, title, convention, source, parameters }) => [
    paragraph(`${id} - ${title.en}. ${convention} Source: ${source}.`),
    ...Object.entries(parameters).map(([name, parameter]) =>
      paragraph(
        `  --set ${id}.${name}=${parameter.default}: ${parameter.meaning.en}` +
          (parameter.kind === 'number' ? ` (${parameter.min} to ${parameter.max})` : ''),
      ),
    ),
  ]);

/** `rank`: scores of every firm by some measures, ranked by the first. */
export const rankCommand = async (options: RankCommandOptions, io: Io): Promise<ExitCode> => {
  if (options.list) {
    await deliver(asText(measuresList()), options, io);
    return 0;
  }
  const network = await openNetwork(options);
  const ranking = rank(network, {
    by: options.by,
    ...(options.layers === undefined ? {} : { layers: options.layers as readonly DealKind[] }),
    parameters: parametersOf(options.set ?? []),
    ...(options.from === undefined ? {} : { from: options.from }),
  });
  await deliverAnswer(answerOf(ranking, network, options), options, io);
  return 0;
};
