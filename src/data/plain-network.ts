import { MultiDirectedGraph } from 'graphology';
import type { Network, NetworkAttributes } from './graph.ts';
import type { Deal, Firm } from './schema.ts';

/** A network as plain data: what crosses from one thread to another. */
export type PlainNetwork = ReturnType<Network['export']>;

/** The same network again on the other side, without checking it a second time. */
export const revive = (plain: PlainNetwork): Network => {
  const network = new MultiDirectedGraph<Firm, Deal, NetworkAttributes>();
  network.import(plain);
  return network;
};
