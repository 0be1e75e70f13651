import { MultiDirectedGraph } from 'graphology';
import { checkWritable } from '../data/formats/xml.ts';
import type { Network } from '../data/graph.ts';
import { endsOf } from '../data/schema.ts';
import { dealWeight } from '../measures/weights.ts';
import type { ReportTable } from './report-table.ts';

type Flat = Record<string, string | number | boolean>;

/** A web as programs that draw graphs take it: plain attributes, none where a figure is unknown. */
export type ScoreGraph = MultiDirectedGraph<Flat, Flat, Flat>;

const known = (
  fields: Readonly<Record<string, string | number | boolean | null | undefined>>,
): Flat =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => {
      if (value === null || value === undefined) return [];
      checkWritable(String(value), name);
      return [[name, value]];
    }),
  );

/**
 * The web's firms and deals as a graph, each firm with its row of a table of figures. Edges run from who
 * pays; their weight is the dollars of `dealWeight` in billions, absent where nobody knows them.
 *
 * @param table  one row per firm, ids in a column `firm`; firms without a row get no figures
 * @throws DataError for names that XML can't carry
 */
export const scoreGraph = (network: Network, { columns, about }: ReportTable): ScoreGraph => {
  const graph: ScoreGraph = new MultiDirectedGraph<Flat, Flat, Flat>();
  graph.replaceAttributes(known(about));
  const ids = columns.find(({ name }) => name === 'firm')?.values ?? [];
  const rowOf = new Map(ids.map((id, row) => [id, row]));
  const figures = columns.filter(({ name }) => name !== 'firm');
  network.forEachNode((id, { name, layer, valueUsd, revenueUsd, aggregate }) => {
    const row = rowOf.get(id);
    const scores = figures.map(({ name: figure, values }) => [
      figure,
      row === undefined ? null : values[row],
    ]);
    graph.addNode(id, {
      ...known({ label: name.en, layer, valueUsd, revenueUsd, aggregate }),
      ...known(Object.fromEntries(scores)),
    });
  });
  network.forEachEdge((id, deal) => {
    const { usd } = dealWeight(deal, network);
    const { kind, status } = deal;
    graph.addDirectedEdgeWithKey(
      id,
      ...endsOf(deal),
      known({ deal: kind, status, weight: usd === null || usd <= 0 ? null : usd / 1e9 }),
    );
  });
  return graph;
};
