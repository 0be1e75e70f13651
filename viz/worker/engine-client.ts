import { type Remote, wrap } from 'comlink';
import { MultiDirectedGraph } from 'graphology';
import type { Network, NetworkAttributes } from '../../src/network/graph.ts';
import type { Deal, Firm } from '../../src/network/schema.ts';
import type { Engine, PlainNetwork } from './engine.ts';

/** The same graph again on the page, without checking it a second time. */
export const revive = (plain: PlainNetwork): Network => {
  const network = new MultiDirectedGraph<Firm, Deal, NetworkAttributes>();
  network.import(plain);
  return network;
};

/** The engine in a worker of its own; a worker that can't start rejects through `onBroken`. */
export const startEngine = (onBroken: (message: string) => void): Remote<Engine> => {
  const worker = new Worker(new URL('./engine.worker.ts', import.meta.url), { type: 'module' });
  worker.addEventListener('error', (event) =>
    onBroken(event.message || 'the engine did not start'),
  );
  return wrap<Engine>(worker);
};
