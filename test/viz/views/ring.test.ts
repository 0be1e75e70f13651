import { expect, test } from 'vitest';
import type { CircularLoop } from '../../../src/questions/loops/circularity-document.ts';
import { ringOf } from '../../../viz/views/loops/ring.ts';

const hop = (kind: 'equity' | 'order') => [
  { id: kind, kind, status: 'signed' as const, usd: 1, sources: [] },
];
const loops: CircularLoop[] = [
  { usd: 2, bindingUsd: 1, firms: ['chips', 'lab'], hops: [hop('equity'), hop('order')] },
  {
    usd: 1,
    bindingUsd: 0,
    firms: ['chips', 'lab', 'cloud'],
    hops: [hop('equity'), hop('order'), hop('order')],
  },
];

test('firms stand on a ring, those in most loops first; a payment is drawn once', () => {
  const { firms, lines } = ringOf(loops, 200, 80);
  expect(firms.map(({ id }) => id)).toEqual(['chips', 'lab', 'cloud']);
  for (const { x, y } of firms) expect(Math.hypot(x - 100, y - 100)).toBeCloseTo(80, 9);
  expect(firms[0]).toMatchObject({ x: 100, y: 20 });
  expect(lines).toHaveLength(4);
  const shared = lines.find(({ payer, payee }) => payer === 'chips' && payee === 'lab')!;
  expect([...shared.loops]).toEqual([0, 1]);
  expect([...shared.kinds]).toEqual(['equity']);
});

test('two ways between the same firms do not lie on each other', () => {
  const [there, back] = ringOf(loops.slice(0, 1), 200, 80).lines;
  expect(there!.path.split('Q')[1]!.split(',').slice(0, 2)).not.toEqual(
    back!.path.split('Q')[1]!.split(',').slice(0, 2),
  );
  expect(ringOf([], 200, 80)).toEqual({ firms: [], lines: [] });
});
