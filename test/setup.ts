import fc from 'fast-check';

/** A run repeats the last one; PROPERTY_SEED=random draws new cases, PROPERTY_SEED=123 repeats some. */
const asked = process.env['PROPERTY_SEED'] ?? '20260427';
export const propertySeed = asked === 'random' ? Date.now() % 2 ** 31 : Number(asked);

fc.configureGlobal({ seed: propertySeed });
