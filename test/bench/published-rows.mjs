import { eisenbergNoe } from '../../dist/models/clearing/eisenberg-noe.js';
import { debtrank } from '../../dist/models/debtrank/debtrank.js';
import { esri } from '../../dist/models/esri/esri.js';
import { denseClearing, denseDebtrank, denseEsri } from './dense.mjs';
import { interleaved } from './measure.mjs';
import { randomLinks, randomNumbers } from './random-problem.mjs';

const largestGap = (one, other) =>
  one.reduce((most, value, i) => Math.max(most, Math.abs(value - other[i])), 0);

/** The dense ESRI takes minutes for all firms: every so-manieth is timed, and multiplied. */
const SAMPLE = 250;

/** All single-firm shocks of linear DebtRank, a few exposures per firm, half of them amplifying. */
const debtrankCase = () => {
  const size = 125;
  const next = randomNumbers(11);
  const exposures = randomLinks(size, 900, next);
  const lent = new Array(size).fill(0);
  for (const [lender, , amount] of exposures) lent[lender] += amount;
  const buffers = lent.map((amount) => (amount + 1) * (0.6 + next()));
  return { exposures, buffers, shocks: 'each' };
};

const clearingCase = () => {
  const size = 150;
  const next = randomNumbers(13);
  const liabilities = randomLinks(size, 1500, next);
  const due = new Array(size).fill(0);
  const received = new Array(size).fill(0);
  for (const [debtor, creditor, amount] of liabilities) {
    due[debtor] += amount;
    received[creditor] += amount;
  }
  const externalAssets = due.map((amount, i) =>
    Math.max(0, (amount - received[i]) * 0.9 + next() * 20),
  );
  return { liabilities, externalAssets };
};

const esriCase = (replaceability) => {
  const [size, industries] = [500, 25];
  const next = randomNumbers(17);
  const links = randomLinks(size, 4000, next);
  const industry = Array.from({ length: size }, () => Math.floor(next() * industries));
  const essentiality = Array.from({ length: industries }, () =>
    Array.from({ length: industries }, () => Math.floor(next() * 3)),
  );
  const sales = new Array(size).fill(0);
  for (const [supplier, , amount] of links) sales[supplier] += amount;
  const revenues = sales.map((usd) => usd * (1 + next() / 2) + 1);
  return {
    links,
    industry,
    essentiality: { dense: essentiality },
    revenues,
    parameters: { replaceability },
  };
};

/**
 * Rows of the published models, each beside a straightforward dense implementation in the same
 * interleaved run: [what, ours in ms, target, dense in ms], and the agreement of the two.
 */
export const publishedRows = (quick) => {
  /** Ours is over in no time: it gets the calls that a compiler needs before the race. */
  const measure = (ours, dense, [rounds, quickRounds]) => {
    for (let call = 0; call < 4 * rounds; call++) ours();
    return interleaved([ours, dense], { warmUps: 1, rounds: quick ? quickRounds : rounds });
  };
  const rows = [];
  const add = (what, target, [ours, dense], gap) => rows.push({ what, target, ours, dense, gap });

  const debts = debtrankCase();
  const stress = debtrank.solve(debts).stress;
  add(
    'linear DebtRank, each of 125 firms shocked in turn',
    '< 5 ms',
    measure(
      () => debtrank.solve(debts),
      () => denseDebtrank(debts),
      [7, 3],
    ),
    Math.max(...denseDebtrank(debts).map((row, k) => largestGap(row, stress[k]))),
  );

  const clearing = clearingCase();
  const { payments } = eisenbergNoe.solve(clearing);
  const scale = Math.max(...payments);
  add(
    'Eisenberg-Noe, 150 firms',
    '< 1 ms',
    measure(
      () => eisenbergNoe.solve(clearing),
      () => denseClearing(clearing),
      [201, 51],
    ),
    largestGap(denseClearing(clearing), payments) / scale,
  );

  for (const [what, replaceability, target] of [
    ['ESRI, each of 500 firms closed in turn, 4,000 links', 'no', '< 300 ms'],
    ['ESRI, the same with replaceable suppliers', 'yes', '< 2000 ms'],
  ]) {
    const supply = esriCase(replaceability);
    const { total } = esri.solve(supply);
    const sample = total.map((_, firm) => firm).filter((firm) => firm % SAMPLE === 0);
    const dense = () => denseEsri(supply, replaceability === 'yes', sample);
    const [ours, some] = measure(() => esri.solve(supply), dense, [3, 1]);
    const sampled = sample.map((firm) => total[firm]);
    add(what, target, [ours, some * SAMPLE], largestGap(dense(), sampled));
  }
  return rows;
};
