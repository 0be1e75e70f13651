import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const matches = (text, pattern) => [...text.matchAll(pattern)].map((match) => match[1]);

/** Scripts that a script needs before it can run: static imports, not `import(...)`. */
const staticImports = (text) => matches(text, /(?:from|import)\s*["'`]\.\/([\w.-]+\.js)["'`]/g);

const workers = (text) => matches(text, /[`"'](?:assets\/|\.\/)?([\w.-]*worker[\w.-]*\.js)[`"']/g);

/** The map is imported dynamically and at once, so that the words stand before the drawing does. */
const atOnce = (text) => matches(text, /import\(\s*["'`]\.\/(map-[\w.-]+\.js)["'`]/g);

/**
 * Gzipped bytes of script that the page asks for before anyone clicks: what index.html names, their
 * static imports, the map, and the worker with its own.
 */
export const pageSize = (root) => {
  const assets = join(root, 'assets');
  const text = (name) => readFileSync(join(assets, name), 'utf8');
  const index = readFileSync(join(root, 'index.html'), 'utf8');
  const waiting = matches(index, /(?:src|href)="\.?\/?assets\/([\w.-]+\.js)"/g);
  const entries = waiting.length;
  const seen = new Set();
  while (waiting.length > 0) {
    const name = waiting.pop();
    if (seen.has(name)) continue;
    seen.add(name);
    const script = text(name);
    waiting.push(...staticImports(script), ...workers(script), ...atOnce(script));
  }
  const names = [...seen].sort();
  const bytes = names.reduce((sum, name) => sum + gzipSync(text(name), { level: 9 }).length, 0);
  const hasMap = names.some((name) => name.startsWith('map-'));
  return { entries, names, bytes, hasMap };
};
