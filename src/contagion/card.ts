import type { Model } from './model.ts';
import type { Parameter } from './parameter.ts';

const rangeOf = (parameter: Parameter): string =>
  parameter.kind === 'choice'
    ? parameter.choices.join(', ')
    : `${parameter.min} to ${parameter.max}`;

const unitOf = (parameter: Parameter): string =>
  parameter.kind === 'choice' ? 'choice' : parameter.unit;

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** A model's card in Markdown: equation, what it tells, what it is blind to, sources, parameters. */
export const modelCard = (model: Model): string =>
  [
    `## ${model.title.en} (\`${model.id}\`)`,
    '',
    `Equation: ${model.equation}`,
    '',
    `Tells ${model.tells.en}.`,
    '',
    ...(model.inWords ?? []).flatMap(({ en }) => [en, '']),
    'Blind to:',
    '',
    ...model.blindTo.map(({ en }) => `- ${en}`),
    '',
    'Sources:',
    '',
    ...model.references.map(({ text, doi }) => `- ${text}. doi:${doi}`),
    '',
    row(['parameter', 'meaning', 'default', 'range', 'unit']),
    row(['---', '---', '---', '---', '---']),
    ...Object.entries(model.parameters).map(([name, parameter]) =>
      row([
        `\`${name}\``,
        parameter.meaning.en,
        String(parameter.default),
        rangeOf(parameter),
        unitOf(parameter),
      ]),
    ),
    '',
  ].join('\n');
