import { parse, write } from 'graphology-gexf';
import type { NetworkDocument } from '../schema.ts';
import { toFlatGraph } from './flat-graph.ts';
import type { ReadDocument } from './read-document.ts';
import { readXmlGraph } from './read-xml-graph.ts';
import { numberLineEnds } from './xml.ts';

/**
 * Read the text of a GEXF file, ours or another program's (see `fromFlatGraph`).
 *
 * @param asOf  the day where the file has no date at all
 * @throws DataErrors when it isn't GEXF
 */
export const readGexf = (text: string, file: string, asOf?: string): ReadDocument =>
  readXmlGraph(
    text,
    file,
    { root: 'gexf', parse: (Graph, xml) => parse(Graph, xml, { respectInputGraphType: true }) },
    asOf,
  );

/**
 * A document as GEXF 1.2, for Gephi and its like. Reading it gives the document back, except that an
 * empty text or list becomes an absent one.
 *
 * @throws DataError for text with control characters
 */
export const writeGexf = (document: NetworkDocument): string =>
  numberLineEnds(`${write(toFlatGraph(document))}\n`);
