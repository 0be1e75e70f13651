import { expect, test } from 'vitest';
import { modelCard } from '../../src/contagion/card.ts';
import { MODELS } from '../../src/contagion/models.ts';

const INTRODUCTION = `# Contagion models

Made from the models' own tables (\`npx vitest run test/contagion/card.test.ts -u\` writes it again).
How the chained-boats model is solved and attributed stands in the files of \`chained-boats/\`; how
records become its inputs stands in \`../network/inputs/\`.
`;

test('the model cards say what the code says', async () => {
  const cards = [INTRODUCTION, ...MODELS.map(modelCard)].join('\n');
  await expect(cards).toMatchFileSnapshot('../../src/contagion/README.md');
});

test('every parameter stands in the card with its default, once', () => {
  for (const model of MODELS) {
    const rows = modelCard(model).split('\n');
    for (const [name, parameter] of Object.entries(model.parameters)) {
      const own = rows.filter((row) => row.startsWith(`| \`${name}\` |`));
      expect(own).toHaveLength(1);
      expect(own[0]).toContain(`| ${parameter.default} |`);
    }
  }
});
