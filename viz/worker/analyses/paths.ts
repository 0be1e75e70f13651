import { type PathsOptions, paths } from '../../../src/questions/paths/paths.ts';
import type { Paths } from '../../../src/questions/paths/paths-schema.ts';
import type { Subject } from '../analyses.ts';

/** The shortest chains between two firms of the web as it stands. */
export const analyse = ({ network }: Subject, options: PathsOptions): Paths =>
  paths(network, options);
