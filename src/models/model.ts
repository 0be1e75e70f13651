import type { ParameterTable } from '../base/parameter.ts';

interface Bilingual {
  readonly en: string;
  readonly zh: string;
}

/**
 * What every contagion model says of itself: one object, one file, one line in `models.ts`.
 * Flags, forms, model cards and tests are made from it.
 */
export interface Model<Table extends ParameterTable = ParameterTable> {
  readonly id: string;
  readonly title: Bilingual;
  /** How it works, in plain words, where the formula alone would leave a reader behind. */
  readonly inWords?: readonly Bilingual[];
  /** The model in one line of formula. */
  readonly equation: string;
  readonly tells: Bilingual;
  readonly blindTo: readonly Bilingual[];
  readonly references: readonly { readonly text: string; readonly doi: string }[];
  readonly parameters: Table;
}
