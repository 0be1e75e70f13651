import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DataError, DataErrors } from '../../base/errors.ts';
import type { EventBook } from './event-schema.ts';
import { EVENT_FILES, readEvents } from './read-events.ts';

const readText = async (folder: string, file: string): Promise<readonly [string, string]> => {
  try {
    return [file, await readFile(join(folder, file), 'utf8')];
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'an error';
    const facts = {
      where: join(folder, file),
      found: code === 'ENOENT' ? 'nothing at this path' : code,
      expected: `a folder of market days with ${EVENT_FILES.join(', ')}`,
    };
    throw new DataErrors([new DataError(facts)]);
  }
};

/**
 * Read a folder of market days: what was in the news, and what shares did.
 *
 * @throws DataErrors with every problem found
 */
export const loadEvents = async (folder: string): Promise<EventBook> => {
  const texts = new Map<string, string>();
  // one after another: of several files that are missing the first is named
  for (const file of EVENT_FILES) {
    const [name, text] = await readText(folder, file);
    texts.set(name, text);
  }
  return readEvents(texts);
};
