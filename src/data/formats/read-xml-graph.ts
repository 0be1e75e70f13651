import { MultiDirectedGraph } from 'graphology';
import { DataError, DataErrors } from '../../base/errors.ts';
import { type FlatGraph, fromFlatGraph } from './flat-graph.ts';
import type { ReadDocument } from './read-document.ts';
import { checkXml } from './xml.ts';

export interface XmlFormat {
  readonly root: 'gexf' | 'graphml';
  readonly parse: (Graph: typeof MultiDirectedGraph, text: string) => unknown;
}

const EXPECTED = 'a directed graph with firms as nodes and deals as edges';

const build = (text: string, file: string, { parse }: XmlFormat): FlatGraph => {
  try {
    return parse(MultiDirectedGraph, text) as FlatGraph;
  } catch (error) {
    const reason = (error as Error).message
      .replace(/\s+/g, ' ')
      .replace(/^graphology-\w+\/parser: /, '');
    throw new DataErrors([new DataError({ where: file, found: reason, expected: EXPECTED })]);
  }
};

/**
 * Read an XML graph file to a network document, not yet validated.
 *
 * @throws DataErrors when it isn't well-formed, has a DOCTYPE, or isn't a directed graph
 */
export const readXmlGraph = (
  text: string,
  file: string,
  format: XmlFormat,
  asOf?: string,
): ReadDocument => {
  const counts = checkXml(text, file, format.root);
  if (!counts.has('graph')) {
    throw new DataErrors([new DataError({ where: file, found: 'no <graph>', expected: EXPECTED })]);
  }
  const graph = build(text, file, format);
  const edges = counts.get('edge') ?? 0;
  if (graph.size < edges) {
    const facts = {
      found: `${edges} edges with ${graph.size} ids`,
      expected: 'an id of its own for each edge',
    };
    throw new DataErrors([new DataError({ where: file, ...facts })]);
  }
  return fromFlatGraph(graph, file, asOf);
};
