import { chainedBoats } from './chained-boats/chained-boats.ts';
import type { Model } from './model.ts';

/** Every contagion model. A new one is one file and one line here. */
export const MODELS: readonly Model[] = [chainedBoats];
