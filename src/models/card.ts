import type { Parameter } from '../base/parameter.ts';
import type { Model } from './model.ts';

const rangeOf = (parameter: Parameter): string =>
  parameter.kind === 'choice'
    ? parameter.choices.join(', ')
    : `${parameter.min} to ${parameter.max}`;

const unitOf = (parameter: Parameter): string =>
  parameter.kind === 'choice' ? 'choice' : parameter.unit;

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** How the web's records become a model's inputs in `compare`, and what is lost on the way. */
export interface CardMapping {
  readonly unit: { readonly en: string };
  readonly maps: { readonly en: string };
  readonly loses: { readonly en: string };
}

const parameterTable = ({ parameters }: Model): readonly string[] => {
  const entries = Object.entries(parameters);
  if (entries.length === 0) return ['No parameters.'];
  return [
    row(['parameter', 'meaning', 'default', 'range', 'unit']),
    row(['---', '---', '---', '---', '---']),
    ...entries.map(([name, parameter]) =>
      row([
        `\`${name}\``,
        parameter.meaning.en,
        String(parameter.default),
        rangeOf(parameter),
        unitOf(parameter),
      ]),
    ),
  ];
};

const mappingText = ({ unit, maps, loses }: CardMapping): readonly string[] => [
  `On the web (\`compare\`): ${maps.en}. Losses are read as ${unit.en}.`,
  '',
  `Lost in that mapping: ${loses.en}.`,
  '',
];

/**
 * A model's card in Markdown: equation, what it tells, what it is blind to, how it is asked about the
 * web, sources, parameters.
 *
 * @param mapping  left away for a model that needs none
 */
export const modelCard = (model: Model, mapping?: CardMapping): string =>
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
    ...(mapping === undefined ? [] : mappingText(mapping)),
    'Sources:',
    '',
    ...model.references.map(({ text, doi }) => `- ${text}. doi:${doi}`),
    '',
    ...parameterTable(model),
    '',
  ].join('\n');
