import { type Remote, wrap } from 'comlink';
import type { Engine } from './engine.ts';

/** The engine in a worker of its own; a worker that can't start rejects through `onBroken`. */
export const startEngine = (onBroken: (message: string) => void): Remote<Engine> => {
  const worker = new Worker(new URL('./engine.worker.ts', import.meta.url), { type: 'module' });
  worker.addEventListener('error', (event) =>
    onBroken(event.message || 'the engine did not start'),
  );
  return wrap<Engine>(worker);
};
