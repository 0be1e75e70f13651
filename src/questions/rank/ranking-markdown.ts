import { scoreText, unitText } from '../../measures/score-text.ts';
import { type MarkdownColumn, markdownTable } from '../../tell/markdown-table.ts';
import type { Ranking } from './ranking.ts';

/** A ranking as a Markdown table, with the conventions of its measures below. */
export const rankingToMarkdown = (ranking: Ranking): string => {
  const { measures, firms, receipt, leftOut } = ranking;
  const columns: MarkdownColumn[] = [
    { header: 'rank', align: 'right' },
    { header: 'firm', align: 'left' },
    ...measures.map(({ title, unit }): MarkdownColumn => {
      const words = unitText(unit);
      return { header: words === '' ? title.en : `${title.en} (${words})`, align: 'right' };
    }),
  ];
  const rows = firms.map(({ id, rank, scores }) => [
    rank === null ? '–' : String(rank),
    id,
    ...measures.map((measure) => scoreText(scores[measure.id] ?? null, measure.unit)),
  ]);
  const deals = leftOut.length === 1 ? 'deal' : 'deals';
  return [
    markdownTable(columns, rows),
    `\n${receipt.network.name}, as of ${receipt.network.asOf}; layers: ${receipt.layers.join(', ')}; `,
    `${leftOut.length} ${deals} without known dollars left out.\n\n`,
    ...measures.map(
      ({ title, convention, source }) => `- ${title.en}: ${convention} Source: ${source}.\n`,
    ),
  ].join('');
};
