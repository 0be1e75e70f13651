import loadHighs from 'highs';
import type { FlowArcs } from '../../src/numerics/flow/flow-arcs.ts';

const solver = await loadHighs();

/** The least cost of a flow in balance, by HiGHS; `free` nodes need no balance. */
export const leastCostByHighs = (
  { size, tail, head, capacity }: FlowArcs,
  cost: Float64Array,
  free: readonly number[] = [],
): number => {
  const term = (value: number, arc: number): string =>
    `${value < 0 ? '-' : '+'} ${Math.abs(value)} f${arc}`;
  const rows = Array.from({ length: size }, (_, node) => {
    const terms = [...tail.keys()].flatMap((arc) => {
      if (tail[arc] === head[arc]) return [];
      if (tail[arc] === node) return [term(-1, arc)];
      return head[arc] === node ? [term(1, arc)] : [];
    });
    return free.includes(node) || terms.length === 0 ? '' : ` b${node}: ${terms.join(' ')} = 0\n`;
  });
  const bounds = [...capacity].map((most, arc) => ` 0 <= f${arc} <= ${most}\n`);
  const goal = [...cost].map(term).join(' ');
  const text = `Minimize\n obj: ${goal}\nSubject To\n${rows.join('')} none: 0 f0 <= 1\nBounds\n${bounds.join('')}End\n`;
  return solver.solve(text).ObjectiveValue;
};
