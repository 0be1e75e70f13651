/**
 * Version of the engine: stands in every receipt and behind `--version`. `npm version` writes this file from
 * package.json, and a test holds the two together.
 */
export const VERSION = '0.1.0';
