import type { Ranking } from './ranking.ts';

/** Dollars in billions, other scores with four figures that count. */
const shown = (score: number, unit: string): string =>
  unit.startsWith('usd') ? (score / 1e9).toFixed(2) : Number(score.toPrecision(4)).toString();

const unitShown = (unit: string): string => {
  if (unit === 'usd') return ' ($bn)';
  if (unit === 'usd-per-year') return ' ($bn a year)';
  return unit === 'none' ? '' : ` (${unit})`;
};

const row = (cells: readonly string[]): string =>
  `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |\n`;

/** A ranking as a Markdown table, with the conventions of its measures below. */
export const rankingToMarkdown = (ranking: Ranking): string => {
  const { measures, firms, receipt, leftOut } = ranking;
  const table = firms.map(({ id, rank, scores }) =>
    row([
      rank === null ? '–' : String(rank),
      id,
      ...measures.map((measure) => shown(scores[measure.id] ?? 0, measure.unit)),
    ]),
  );
  const notes = measures.map(
    ({ title, convention, source }) => `- ${title.en}: ${convention} Source: ${source}.\n`,
  );
  return [
    row(['rank', 'firm', ...measures.map(({ title, unit }) => title.en + unitShown(unit))]),
    row(['---:', '---', ...measures.map(() => '---:')]),
    ...table,
    `\n${receipt.network.name}, as of ${receipt.network.asOf}; layers: ${receipt.layers.join(', ')}; `,
    `${leftOut.length} deal${leftOut.length === 1 ? '' : 's'} without known dollars left out.\n\n`,
    ...notes,
  ].join('');
};
