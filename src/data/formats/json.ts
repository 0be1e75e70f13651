import { DataError, DataErrors } from '../../base/errors.ts';
import { placesInDocument } from '../place.ts';
import type { NetworkDocument } from '../schema.ts';
import type { ReadDocument } from './read-document.ts';

/**
 * Read the text of a JSON file.
 *
 * @param file  its name, for errors
 * @throws DataErrors when the text isn't JSON
 */
export const readJson = (text: string, file: string): ReadDocument => {
  try {
    const document: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    return { document, problems: [], placeOf: placesInDocument(document, file) };
  } catch (error) {
    const reason = (error as Error).message.replace(/\s+/g, ' ');
    const facts = { found: `text that is not JSON (${reason})`, expected: 'a JSON document' };
    throw new DataErrors([new DataError({ where: file, ...facts })]);
  }
};

/** The text of a JSON file: two spaces of indent, one line end at the end. */
export const writeJson = (document: NetworkDocument): string =>
  `${JSON.stringify(document, undefined, 2)}\n`;
