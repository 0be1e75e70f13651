import { simulate } from '../../dist/index.js';
import { firebreak } from '../../dist/questions/cut/firebreak.js';

/** Every single cut of the shipped web: median of five, and agreement with whole simulations. */
export const firebreakRows = async (network, scenario) => {
  const times = [];
  let document = await firebreak(network, scenario);
  for (let round = 0; round < 5; round++) {
    const start = performance.now();
    document = await firebreak(network, scenario);
    times.push(performance.now() - start);
  }
  let gap = 0;
  for (const { measure, lossUsd } of document.single.slice(0, 12)) {
    const { totals } = simulate(network, { ...scenario, cuts: [measure.deal] });
    gap = Math.max(gap, Math.abs(totals.grossLossUsd - lossUsd) / document.lossUsd);
  }
  return {
    alone: [
      {
        what: `every single cut of the shipped web, ${document.single.length} deals`,
        took: times.sort((a, b) => a - b)[2],
        target: '< 500 ms',
      },
    ],
    faults: gap < 1e-9 ? [] : [`single cuts are off by ${gap} from whole simulations`],
  };
};
