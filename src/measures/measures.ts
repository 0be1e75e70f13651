import { betweenness } from './betweenness.ts';
import { eigenvector } from './eigenvector.ts';
import { authority, hub } from './hits.ts';
import type { Measure } from './measure.ts';
import { pagerank } from './pagerank.ts';
import { strengths } from './strengths.ts';

/** Every measure by which firms can be ranked. */
export const MEASURES: readonly Measure[] = [
  pagerank,
  ...strengths,
  betweenness,
  hub,
  authority,
  eigenvector,
];
