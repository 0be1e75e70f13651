import { MultiDirectedGraph } from 'graphology';
import type { DataError } from '../../base/errors.ts';
import type { PlaceOf } from '../place.ts';
import { valueAt } from '../place.ts';
import { endsOf, type NetworkDocument } from '../schema.ts';
import { writeCell } from './cells.ts';
import type { Column } from './columns.ts';
import { recordOf } from './flat-record.ts';
import { latestDay } from './latest-day.ts';
import type { ReadDocument } from './read-document.ts';
import { columnsOfList } from './tables.ts';
import { checkWritable } from './xml.ts';

type Plain = string | number | boolean;
type Flat = Record<string, Plain>;

/** A document as graph file formats see it: attributes are numbers, yes/no or text, never nested. */
export type FlatGraph = MultiDirectedGraph<Flat, Flat, Flat>;

/** Attribute that holds, as JSON, what a graph file has no place for. */
const HISTORY = 'history';
const NETWORK = 'network';

/** What drawing programs add to nodes and edges; none of it is data. */
const DRAWING = new Set(['label', 'color', 'size', 'x', 'y', 'z', 'shape', 'thickness', 'weight']);

const ROLES: Readonly<Record<string, readonly [string, string]>> = {
  order: ['customer', 'supplier'],
  equity: ['holder', 'issuer'],
  debt: ['lender', 'borrower'],
};
/** Fields that the shape of the graph carries: ids are keys, roles are the ends of an edge. */
const IN_SHAPE = new Set(['id', ...Object.values(ROLES).flat()]);

const plainOf = (value: unknown, { type }: Column): Plain =>
  typeof value === 'number' || typeof value === 'boolean' ? value : writeCell(value, type);

const flatten = (record: object, columns: readonly Column[], where: string): Flat => {
  const flat: Flat = {};
  for (const column of columns) {
    const value = valueAt(record, column.path);
    if (value === undefined || IN_SHAPE.has(column.name)) continue;
    flat[column.name] = plainOf(value, column);
  }
  const history = valueAt(record, [HISTORY]);
  if (history !== undefined) flat[HISTORY] = JSON.stringify(history);
  for (const [name, text] of Object.entries(flat)) checkWritable(String(text), `${where}, ${name}`);
  return flat;
};

/**
 * A document as a graph with flat attributes. What is neither a firm nor a deal (name, day, sources,
 * facts, places) rides along as JSON in one attribute of the graph.
 *
 * @throws DataError for text with control characters
 */
export const toFlatGraph = (document: NetworkDocument): FlatGraph => {
  const { firms, deals, $schema: _schema, ...own } = document;
  const graph: FlatGraph = new MultiDirectedGraph<Flat, Flat, Flat>();
  graph.setAttribute(NETWORK, JSON.stringify(own));
  const [ofFirms, ofDeals] = [columnsOfList('firms'), columnsOfList('deals')];
  for (const firm of firms) {
    graph.addNode(firm.id, { label: firm.name.en, ...flatten(firm, ofFirms, firm.id) });
  }
  for (const deal of deals) {
    const [payer, payee] = endsOf(deal);
    graph.addDirectedEdgeWithKey(deal.id, payer, payee, flatten(deal, ofDeals, deal.id));
  }
  return graph;
};

const unflatten = (flat: Flat, columns: readonly Column[]): Record<string, unknown> => {
  const { [HISTORY]: history, ...fields } = flat;
  const known = new Set(columns.map(({ name }) => name));
  const rest = Object.entries(fields).filter(([name]) => !known.has(name) && !DRAWING.has(name));
  const cells = new Map(Object.entries(fields).map(([name, value]) => [name, String(value)]));
  const record = { ...recordOf(cells, columns), ...Object.fromEntries(rest) };
  return history === undefined ? record : { ...record, history: fromJson(history) };
};

const fromJson = (text: Plain): unknown => {
  try {
    return JSON.parse(String(text)) as unknown;
  } catch {
    return text;
  }
};

const rolesOf = (kind: unknown, payer: string, payee: string): Record<string, string> => {
  const roles = ROLES[String(kind)];
  return roles === undefined ? {} : { [roles[0]]: payer, [roles[1]]: payee };
};

const ownOf = (text: Plain | undefined): Record<string, unknown> | undefined => {
  const own = text === undefined ? undefined : fromJson(text);
  return typeof own === 'object' && own !== null ? { ...own } : undefined;
};

/**
 * Put a graph read from a file together to a network document, not yet validated. Files of other
 * programs may leave out what the network says of itself: then it is called as the file is.
 *
 * @param asOf  the day where neither the file nor a record has a date
 */
export const fromFlatGraph = (graph: FlatGraph, file: string, asOf?: string): ReadDocument => {
  const [ofFirms, ofDeals] = [columnsOfList('firms'), columnsOfList('deals')];
  const firms = graph.mapNodes((id, flat) => {
    const label = flat['label'];
    const name = label === undefined ? {} : { name: { en: String(label) } };
    return { ...name, ...unflatten(flat, ofFirms), id };
  });
  const deals = graph.mapEdges((id, flat, payer, payee) => ({
    ...unflatten(flat, ofDeals),
    ...rolesOf(flat['kind'], payer, payee),
    id,
  }));
  const day = latestDay([...firms, ...deals]) ?? asOf;
  const name = file.replace(/\.[^.]*$/, '');
  const own = ownOf(graph.getAttribute(NETWORK)) ?? {
    version: 1,
    name,
    ...(day ? { asOf: day } : {}),
  };
  return {
    document: { ...own, firms, deals },
    problems: [] as DataError[],
    placeOf: places(graph, file),
  };
};

const places = (graph: FlatGraph, file: string): PlaceOf => {
  const ids: Readonly<Record<string, readonly string[]>> = {
    firms: graph.nodes(),
    deals: graph.edges(),
  };
  return ([list = '', index, ...rest]) => {
    const id = typeof index === 'number' ? ids[String(list)]?.[index] : undefined;
    const element = list === 'firms' ? 'node' : 'edge';
    const path = id === undefined ? [list, index ?? '', ...rest] : rest;
    const field = path
      .filter((key) => key !== '')
      .map(String)
      .join('.');
    const start = id === undefined ? file : `${file}: ${element} ${JSON.stringify(id)}`;
    return field === '' ? start : `${start}, ${field}`;
  };
};
