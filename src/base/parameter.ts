import { ScenarioError } from './errors.ts';
import { meantHint, nearestIds } from './nearest.ts';

interface Described {
  readonly meaning: { readonly en: string; readonly zh: string };
}

/** A number that a person may set, with everything that a flag, a form or a table needs. */
export interface NumberParameter extends Described {
  readonly kind: 'number';
  readonly default: number;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly unit: string;
}

export interface ChoiceParameter<Choice extends string = string> extends Described {
  readonly kind: 'choice';
  readonly default: Choice;
  readonly choices: readonly Choice[];
}

export type Parameter = NumberParameter | ChoiceParameter;
export type ParameterTable = Readonly<Record<string, Parameter>>;

/** The values that a table asks for: numbers, or one of the choices. */
export type ParameterValues<Table extends ParameterTable> = {
  readonly [Name in keyof Table]: Table[Name] extends ChoiceParameter<infer Choice>
    ? Choice
    : number;
};

const checkedValue = (name: string, parameter: Parameter, value: number | string | boolean) => {
  const where = `parameter ${name}`;
  if (parameter.kind === 'choice') {
    const choice = typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value);
    if (parameter.choices.includes(choice)) return choice;
    const expected = `one of ${parameter.choices.join(', ')}`;
    throw new ScenarioError({ where, found: JSON.stringify(value), expected });
  }
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  if (typeof number === 'number' && number >= parameter.min && number <= parameter.max) {
    return number;
  }
  const expected = `a number from ${parameter.min} to ${parameter.max} (${parameter.unit})`;
  throw new ScenarioError({ where, found: JSON.stringify(value), expected });
};

/**
 * Every parameter of `table`: the given value where there is one, else the default. True and false
 * stand for the choices `yes` and `no`.
 * @throws ScenarioError for a name that isn't in the table or a value outside its range.
 */
export const resolveParameters = <const Table extends ParameterTable>(
  table: Table,
  given: Readonly<Record<string, number | string | boolean>> = {},
): ParameterValues<Table> => {
  for (const name of Object.keys(given)) {
    if (Object.hasOwn(table, name)) continue;
    const names = Object.keys(table);
    const hint = meantHint(nearestIds(name, names));
    throw new ScenarioError({
      where: 'parameters',
      found: JSON.stringify(name),
      expected: `one of ${names.join(', ')}`,
      ...(hint === undefined ? {} : { hint }),
    });
  }
  const entries = Object.entries(table).map(([name, parameter]) => {
    const value = Object.hasOwn(given, name) ? given[name] : undefined;
    return [name, value === undefined ? parameter.default : checkedValue(name, parameter, value)];
  });
  return Object.fromEntries(entries) as ParameterValues<Table>;
};
