import { describe, expect, it } from 'vitest';
import { controlPoint, curveMiddle } from '../../../viz/style/curve.ts';
import { curvatures } from '../../../viz/style/picture.ts';
import { debt, equity, firm, networkOf, order } from '../worlds.ts';

const network = networkOf(
  [firm('a'), firm('b'), firm('c')],
  [
    equity('eq', 'a', 'b'),
    order('ord-2', 'a', 'b'),
    order('ord-1', 'a', 'b'),
    debt('debt', 'a', 'b'),
    equity('war', 'a', 'b', { instrument: 'Warrant' }),
    order('back', 'b', 'a'),
    equity('lone', 'c', 'a'),
    order('self', 'c', 'c'),
  ],
);
const places = { a: { x: 100, y: 50 }, b: { x: 300, y: 200 }, c: { x: 0, y: 0 } };

describe('curvatures', () => {
  const curvature = curvatures(network);

  it('nests deals of one direction by kind, and a second of a kind on the next step', () => {
    const order_ = ['ord-1', 'ord-2', 'eq', 'debt', 'war'];
    const nested = order_.map((id) => curvature.get(id)!);
    expect(nested[0]).toBe(0.16);
    for (let k = 1; k < nested.length; k++) {
      expect(nested[k]! - nested[k - 1]!).toBeGreaterThanOrEqual(0.1 - 1e-12);
    }
  });

  it('gives a deal alone the curvature of its kind', () => {
    expect(curvature.get('back')).toBe(0.16);
    expect(curvature.get('lone')).toBe(0.26);
    expect(curvature.get('self')).toBe(0.16);
  });

  it('keeps every pair of parallel or opposite deals apart where they are furthest from the firms', () => {
    const ids = ['eq', 'ord-1', 'ord-2', 'debt', 'war', 'back'];
    const middles = ids.map((id) => {
      const [payer, payee] = network.extremities(id) as ['a' | 'b', 'a' | 'b'];
      return curveMiddle(places[payer], places[payee], curvature.get(id)!);
    });
    middles.forEach((first, i) => {
      for (const second of middles.slice(i + 1)) {
        // 250 px apart: a step of .1 is 12.5 px at the middle.
        expect(Math.hypot(first.x - second.x, first.y - second.y)).toBeGreaterThanOrEqual(12.4);
      }
    });
  });
});

describe('controlPoint', () => {
  it('lies to the left of the way, seen with y downwards', () => {
    // Eastwards: left is up.
    expect(controlPoint({ x: 0, y: 0 }, { x: 10, y: 0 }, 0.5)).toEqual({ x: 5, y: -5 });
    // Back westwards: left is down, so that the two open an eye.
    expect(controlPoint({ x: 10, y: 0 }, { x: 0, y: 0 }, 0.5)).toEqual({ x: 5, y: 5 });
  });

  it('leaves a straight line straight', () => {
    expect(curveMiddle({ x: 2, y: 4 }, { x: 6, y: 10 }, 0)).toEqual({ x: 4, y: 7 });
  });
});
