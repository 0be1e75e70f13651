import { MODELS } from '../src/models/models.ts';
import { PUBLISHED } from '../src/models/published.ts';

export { MODELS };

/** The published models beside ours; a chunk of its own that loads when someone asks for the cards. */
export const PUBLISHED_MODELS = Object.values(PUBLISHED);
