import { betweenness } from './betweenness.ts';
import { closeness, closenessInComponent, harmonic } from './closeness.ts';
import { communities } from './communities.ts';
import { coreness } from './coreness.ts';
import { eigenvector } from './eigenvector.ts';
import { authority, hub } from './hits.ts';
import { impactDiffusion, impactFluidity, impactSusceptibility } from './impact.ts';
import { influence } from './influence.ts';
import { katz } from './katz.ts';
import type { Measure } from './measure.ts';
import { pagerank, personalisedPagerank } from './pagerank.ts';
import { sinkrank } from './sinkrank.ts';
import { downstreamness, upstreamness } from './streams.ts';
import { strengths } from './strengths.ts';
import { importance, vulnerability } from './systemic.ts';
import { trophicLevel } from './trophic.ts';

/** Every measure by which firms can be ranked. */
export const MEASURES: readonly Measure[] = [
  pagerank,
  personalisedPagerank,
  ...strengths,
  betweenness,
  closeness,
  closenessInComponent,
  harmonic,
  hub,
  authority,
  eigenvector,
  katz,
  sinkrank,
  influence,
  upstreamness,
  downstreamness,
  trophicLevel,
  coreness,
  communities,
  impactSusceptibility,
  impactDiffusion,
  impactFluidity,
  importance,
  vulnerability,
];
