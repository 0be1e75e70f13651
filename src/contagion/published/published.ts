import { eisenbergNoe } from './eisenberg-noe.ts';
import { rogersVeraart } from './rogers-veraart.ts';

/** Every published model. A new one is one file and one line here. */
export const PUBLISHED_MODELS = [eisenbergNoe, rogersVeraart] as const;
