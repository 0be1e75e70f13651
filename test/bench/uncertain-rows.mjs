import { finalState } from '../../dist/models/chained-boats/final-state.js';
import { compileWeb, fillDefaults } from '../../dist/models/chained-boats/simulate.js';
import { withThreads } from '../../dist/questions/uncertain/draw-threads.js';
import { uncertainty } from '../../dist/questions/uncertain/uncertainty.js';
import { median } from './measure.mjs';

const DRAWS = 10_000;
const ROUNDS = 3;

/** Draws of the shipped web: on two threads and on one, threads started and all, beside deriving every web anew. */
export const uncertainRows = async (network, scenario, quick) => {
  const bands = (threads, draws = DRAWS) =>
    withThreads(
      threads,
      () => ({ network: network.export(), scenario }),
      (given) => uncertainty(network, scenario, { draws, seed: 1, threads: given }),
    );
  const timed = async (work) => {
    const start = performance.now();
    await work();
    return performance.now() - start;
  };
  const two = [];
  for (let round = 0; round < (quick ? 1 : ROUNDS); round++) two.push(await timed(() => bands(2)));
  const one = await timed(() => bands(1));
  const full = fillDefaults(scenario);
  const anew = await timed(() => {
    for (let draw = 0; draw < 100; draw++) finalState(compileWeb(network, full), full.shocks);
  });
  const [first, second] = [await bands(2, 500), await bands(1, 500)];
  const same = JSON.stringify(first) === JSON.stringify(second);
  return {
    rows: [
      {
        what: '10,000 draws of the shipped web, two threads',
        took: median(two),
        note: '< 3000 ms',
      },
      { what: '- one thread', took: one, note: '' },
      {
        what: '- records derived anew for every draw, no rounds kept',
        took: anew * 100,
        note: `${((anew * 100) / one).toFixed(1)} x one thread`,
      },
    ],
    faults: [
      ...(same ? [] : ['draws differ between one thread and two']),
      ...(first.draws === 500 ? [] : ['draws did not settle']),
    ],
  };
};
