import type { Pattern } from './csr.ts';

/**
 * Strongly connected components of a directed graph whose row i points to its columns (Tarjan 1972, without recursion). Cost O(n + m).
 *
 * @returns  per row the number of its component; a component only points to itself and to lower numbers
 */
export const strongComponents = ({ start, column }: Pattern): Int32Array => {
  const size = start.length - 1;
  const component = new Int32Array(size).fill(-1);
  const visitedAs = new Int32Array(size).fill(-1);
  const lowest = new Int32Array(size);
  const next = start.slice(0, size);
  const path: number[] = [];
  const open: number[] = [];
  let visits = 0;
  let components = 0;
  const enter = (row: number): void => {
    visitedAs[row] = visits;
    lowest[row] = visits;
    visits += 1;
    path.push(row);
    open.push(row);
  };
  for (let root = 0; root < size; root++) {
    if (visitedAs[root]! >= 0) continue;
    enter(root);
    while (path.length > 0) {
      const row = path.at(-1)!;
      if (next[row]! < start[row + 1]!) {
        const target = column[next[row]!]!;
        next[row]! += 1;
        if (visitedAs[target]! < 0) enter(target);
        else if (component[target]! < 0) lowest[row] = Math.min(lowest[row]!, visitedAs[target]!);
        continue;
      }
      path.pop();
      const parent = path.at(-1);
      if (parent !== undefined) lowest[parent] = Math.min(lowest[parent]!, lowest[row]!);
      if (lowest[row] !== visitedAs[row]) continue;
      for (let member = open.pop()!; ; member = open.pop()!) {
        component[member] = components;
        if (member === row) break;
      }
      components += 1;
    }
  }
  return component;
};
