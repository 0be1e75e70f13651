import { describe, expect, it } from 'vitest';
import { visibleSet } from '../../../viz/style/core-set.ts';
import { nearestIn } from '../../../viz/style/nearest-in.ts';
import { dealPicture, firmPicture, layPicture, type Moment } from '../../../viz/style/picture.ts';
import { type LabelWish, placeLabels } from '../../../viz/style/place-labels.ts';
import { linkedDeals, litBy } from '../../../viz/style/selection.ts';
import { frameAt } from '../../../viz/style/timeline.ts';
import { themes } from '../../../viz/theme/tokens.ts';
import { cascadeOf, debt, equity, firm, networkOf, order } from '../worlds.ts';

const network = networkOf(
  [
    firm('lab', { layer: 'models', valueUsd: 500e9 }),
    firm('cloud', { valueUsd: 900e9 }),
    firm('chips', { valueUsd: 4e12 }),
    firm('fund', { layer: 'capital' }),
    firm('loner', { layer: 'energy', valueUsd: 1e9 }),
  ],
  [
    order('ord', 'lab', 'cloud', { amountUsd: 300e9 }),
    order('chip-order', 'lab', 'chips', { amountUsd: 90e9, link: 'stake' }),
    equity('stake', 'chips', 'lab', { stake: 0.05 }),
    equity('fund-lab', 'fund', 'lab', { stake: 0.1 }),
    debt('unpriced', 'fund', 'cloud'),
    order('doubtful', 'cloud', 'loner', { amountUsd: 1e9, confidence: 'low' }),
    order('gone', 'cloud', 'chips', { amountUsd: 1e9, status: 'cancelled' }),
  ],
);
const core = { scope: 'core', hiddenKinds: [] } as const;

describe('visibleSet', () => {
  it('keeps deals with a figure that are not doubtful, and the firms they touch', () => {
    const { firms, deals } = visibleSet(network, core);
    expect([...deals].sort()).toEqual(['chip-order', 'fund-lab', 'ord', 'stake']);
    expect([...firms].sort()).toEqual(['chips', 'cloud', 'fund', 'lab']);
  });

  it('shows all but cancelled deals when asked', () => {
    const { firms, deals } = visibleSet(network, { scope: 'all', hiddenKinds: [] });
    expect(firms.size).toBe(5);
    expect(deals.size).toBe(6);
    expect(deals.has('gone')).toBe(false);
  });

  it('hides a kind of deal but not its firms', () => {
    const { firms, deals } = visibleSet(network, { scope: 'core', hiddenKinds: ['equity'] });
    expect([...deals].sort()).toEqual(['chip-order', 'ord']);
    expect(firms.has('fund')).toBe(true);
  });
});

describe('litBy', () => {
  const shown = visibleSet(network, core).deals;

  it('keeps a firm, its deals and their other ends', () => {
    const lit = litBy(network, { kind: 'firm', id: 'lab' }, shown)!;
    expect([...lit.firms].sort()).toEqual(['chips', 'cloud', 'fund', 'lab']);
    expect(lit.deals.has('unpriced')).toBe(false);
  });

  it('lights both legs of a linked pair, whichever of them names the other', () => {
    expect(linkedDeals(network, 'chip-order')).toEqual(['stake']);
    expect(linkedDeals(network, 'stake')).toEqual(['chip-order']);
    expect([...litBy(network, { kind: 'deal', id: 'stake' }, shown)!.deals]).toEqual([
      'stake',
      'chip-order',
    ]);
  });

  it('lights nothing for nothing, and for what is not there', () => {
    expect(litBy(network, null, shown)).toBeNull();
    expect(litBy(network, { kind: 'firm', id: 'nobody' }, shown)).toBeNull();
    expect(litBy(network, { kind: 'deal', id: 'nothing' }, shown)).toBeNull();
  });
});

describe('pictures', () => {
  const layout = layPicture(network, core, 'en', { width: 900, height: 600 });
  const shown = layout.visible.deals;
  const rest: Moment = { theme: themes.dark, frame: null, lit: null, hover: null };
  const cascade = cascadeOf(
    [
      { id: 'lab', startValueUsd: 500e9, ledger: [{ cause: 'own-shock', round: 1, usd: 100e9 }] },
      {
        id: 'cloud',
        startValueUsd: 900e9,
        ledger: [{ cause: 'lost-order', deal: 'ord', firm: 'lab', round: 2, usd: 90e9 }],
      },
      {
        id: 'chips',
        startValueUsd: 4e12,
        ledger: [{ cause: 'holding', deal: 'stake', firm: 'lab', round: 2, usd: 5e9 }],
      },
      { id: 'fund', startValueUsd: 0, valueKnown: false, ledger: [] },
      { id: 'loner', startValueUsd: 1e9, ledger: [] },
    ],
    [1, 2],
  );

  it('runs the fire along a lost order and against a holding', () => {
    const moment = { ...rest, frame: frameAt(cascade, 2) };
    expect(dealPicture(network, layout, moment, 'ord').fire).toBe(1);
    expect(dealPicture(network, layout, moment, 'stake').fire).toBe(-1);
    expect(dealPicture(network, layout, moment, 'fund-lab').fire).toBe(0);
  });

  it('lets what is cold step back while fire runs, and only then', () => {
    const moment = { ...rest, frame: frameAt(cascade, 1) };
    expect(firmPicture(network, layout, moment, 'lab').alpha).toBe(1);
    expect(firmPicture(network, layout, moment, 'fund').alpha).toBeCloseTo(0.35, 12);
    const before = { ...rest, frame: frameAt(cascade, 0) };
    expect(firmPicture(network, layout, before, 'fund').alpha).toBe(1);
  });

  it('lets all but the selection step back to a quarter', () => {
    const moment = { ...rest, lit: litBy(network, { kind: 'firm', id: 'fund' }, shown) };
    expect(firmPicture(network, layout, moment, 'lab').alpha).toBe(1);
    expect(firmPicture(network, layout, moment, 'cloud').alpha).toBe(0.25);
    const [lit, other] = ['fund-lab', 'ord'].map((id) => dealPicture(network, layout, moment, id));
    expect(lit!.alpha).toBe(1);
    expect(other!.alpha).toBeLessThan(0.25);
  });

  it('brings what is pointed at forward without pushing the rest back', () => {
    const moment = { ...rest, hover: litBy(network, { kind: 'deal', id: 'ord' }, shown) };
    expect(dealPicture(network, layout, moment, 'ord').alpha).toBe(1);
    const still = dealPicture(network, layout, rest, 'stake').alpha;
    expect(dealPicture(network, layout, moment, 'stake').alpha).toBe(still);
  });

  it('bows a long deal less than its share, never a short one', () => {
    const wide = layPicture(network, core, 'en', { width: 3000, height: 3000 });
    for (const id of wide.visible.deals) {
      const [payer, payee] = network.extremities(id).map((end) => wide.placement.places.get(end)!);
      const distance = Math.hypot(payee!.x - payer!.x, payee!.y - payer!.y);
      const bow = wide.curvature.get(id)! * distance;
      expect(bow).toBeLessThanOrEqual(0.46 * (200 + 0.3 * Math.max(0, distance - 200)));
      expect(bow).toBeGreaterThan(0);
    }
  });
});

describe('placeLabels', () => {
  const stage = { width: 400, height: 200 };
  const wish = (id: string, x: number, y: number, forced = false): LabelWish => ({
    id,
    x,
    y,
    forced,
    radius: 10,
    width: 60,
    height: 14,
  });

  it('puts a lone label under its disc', () => {
    const [label] = placeLabels([wish('a', 100, 100)], [{ x: 100, y: 100, radius: 10 }], stage);
    expect(label!.top).toBeGreaterThanOrEqual(110);
    expect((label!.left + label!.right) / 2).toBe(100);
  });

  it('never lets labels cover each other or a disc, and leaves out what has no room', () => {
    const wishes = Array.from({ length: 24 }, (_, i) =>
      wish(`f${i}`, 30 + (i % 8) * 45, 40 + 45 * Math.floor(i / 8)),
    );
    const discs = wishes.map(({ x, y, radius }) => ({ x, y, radius }));
    const placed = placeLabels(wishes, discs, stage);
    expect(placed.length).toBeGreaterThan(4);
    expect(placed.length).toBeLessThan(24);
    placed.forEach((a, i) => {
      for (const b of placed.slice(i + 1)) {
        const apart =
          a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;
        expect(apart, `${a.id} and ${b.id}`).toBe(true);
      }
    });
  });

  it('places a forced label even where it covers something', () => {
    const crowd = Array.from({ length: 9 }, (_, i) => ({ x: 70 + 15 * i, y: 100, radius: 60 }));
    expect(placeLabels([wish('a', 100, 100)], crowd, stage)).toEqual([]);
    expect(placeLabels([wish('a', 100, 100, true)], crowd, stage)).toHaveLength(1);
  });
});

describe('nearestIn', () => {
  const here = { x: 0, y: 0 };
  const points = [
    { id: 'right', x: 30, y: 5 },
    { id: 'far right', x: 90, y: 0 },
    { id: 'below', x: 2, y: 40 },
  ];

  it('walks to the nearest in a direction, steps sideways counting double', () => {
    expect(nearestIn(points, here, [1, 0])?.id).toBe('right');
    expect(nearestIn(points, here, [0, 1])?.id).toBe('below');
    // 5 ahead and 30 aside against 70 straight ahead.
    expect(nearestIn([points[0]!, { id: 'deep', x: 0, y: 70 }], here, [0, 1])?.id).toBe('right');
  });

  it('stays where it is at the edge', () => {
    expect(nearestIn(points, here, [-1, 0])).toBeUndefined();
  });
});
