import { write } from 'graphology-gexf';
import { graphmlText } from '../data/formats/graphml.ts';
import { numberLineEnds } from '../data/formats/xml.ts';
import type { Network } from '../data/graph.ts';
import type { ReportTable } from './report-table.ts';
import { type ScoreGraph, scoreGraph } from './score-graph.ts';

const aboutText = (graph: ScoreGraph): string =>
  Object.entries(graph.getAttributes())
    .map(([name, value]) => `${name}: ${value}`)
    .join('; ');

/** A web with figures of its firms as GEXF 1.2, for Gephi. */
export const scoresGexf = (network: Network, table: ReportTable): string => {
  const graph = scoreGraph(network, table);
  // The format knows but these words about a file.
  graph.replaceAttributes({ creator: 'chained-boats', description: aboutText(graph) });
  return numberLineEnds(`${write(graph)}\n`);
};

/** A web with figures of its firms as GraphML, for igraph, networkx, yEd and their like. */
export const scoresGraphml = (network: Network, table: ReportTable): string =>
  graphmlText(scoreGraph(network, table));
