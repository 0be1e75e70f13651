import { DataError, DataErrors } from '../../base/errors.ts';
import { found } from '../../base/found.ts';

const NAME = '[\\p{L}_][\\p{L}\\p{N}_.:-]*';
const ATTRIBUTE = `\\s+${NAME}\\s*=\\s*(?:"[^"<]*"|'[^'<]*')`;
/** One piece of XML: comment, instruction, literal text, end tag, start tag, or text. */
const PIECE = new RegExp(
  `<!--[^]*?-->|<\\?[^]*?\\?>|<!\\[CDATA\\[[^]*?\\]\\]>` +
    `|</(?<end>${NAME})\\s*>|<(?<start>${NAME})(?:${ATTRIBUTE})*\\s*(?<empty>/?)>|(?<text>[^<]+)`,
  'uy',
);
const STRAY_AMPERSAND = /&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[\da-f]{1,6});)/i;

/** Characters that XML 1.0 has no way to write. */
const UNWRITABLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones to find
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/u;

/**
 * Check that text is well-formed XML with the root that is expected, and count its elements by name.
 *
 * Documents with a DOCTYPE are refused: entities that expand in entities have no place in data.
 *
 * @throws DataErrors naming the line
 */
export const checkXml = (text: string, file: string, root: string): Map<string, number> => {
  const fail = (at: number, what: string, expected: string): never => {
    const where = `${file} line ${text.slice(0, at).split('\n').length}`;
    throw new DataErrors([new DataError({ where, found: what, expected })]);
  };
  const counts = new Map<string, number>();
  const open: string[] = [];
  PIECE.lastIndex = 0;
  while (PIECE.lastIndex < text.length) {
    const at = PIECE.lastIndex;
    const piece = PIECE.exec(text);
    if (piece === null) {
      if (/^<!(?:DOCTYPE|ENTITY)/i.test(text.slice(at, at + 9))) {
        fail(at, 'a document type declaration', 'XML without one');
      }
      return fail(at, found(text.slice(at, at + 30)), 'well-formed XML');
    }
    const { end, start, empty, text: words } = piece.groups ?? {};
    if ((start ?? words) !== undefined && STRAY_AMPERSAND.test(piece[0])) {
      fail(at, 'an "&" that begins no known character', '&amp; or a numbered character');
    }
    if (start !== undefined) {
      if (open.length === 0 && counts.size > 0) fail(at, 'a second root', 'one root element');
      if (open.length === 0 && start !== root) fail(at, `<${start}>`, `<${root}> as the root`);
      counts.set(start, (counts.get(start) ?? 0) + 1);
      if (empty === '') open.push(start);
    }
    if (end !== undefined) {
      const last = open.pop();
      if (last !== end) fail(at, `</${end}>`, last ? `</${last}>` : 'the end of the document');
    }
    if (open.length === 0 && words !== undefined && words.trim() !== '' && words !== '\uFEFF') {
      fail(at, found(words.trim()), `<${root}>`);
    }
  }
  if (open.length > 0) fail(text.length, 'the end of the file', `</${open.at(-1)}>`);
  if (counts.size === 0) fail(0, 'no element', `<${root}>`);
  return counts;
};

/**
 * Text for XML, between tags or in double quotes; line ends and tabs survive.
 *
 * @throws DataError for control characters, which XML can't carry
 */
export const escapeXml = (text: string, where: string): string => {
  checkWritable(text, where);
  const codes: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
  };
  return text.replace(/[&<>"\t\n\r]/g, (sign) => codes[sign] ?? `&#${sign.charCodeAt(0)};`);
};

/** Number the signs that a reader may take for line ends (XML 1.1 does), in text and attributes alike. */
export const numberLineEnds = (xml: string): string =>
  xml.replace(/[\u0085\u2028]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** @throws DataError when XML can't carry the text */
export const checkWritable = (text: string, where: string): void => {
  if (!UNWRITABLE.test(text)) return;
  const expected = 'text without control characters, which XML has no way to write';
  const hint = 'CSV and JSON can carry it.';
  throw new DataError({ where, found: found(text), expected, hint });
};
