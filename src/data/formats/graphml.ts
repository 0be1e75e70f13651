import { parse } from 'graphology-graphml';
import type { NetworkDocument } from '../schema.ts';
import { type FlatGraph, toFlatGraph } from './flat-graph.ts';
import type { ReadDocument } from './read-document.ts';
import { readXmlGraph } from './read-xml-graph.ts';
import { escapeXml, numberLineEnds } from './xml.ts';

/**
 * Read the text of a GraphML file, ours or another program's (see `fromFlatGraph`).
 *
 * @param asOf  the day where the file has no date at all
 * @throws DataErrors when it isn't GraphML
 */
export const readGraphml = (text: string, file: string, asOf?: string): ReadDocument =>
  readXmlGraph(text, file, { root: 'graphml', parse: (Graph, xml) => parse(Graph, xml) }, asOf);

type Flat = ReturnType<FlatGraph['getAttributes']>;
type Element = 'graph' | 'node' | 'edge';

const TYPES = { number: 'double', boolean: 'boolean', string: 'string' } as const;
const typeOf = (value: unknown): string => TYPES[typeof value as keyof typeof TYPES];

/** Key ids name element and attribute, so that one name may mean different things on each. */
const keyOf = (element: Element, name: string): string => `${element}.${name}`;

const keysOf = (element: Element, records: readonly Flat[]): string[] => {
  const types = new Map<string, string>();
  for (const [name, value] of records.flatMap(Object.entries)) types.set(name, typeOf(value));
  return [...types].map(([name, type]) => {
    const id = keyOf(element, name);
    return `  <key id="${id}" for="${element}" attr.name="${name}" attr.type="${type}"/>`;
  });
};

const dataOf = (element: Element, flat: Flat): string =>
  Object.entries(flat)
    .map(
      ([name, value]) =>
        `<data key="${keyOf(element, name)}">${escapeXml(String(value), name)}</data>`,
    )
    .join('');

/** A graph with flat attributes as GraphML. */
export const graphmlText = (graph: FlatGraph): string => {
  const nodes = graph.mapNodes((id, flat) => `    <node id="${id}">${dataOf('node', flat)}</node>`);
  const edges = graph.mapEdges(
    (id, flat, payer, payee) =>
      `    <edge id="${id}" source="${payer}" target="${payee}">${dataOf('edge', flat)}</edge>`,
  );
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    ...keysOf('graph', [graph.getAttributes()]),
    ...keysOf(
      'node',
      graph.mapNodes((_id, flat) => flat),
    ),
    ...keysOf(
      'edge',
      graph.mapEdges((_id, flat) => flat),
    ),
    '  <graph edgedefault="directed">',
    `    ${dataOf('graph', graph.getAttributes())}`,
    ...nodes,
    ...edges,
    '  </graph>',
    '</graphml>',
    '',
  ];
  return numberLineEnds(lines.join('\n'));
};

/**
 * A document as GraphML, for igraph, networkx, yEd and their like. Reading it gives the document back,
 * except that an empty text or list becomes an absent one.
 *
 * @throws DataError for text with control characters
 */
export const writeGraphml = (document: NetworkDocument): string =>
  graphmlText(toFlatGraph(document));
