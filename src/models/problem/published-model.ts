import type { z } from 'zod';
import type { ParameterTable } from '../../base/parameter.ts';
import type { Model } from '../model.ts';

/** What every answer of a published model says of its own accuracy. */
export interface Accuracy {
  readonly converged: boolean;
  /** Largest violation of the model's equations by the answer, in the units of the equations. */
  readonly residual: number;
  readonly iterations: number;
}

/**
 * A published model on a plain problem: firms are 0..n-1, matrices are dense or lists of entries.
 * One file each, listed in `published.ts`; the schema is the source of types, validation and of the
 * JSON Schema that a command prints.
 */
export interface PublishedModel<
  Problem = unknown,
  Answer extends Accuracy = Accuracy,
  Table extends ParameterTable = ParameterTable,
> extends Model<Table> {
  readonly problemSchema: z.core.$ZodType<Problem>;
  /** @throws ModelError for problems on which the model isn't defined */
  readonly solve: (problem: Problem) => Answer;
}
