import { DirectedGraph, MultiDirectedGraph } from 'graphology';

/** A fixed sequence of numbers in 0..1 (Lehmer's generator). */
const lehmer = (seed) => {
  let state = seed;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
};

/** Firms and orders at random, as a network and as the same simple weighted graph. */
export const randomWeb = (firms, orders, seed) => {
  const next = lehmer(seed);
  const network = new MultiDirectedGraph();
  const simple = new DirectedGraph();
  network.replaceAttributes({ name: 'random', asOf: '2026-04-27', perGigawatt: [] });
  for (let i = 0; i < firms; i++) {
    const id = `firm-${i}`;
    network.addNode(id, { id, name: { en: id }, layer: 'compute' });
    simple.addNode(id);
  }
  while (network.size < orders) {
    const customer = `firm-${Math.floor(next() * firms)}`;
    const supplier = `firm-${Math.floor(next() ** 2 * firms)}`;
    if (customer === supplier) continue;
    const id = `ord-${network.size}`;
    const perYearUsd = 1e6 + next() * 1e9;
    const order = { id, kind: 'order', customer, supplier, perYearUsd, status: 'signed' };
    network.addDirectedEdgeWithKey(id, customer, supplier, order);
    simple.updateEdge(customer, supplier, ({ weight = 0 }) => ({ weight: weight + perYearUsd }));
  }
  return { network, simple };
};
