/**
 * The published models as their papers write them, on full matrices, iterated until nothing moves by
 * more than 1e-12: the yardstick of speed and agreement.
 */
const matrix = (size, entries) => {
  const rows = Array.from({ length: size }, () => new Float64Array(size));
  for (const [row, column, amount] of entries) rows[row][column] += amount;
  return rows;
};

const STILL = 1e-12;

const untilStill = (start, step) => {
  for (let state = start; ; ) {
    const next = step(state);
    let moved = 0;
    for (let i = 0; i < next.length; i++) moved = Math.max(moved, Math.abs(next[i] - state[i]));
    state = next;
    if (moved <= STILL) return state;
  }
};

/** Stress per shock: h = min(1, s + Λ h). */
export const denseDebtrank = ({ exposures, buffers }) => {
  const size = buffers.length;
  const impact = matrix(size, exposures).map((row, i) => row.map((amount) => amount / buffers[i]));
  return buffers.map((_, shocked) => {
    const start = new Float64Array(size);
    start[shocked] = 1;
    return untilStill(start, (stress) =>
      start.map((own, i) => {
        let sum = own;
        for (let j = 0; j < size; j++) sum += impact[i][j] * stress[j];
        return Math.min(1, sum);
      }),
    );
  });
};

/** Payments: p = min(p̄, e + Πᵀ p), from above. */
export const denseClearing = ({ liabilities, externalAssets }) => {
  const size = externalAssets.length;
  const owed = matrix(size, liabilities);
  const due = Float64Array.from(owed, (row) => row.reduce((sum, amount) => sum + amount, 0));
  return untilStill(due, (paid) =>
    due.map((whole, i) => {
      let means = externalAssets[i];
      for (let j = 0; j < size; j++) if (due[j] > 0) means += (owed[j][i] / due[j]) * paid[j];
      return Math.min(whole, means);
    }),
  );
};

const sum = (values) => values.reduce((total, value) => total + value, 0);

/** ESRI of some firms, each closed alone: both channels iterated over full matrices. */
export const denseEsri = (
  { links, industry, essentiality, revenues },
  replaceable,
  closedFirms,
) => {
  const size = industry.length;
  const needs = essentiality.dense;
  const industries = needs.length;
  const sold = matrix(size, links);
  const sales = sold.map(sum);
  const bought = Array.from({ length: size }, (_, j) => sum(sold.map((row) => row[j])));
  const ofInput = Array.from({ length: size }, () => new Float64Array(industries));
  for (const [i, j, amount] of links) ofInput[j][industry[i]] += amount;
  const missed = (down, j, sigma) => {
    const lost = new Float64Array(industries);
    let others = 0;
    for (let i = 0; i < size; i++) {
      if (sold[i][j] === 0) continue;
      const need = needs[industry[i]][industry[j]];
      const share = need === 2 ? sold[i][j] / ofInput[j][industry[i]] : sold[i][j] / bought[j];
      if (need === 2) lost[industry[i]] += sigma[i] * share * down[i];
      if (need === 1) others += sigma[i] * share * down[i];
    }
    return Math.max(others, ...lost);
  };
  const sharesOfMarket = (down) => {
    const able = new Float64Array(industries);
    for (let i = 0; i < size; i++) able[industry[i]] += (1 - down[i]) * sales[i];
    return sales.map((usd, i) => Math.min(1, usd / (able[industry[i]] || 1)));
  };
  const all = new Array(size).fill(1);
  const total = sum(sales);
  return closedFirms.map((closed) => {
    const start = new Float64Array(size);
    start[closed] = 1;
    const down = untilStill(start, (losses) => {
      const sigma = replaceable ? sharesOfMarket(losses) : all;
      return start.map((own, j) => Math.min(1, Math.max(own, missed(losses, j, sigma))));
    });
    const up = untilStill(start, (losses) =>
      start.map((own, i) => {
        let lost = 0;
        for (let j = 0; j < size; j++) lost += (sold[i][j] / revenues[i]) * losses[j];
        return Math.min(1, Math.max(own, lost));
      }),
    );
    return sum(sales.map((usd, i) => (usd / total) * Math.max(down[i], up[i])));
  });
};
