/**
 * Benchmarks of the built package: `npm run bench [-- --quick]`. Times are medians and never fail a
 * run, since they depend on the machine; sizes, counts and agreement do.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { loadNetwork } from '../../dist/data/load.js';
import { simulator } from '../../dist/models/chained-boats/simulate.js';
import { loadScenario } from '../../dist/scenario/load-scenario.js';
import { table } from '../../dist/tell/table.js';
import { firebreakRows } from './firebreak-rows.mjs';
import { interleaved, median, time } from './measure.mjs';
import { measuresRows } from './measures-rows.mjs';
import { pageSize } from './page-size.mjs';
import { publishedRows } from './published-rows.mjs';
import { sensitivityRows } from './sensitivity-rows.mjs';
import { uncertainRows } from './uncertain-rows.mjs';

const quick = process.argv.includes('--quick');
const path = (name) => fileURLToPath(new URL(`../../${name}`, import.meta.url));
const rows = [];
const faults = [];
const row = (what, measured, target = '') => rows.push([what, measured, target]);
const check = (right, fault) => {
  if (!right) faults.push(fault);
};
const ms = (number) => `${number.toFixed(number < 10 ? 2 : 0)} ms`;

const network = await loadNetwork(path('data/ai-web'));
const leading = await loadScenario(path('data/ai-web/scenarios/openai-shortfall-50.json'));
const run = simulator(network);
const [solveMs] = interleaved([() => run(leading)], { warmUps: 200, rounds: quick ? 200 : 2000 });
row(
  `leading case, solve and attribute (${network.order} firms, ${network.size} deals)`,
  ms(solveMs),
  '< 2 ms',
);
const cascade = run(leading);
check(network.order >= 74 && network.size >= 180, 'the web has lost firms or deals');
check(cascade.converged, 'the leading case did not settle');
check(
  cascade.firms.every(({ ledger, lossUsd }) => {
    const sum = ledger.reduce((total, { usd }) => total + usd, 0);
    return Math.abs(sum - lossUsd) <= 1e-9 * Math.max(1, Math.abs(lossUsd));
  }),
  'a ledger does not sum to its firm’s loss',
);

const sizes = Array.from({ length: 20 }, (_, step) => 0.25 + step / 40);
const drag = () => {
  for (const size of sizes) {
    run({ ...leading, shocks: leading.shocks.map((shock) => ({ ...shock, size })) });
  }
};
const [dragMs] = interleaved([drag], { warmUps: 3, rounds: quick ? 20 : 100 });
row(
  'the slider, one step (mean of 20 sizes, -25 to -72.5 %)',
  ms(dragMs / sizes.length),
  '< 16 ms',
);

const starts = Array.from({ length: quick ? 7 : 25 }, () =>
  time(() => {
    const { status } = spawnSync(process.execPath, [path('dist/cli/main.js'), 'simulate']);
    check(status === 0, 'the command line failed');
  }),
);
row('command line: simulate, start to exit', ms(median(starts)), '< 600 ms');

const page = pageSize(path('dist/viz'));
row('page script before lazy parts, gzipped', `${(page.bytes / 1000).toFixed(1)} kB`, '< 150 kB');
check(
  page.entries > 0 && page.hasMap && page.names.some((name) => name.includes('worker')),
  'no page or no worker found',
);
check(page.bytes < 150_000, 'the page’s script is too big');

const measures = measuresRows(quick);
for (const { what, ours, times, least, gap } of measures.rows) {
  row(what, ms(ours));
  row('- graphology-metrics', `${times.toFixed(1)} x ours`, `>= ${least} x`);
  row('- largest relative difference', gap.toExponential(1), '');
}
for (const { what, took, target } of measures.alone) row(what, ms(took), target);
faults.push(...measures.faults);

for (const { what, target, ours: mine, dense, gap: apart } of publishedRows(quick)) {
  row(what, ms(mine), target);
  row('- dense, straight from the paper', ms(dense), `${(dense / mine).toFixed(0)} x ours`);
  row('- largest difference', apart.toExponential(1), '< 1e-9');
  check(apart < 1e-9, `${what}: ours and the dense implementation disagree`);
}

const slopes = sensitivityRows(network, leading, quick);
for (const { what, took, note } of slopes.rows) row(what, ms(took), note);
faults.push(...slopes.faults);

const firebreaks = await firebreakRows(network, leading);
for (const { what, took, target } of firebreaks.alone) row(what, ms(took), target);
faults.push(...firebreaks.faults);

const draws = await uncertainRows(network, leading, quick);
for (const { what, took, note } of draws.rows) row(what, ms(took), note);
faults.push(...draws.faults);

process.stdout.write(
  table(
    [
      { header: 'Benchmark (medians)', align: 'left', shrinks: true },
      { header: 'Measured', align: 'right' },
      { header: 'Target', align: 'left' },
    ],
    rows,
  ),
);
for (const fault of faults) process.stderr.write(`bench: ${fault}\n`);
if (faults.length > 0) process.exitCode = 1;
