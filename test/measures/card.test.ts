import { expect, test } from 'vitest';
import { MEASURES } from '../../src/measures/measures.ts';
import { markdownTable } from '../../src/tell/markdown-table.ts';

const INTRODUCTION = `# Measures

Figures per firm of the web as it stands, before any shock: \`chained-boats rank --by ID,ID\`. Made from
the measures' own tables (\`npx vitest run test/measures/card.test.ts -u\` writes it again).

Dollars that stand between two firms follow one convention, in \`weights.ts\`. Centralities run on the
deals of the chosen layers as one weighted graph from payer to payee (\`dollar-graph.ts\`). Graphology's
own are used where they are right for a weighted multigraph; closeness there counts steps and not
dollars, and HITS gives up where two groups nearly tie, which tests show.
`;

const column = (header: string) => ({ header, align: 'left' }) as const;

const parametersOf = ({ parameters }: (typeof MEASURES)[number]): string =>
  Object.entries(parameters)
    .map(([name, { default: value }]) => `${name} ${value}`)
    .join(', ');

test('the list of measures says what the code says', async () => {
  const table = markdownTable(
    ['Id', 'Measure', 'What is computed', 'Unit', 'Parameters', 'Source'].map(column),
    MEASURES.map((measure) => [
      `\`${measure.id}\``,
      `${measure.title.en} ${measure.title.zh}`,
      measure.convention,
      measure.unit === 'none' ? '' : measure.unit,
      parametersOf(measure),
      measure.source,
    ]),
  );
  await expect(`${INTRODUCTION}\n${table}`).toMatchFileSnapshot('../../src/measures/README.md');
});
