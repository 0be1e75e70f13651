import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { barycentreOrder, type LaneFirm, laneBands, layLanes } from '../../../viz/style/lanes.ts';
import { separate } from '../../../viz/style/separate.ts';

describe('separate', () => {
  it('leaves alone what is far enough apart', () => {
    expect(separate([10, 50, 90], [20, 20], 0, 100)).toEqual([10, 50, 90]);
  });

  it('pushes a crowd apart around its middle', () => {
    expect(separate([50, 50, 50], [10, 10], 0, 100)).toEqual([40, 50, 60]);
  });

  it('stays inside as far as the gaps allow', () => {
    expect(separate([0, 2], [10], 5, 100)).toEqual([5, 15]);
    expect(separate([98, 99], [10], 0, 100)).toEqual([90, 100]);
    expect(separate([], [], 0, 1)).toEqual([]);
  });

  test.prop([
    fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { minLength: 1, maxLength: 12 }),
  ])('keeps order and gaps whatever is wanted', (wanted) => {
    const sorted = [...wanted].sort((a, b) => a - b);
    const gaps = sorted.slice(1).map((_, i) => 3 + i);
    const places = separate(sorted, gaps, 0, 1000);
    for (let i = 1; i < places.length; i++) {
      expect(places[i]! - places[i - 1]!).toBeGreaterThanOrEqual(gaps[i - 1]! - 1e-9);
    }
  });
});

describe('laneBands', () => {
  it('orders known layers, shelves compute, and puts what it does not know below', () => {
    const bands = laneBands([
      { layer: 'shipping', shelf: undefined },
      { layer: 'energy', shelf: undefined },
      { layer: 'compute', shelf: 'chips' },
      { layer: 'compute', shelf: 'clouds' },
      { layer: 'models', shelf: undefined },
      { layer: 'upstream', shelf: undefined },
    ]);
    expect(bands.map((band) => band.map(({ layer, shelf }) => shelf ?? layer))).toEqual([
      ['models'],
      ['clouds'],
      ['chips'],
      ['upstream', 'energy'],
      ['shipping'],
    ]);
  });
});

describe('barycentreOrder', () => {
  it('puts partners on the same side', () => {
    const place = barycentreOrder(
      [
        ['a', 'b', 'c'],
        ['x', 'y', 'z'],
      ],
      [
        ['a', 'x'],
        ['b', 'y'],
        ['c', 'z'],
      ],
    );
    const order = (ids: readonly string[]) =>
      [...ids].sort((p, q) => place.get(p)! - place.get(q)!).join('');
    const upper = order(['a', 'b', 'c']);
    const lower = order(['x', 'y', 'z']);
    const partner: Readonly<Record<string, string>> = { a: 'x', b: 'y', c: 'z' };
    expect([...upper].map((id) => partner[id]).join('')).toBe(lower);
  });
});

describe('layLanes', () => {
  const LAYERS = ['capital', 'models', 'apps', 'compute', 'energy', 'shipping'];
  const firms: readonly LaneFirm[] = Array.from({ length: 74 }, (_, i) => ({
    id: `firm-${i}`,
    layer: LAYERS[(i * i) % LAYERS.length]!,
    shelf: (i * i) % LAYERS.length === 3 ? ['clouds', 'chips'][i % 2] : undefined,
    radius: 11 + ((i * 7) % 38),
    labelWidth: 30 + ((i * 13) % 80),
    x: i % 3 === 0 ? (i % 10) / 10 : undefined,
  }));
  const links = firms.map(({ id }, i): [string, string] => [id, `firm-${(i * 5) % 74}`]);

  it.each([
    [1100, 820],
    [900, 740],
    [390, 420],
  ])('keeps 74 discs apart on a stage of %i by %i', (width, height) => {
    const { places, scale } = layLanes(firms, links, { width, height });
    expect(places.size).toBe(firms.length);
    firms.forEach((first, i) => {
      for (const second of firms.slice(i + 1)) {
        const [a, b] = [places.get(first.id)!, places.get(second.id)!];
        const gap = Math.hypot(a.x - b.x, a.y - b.y) - (first.radius + second.radius) * scale;
        expect(gap, `${first.id} and ${second.id}`).toBeGreaterThan(0);
      }
    });
  });

  it('keeps every disc in its lane and every lane on the stage', () => {
    const stage = { width: 1100, height: 820 };
    const { places, lanes } = layLanes(firms, links, stage);
    for (const { id, layer, shelf } of firms) {
      const { x, y } = places.get(id)!;
      const lane = lanes.find((one) => one.layer === layer && one.shelf === shelf)!;
      expect(x).toBeGreaterThanOrEqual(lane.left);
      expect(x).toBeLessThanOrEqual(lane.right);
      expect(y).toBeGreaterThan(lane.top);
      expect(y).toBeLessThan(lane.bottom);
    }
    expect(Math.max(...lanes.map(({ bottom }) => bottom))).toBeLessThanOrEqual(stage.height + 1e-9);
  });

  it('follows hand-tuned places where there is room', () => {
    const few = [0.9, 0.1, 0.5].map(
      (x, i): LaneFirm => ({
        id: `f${i}`,
        layer: 'models',
        shelf: undefined,
        radius: 12,
        labelWidth: 0,
        x,
      }),
    );
    const { places } = layLanes(few, [], { width: 1000, height: 300 });
    expect(places.get('f1')!.x).toBeCloseTo(10 + 980 * 0.1, 6);
    expect(places.get('f2')!.x).toBeCloseTo(10 + 980 * 0.5, 6);
    expect(places.get('f0')!.x).toBeCloseTo(10 + 980 * 0.9, 6);
  });

  it('has nothing to place in an empty network', () => {
    const empty = layLanes([], [], { width: 500, height: 400 });
    expect([empty.places.size, empty.lanes.length]).toEqual([0, 0]);
  });
});
