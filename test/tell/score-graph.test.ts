import { readFileSync } from 'node:fs';
import { MultiDirectedGraph } from 'graphology';
import { parse as parseGexf } from 'graphology-gexf';
import { parse as parseGraphml } from 'graphology-graphml';
import { expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { DataError } from '../../src/base/errors.ts';
import { loadNetwork } from '../../src/data/load.ts';
import { MEASURES } from '../../src/measures/measures.ts';
import { rank } from '../../src/questions/rank/rank.ts';
import { rankingTable } from '../../src/questions/rank/ranking-table.ts';
import { scoresGexf, scoresGraphml } from '../../src/tell/graph-text.ts';
import { makeNetwork, order } from '../measures/make-network.ts';

const network = await loadNetwork('data/ai-web', { asOf: '2026-04-27' });
const ranking = rank(network, {
  by: ['pagerank', ...MEASURES.map(({ id }) => id).filter((id) => id !== 'pagerank')],
});
const table = rankingTable(ranking);

const FORMATS = [
  {
    format: 'gexf',
    text: scoresGexf(network, table),
    read: (xml: string) => parseGexf(MultiDirectedGraph, xml),
    schema: 'gexf-1.2.xsd',
  },
  {
    format: 'graphml',
    text: scoresGraphml(network, table),
    read: (xml: string) => parseGraphml(MultiDirectedGraph, xml),
    schema: 'graphml-1.0.xsd',
  },
];

const faultsOf = async (contents: string, schema: string): Promise<readonly string[]> => {
  const { errors } = await validateXML({
    xml: [{ fileName: 'web.xml', contents }],
    schema: [readFileSync(`test/reference/xsd/${schema}`, 'utf8')],
  });
  return errors.map(({ message }) => message);
};

test.each(FORMATS)(
  '$format: every known score comes back to the last digit, unknown ones not at all',
  ({ text, read }) => {
    const graph = read(text);
    expect(graph.order).toBe(network.order);
    expect(graph.size).toBe(network.size);
    for (const { id, rank: place, scores } of ranking.firms) {
      const node = graph.getNodeAttributes(id);
      expect(node['label']).toBe(network.getNodeAttribute(id, 'name').en);
      expect(node['rank'] ?? null).toBe(place);
      for (const [measure, score] of Object.entries(scores)) {
        expect(node[measure] ?? null).toBe(score);
      }
    }
    expect(graph.getEdgeAttributes('ord-openai-oracle')).toMatchObject({
      deal: 'order',
      weight: 60,
    });
  },
);

test.each(FORMATS)('$format keeps the rules of its format', async ({ text, schema }) => {
  expect(await faultsOf(text, schema)).toEqual([]);
});

test.each([
  ['gexf-1.2.xsd', FORMATS[0]!.text.replace('target="amd"', 'target="nobody"'), /nobody/],
  ['gexf-1.2.xsd', FORMATS[0]!.text.replace('type="double"', 'type="money"'), /money/],
  [
    'graphml-1.0.xsd',
    FORMATS[1]!.text.replace('key="node.pagerank"', 'key="node.unheard"'),
    /unheard/,
  ],
])('%s finds what is broken', async (schema, broken, message) => {
  expect((await faultsOf(broken, schema)).join('\n')).toMatch(message);
});

test('signs of XML in names survive; control characters are refused by name', () => {
  const named = (en: string) =>
    makeNetwork([{ id: 'a', name: { en } }, { id: 'b' }], [order('a', 'b', { perYearUsd: 2e9 })]);
  const odd = named('A & "B" <C> 中');
  const odds = rankingTable(rank(odd, { by: ['order-in'] }));
  const read = parseGexf(MultiDirectedGraph, scoresGexf(odd, odds));
  expect(read.getNodeAttribute('a', 'label')).toBe('A & "B" <C> 中');
  const bell = named('A\u0007');
  expect(() => scoresGraphml(bell, odds)).toThrow(DataError);
  expect(() => scoresGexf(bell, odds)).toThrow(/label/);
});
