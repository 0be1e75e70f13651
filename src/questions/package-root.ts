import { fileURLToPath } from 'node:url';

/** A path inside the package, the same from `src/cli` and from `dist/cli`. */
export const packagePath = (...parts: readonly string[]): string =>
  fileURLToPath(new URL(['..', '..', ...parts].join('/'), import.meta.url));

/** The data that ships: the web of AI deals. */
export const SHIPPED_NETWORK = packagePath('data', 'ai-web');
