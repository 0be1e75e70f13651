import * as z from 'zod/mini';
import type { Parameter } from '../../base/parameter.ts';
import { publishedModel } from './solve.ts';

const parameterSchema = (parameter: Parameter) => {
  const about = { description: parameter.meaning.en, default: parameter.default };
  if (parameter.kind === 'choice') return { enum: parameter.choices, ...about };
  const { min, max, unit } = parameter;
  return { type: 'number', minimum: min, maximum: max, ...about, unit };
};

/**
 * JSON Schema (draft 2020-12) of what `solve` is asked about one model: its problem with the model's
 * id, and every parameter with its range and default.
 *
 * @throws ScenarioError for an unknown model
 */
export const problemJsonSchema = (id: string): Readonly<Record<string, unknown>> => {
  const model = publishedModel(id);
  const schema = z.toJSONSchema(model.problemSchema, {
    io: 'input',
    override: ({ jsonSchema }) => {
      delete jsonSchema.readOnly;
    },
  });
  const parameters = Object.entries(model.parameters).map(([name, parameter]) => [
    name,
    parameterSchema(parameter),
  ]);
  return {
    ...schema,
    title: model.title.en,
    properties: {
      $schema: { type: 'string' },
      model: { const: model.id },
      ...schema.properties,
      parameters: {
        type: 'object',
        properties: Object.fromEntries(parameters),
        additionalProperties: false,
      },
    },
    required: ['model', ...(schema.required ?? [])],
  };
};
