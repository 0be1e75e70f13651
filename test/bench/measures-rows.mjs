import betweennessPeer from 'graphology-metrics/centrality/betweenness.js';
import closenessPeer from 'graphology-metrics/centrality/closeness.js';
import eigenvectorPeer from 'graphology-metrics/centrality/eigenvector.js';
import hitsPeer from 'graphology-metrics/centrality/hits.js';
import pagerankPeer from 'graphology-metrics/centrality/pagerank.js';
import { betweennessOf, sampledBetweennessOf } from '../../dist/measures/betweenness.js';
import { closenessOf } from '../../dist/measures/closeness.js';
import { corenessOf } from '../../dist/measures/coreness.js';
import { dollarGraph, toCsr } from '../../dist/measures/dollar-graph.js';
import { eigenvectorOf } from '../../dist/measures/eigenvector.js';
import { hitsOf } from '../../dist/measures/hits.js';
import { pagerankOf } from '../../dist/measures/pagerank.js';
import { strongComponents } from '../../dist/numerics/sparse/strong-components.js';
import { maxCirculationOf } from '../../dist/questions/loops/max-circulation.js';
import { interleaved, time } from './measure.mjs';
import { randomWeb } from './random-web.mjs';

const largestGap = (ids, ours, theirs) =>
  Math.max(
    ...ids.map((id, i) => Math.abs(ours[i] - theirs[id]) / Math.max(Math.abs(theirs[id]), 1e-12)),
  );

const scaled = (scores) => {
  const sum = Object.values(scores).reduce((total, score) => total + score, 0);
  return Object.fromEntries(Object.entries(scores).map(([id, score]) => [id, score / sum]));
};

const lengthOf = (_key, { weight }) => 1 / weight;

/** Pairs of the same measure, ours on the compressed graph, the peer's on the graphology graph. */
const pairs = (graph, simple) => {
  const tight = { getEdgeWeight: 'weight', tolerance: 1e-12 / simple.order, maxIterations: 5000 };
  return [
    {
      name: 'PageRank to 1e-12',
      ours: () => pagerankOf(graph, 0.85),
      theirs: () => pagerankPeer(simple, tight),
      least: 5,
      within: 1e-9,
    },
    {
      name: 'HITS, ours to 1e-12, theirs to 1e-10',
      ours: () => hitsOf(graph).authorities,
      theirs: () =>
        scaled(hitsPeer(simple, { ...tight, tolerance: 1e-10, normalize: true }).authorities),
      least: 5,
      within: 1e-6,
    },
    {
      name: 'eigenvector',
      ours: () => eigenvectorOf(graph),
      theirs: () => eigenvectorPeer(simple, { ...tight, tolerance: 1e-12 }),
      least: 1,
      within: 1e-6,
    },
  ];
};

/** Ways that all but tie can be told apart or not: betweenness is compared within the tie rule. */
const pathPairs = (graph, simple, unweighted) => [
  {
    name: 'betweenness, an edge 1 / dollars long',
    ours: () => betweennessOf(graph),
    theirs: () => betweennessPeer(simple, { getEdgeWeight: lengthOf, normalized: false }),
    least: 1,
    within: 1e-9,
  },
  {
    name: 'closeness, every edge 1 long',
    ours: () => closenessOf(unweighted, true),
    theirs: () => closenessPeer(simple, { wassermanFaust: true }),
    least: 1,
    within: 1e-9,
  },
];

const unweightedOf = (graph) => ({ ...graph, weight: graph.weight.map(() => 1) });

const webOf = (size) => {
  const { network, simple } = randomWeb(size, 10 * size, 7);
  const graph = dollarGraph(network, ['order']);
  return { graph, simple, unweighted: unweightedOf(graph) };
};

const path = (size) =>
  toCsr(
    size,
    Array.from({ length: size - 1 }, (_, i) => [i, i + 1, 1 + (i % 7)]),
  );

/** Rows of measures beside graphology-metrics, and what they must show. */
export const measuresRows = (quick) => {
  const rows = [];
  const faults = [];
  const compare = ({ name, ours, theirs, least, within }, what, ids, rounds) => {
    const [mine, peer] = interleaved([ours, theirs], { warmUps: 1, rounds });
    const gap = largestGap(ids, ours(), theirs());
    rows.push({ what: `${name}, ${what}`, ours: mine, times: peer / mine, least, gap });
    if (!(gap <= within)) faults.push(`${name}: ours and graphology-metrics differ by ${gap}`);
  };
  /** Too long to be run twice: timed once, and what came of it compared. */
  const compareOnce = ({ name, ours, theirs, least, within }, what, ids) => {
    const [mine, peer] = [ours, theirs].map((work) => {
      const start = performance.now();
      const answer = work();
      return { answer, took: performance.now() - start };
    });
    const gap = largestGap(ids, mine.answer, peer.answer);
    rows.push({
      what: `${name}, ${what}`,
      ours: mine.took,
      times: peer.took / mine.took,
      least,
      gap,
    });
    if (!(gap <= within)) faults.push(`${name}: ours and graphology-metrics differ by ${gap}`);
  };
  const large = webOf(10_000);
  for (const pair of pairs(large.graph, large.simple)) {
    compare(pair, '10,000 firms, 100,000 edges', large.graph.ids, quick ? 3 : 11);
  }
  const small = webOf(quick ? 500 : 2000);
  const size = small.graph.size.toLocaleString('en-US');
  for (const pair of pathPairs(small.graph, small.simple, small.unweighted)) {
    compare(pair, `${size} firms`, small.graph.ids, quick ? 1 : 3);
  }
  const alone = [];
  if (!quick) {
    for (const pair of pathPairs(large.graph, large.simple, large.unweighted)) {
      compareOnce(pair, '10,000 firms, 100,000 edges', large.graph.ids);
    }
    const closeness = time(() => closenessOf(large.graph, true));
    alone.push({
      what: 'closeness, an edge 1 / dollars long, 10,000 firms',
      took: closeness,
      target: '',
    });
    const circulation = time(() => maxCirculationOf(large.graph));
    alone.push({
      what: 'maximum circulation, 10,000 firms, 100,000 edges',
      took: circulation,
      target: '< 20 s',
    });
  }
  const middle = webOf(1000).graph;
  const { usd, edgeUsd } = maxCirculationOf(middle);
  const net = new Float64Array(middle.size);
  edgeUsd.forEach((amount, k) => {
    net[middle.column[k]] += amount;
  });
  for (let i = 0; i < middle.size; i++) {
    for (let k = middle.start[i]; k < middle.start[i + 1]; k++) net[i] -= edgeUsd[k];
  }
  if (!(usd > 0) || net.some((left) => Math.abs(left) > 1e-9 * usd)) {
    faults.push('maximum circulation does not keep the balances');
  }
  const circled = time(() => maxCirculationOf(middle));
  alone.push({ what: 'maximum circulation, 1,000 firms', took: circled, target: '' });
  const { errorBound } = sampledBetweennessOf(large.graph, 100, 1);
  const sampled = time(() => sampledBetweennessOf(large.graph, 100, 1));
  alone.push({
    what: `betweenness from 100 of 10,000 firms, within ${errorBound.toExponential(1)}`,
    took: sampled,
    target: '',
  });
  const chain = path(1_000_000);
  const linear = time(() => {
    pagerankOf(chain, 0.5);
    corenessOf(chain);
    hitsOf(unweightedOf(chain));
    const components = strongComponents({ start: chain.start, column: chain.column });
    if (components[0] !== 999_999) faults.push('strong components of a path are its rows');
  });
  alone.push({
    what: 'PageRank, HITS, cores and components of a path of 1,000,000',
    took: linear,
    target: '',
  });
  return { rows, alone, faults };
};
