// Part of `npm run build` and of `npm version`: src/base/version.ts says what package.json says, in Node and in the page.
import { readFileSync, writeFileSync } from 'node:fs';

const at = (path) => new URL(`../${path}`, import.meta.url);
const { version } = JSON.parse(readFileSync(at('package.json'), 'utf8'));
const text = `/** Of package.json; \`npm run build\` writes it. */\nexport const VERSION = '${version}';\n`;
if (readFileSync(at('src/base/version.ts'), 'utf8') !== text) writeFileSync(at('src/base/version.ts'), text);
