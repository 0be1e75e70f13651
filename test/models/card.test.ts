import { expect, test } from 'vitest';
import { modelCard } from '../../src/models/card.ts';
import type { Model } from '../../src/models/model.ts';
import { MODELS } from '../../src/models/models.ts';
import { ADAPTERS } from '../../src/models/on-web/adapters.ts';
import { PUBLISHED } from '../../src/models/published.ts';

const INTRODUCTION = `# Contagion models

Made from the models' own tables (\`npx vitest run test/models/card.test.ts -u\` writes it again).
How the chained-boats model is solved and attributed stands in the files of \`chained-boats/\`; how
records become its inputs stands in \`chained-boats/inputs/\`.

The published models are asked with plain problems: \`chained-boats solve FILE\`,
\`solve --schema MODEL\` for the form of one. \`chained-boats compare\` asks them about the web, each
through a mapping in its \`on-web.ts\`; what a mapping loses is said in its card.
`;

const published: readonly Model[] = Object.values(PUBLISHED);

const cardOf = (model: Model): string =>
  modelCard(
    model,
    ADAPTERS.find((adapter) => adapter.model === model.id && model.id !== 'chained-boats'),
  );

test('the model cards say what the code says', async () => {
  const cards = [INTRODUCTION, ...[...MODELS, ...published].map(cardOf)].join('\n');
  await expect(cards).toMatchFileSnapshot('../../src/models/README.md');
});

test('adapters of one model map alike: the card can say it once', () => {
  for (const { model, maps, loses } of ADAPTERS) {
    const first = ADAPTERS.find((adapter) => adapter.model === model)!;
    expect({ maps, loses }).toEqual({ maps: first.maps, loses: first.loses });
  }
});

test.each([...MODELS, ...published])('$id: every parameter once, with its default', (model) => {
  const rows = cardOf(model).split('\n');
  for (const [name, parameter] of Object.entries(model.parameters)) {
    const own = rows.filter((row) => row.startsWith(`| \`${name}\` |`));
    expect(own).toHaveLength(1);
    expect(own[0]).toContain(`| ${parameter.default} |`);
    expect(own[0]!.split('|')).toHaveLength(7);
  }
});

test.each(published)('$id: sources with DOI, and words in both languages', (model) => {
  expect(model.references.length).toBeGreaterThan(0);
  for (const { text, doi } of model.references) {
    expect(doi).toMatch(/^10\.\d{4,9}\/\S+$/);
    expect(text).toMatch(/\(\d{4}\)/);
  }
  const meanings = Object.values(model.parameters).map(({ meaning }) => meaning);
  for (const words of [model.title, model.tells, ...model.blindTo, ...meanings]) {
    expect(words.en).toMatch(/[a-z]/i);
    expect(words.zh).toMatch(/\p{Script=Han}/u);
  }
});
