import { expect, test } from 'vitest';
import {
  diffusionOf,
  impactDiffusion,
  impactFluidity,
  impactSusceptibility,
  susceptibilityOf,
} from '../../src/measures/impact.ts';
import { exponential } from '../../src/measures/matrix-exponential.ts';
import { debt, equity, makeNetwork } from './make-network.ts';

test('exp of a chain by hand, and of a full matrix by its own doubling', () => {
  // V = a->b .5, b->c .25: exp has V, and V²/2 = a->c .0625
  const chain = Float64Array.from([0, 0.5, 0, 0, 0, 0.25, 0, 0, 0]);
  expect([...exponential(chain, 3)]).toEqual([1, 0.5, 0.0625, 0, 1, 0.25, 0, 0, 1]);
  // exp of a 2x2 with entries x off the diagonal is cosh x, sinh x
  const x = 3.7;
  const ring = exponential(Float64Array.from([0, x, x, 0]), 2);
  expect(ring[0]! / Math.cosh(x)).toBeCloseTo(1, 12);
  expect(ring[1]! / Math.sinh(x)).toBeCloseTo(1, 12);
});

test('susceptibility and diffusion of a chain by hand', () => {
  const chain = Float64Array.from([0, 0.5, 0, 0, 0, 0.25, 0, 0, 0]);
  // into c: .25 + .0625 over .25
  expect([...susceptibilityOf(chain, 3)]).toEqual([0, 1, 1.25]);
  // without a: all of .5 + .0625 goes, over .5; without b: .25 + .0625 over .25
  expect([...diffusionOf(chain, 3)]).toEqual([1.125, 1.25, 0]);
});

test('stakes and loans over the value of who holds them, capped at 1', () => {
  const web = makeNetwork(
    [
      { id: 'issuer', valueUsd: 100 },
      { id: 'holder', valueUsd: 40 },
      { id: 'lender', valueUsd: 10 },
      { id: 'unknown' },
    ],
    [
      equity('holder', 'issuer', { stake: 0.2 }),
      debt('lender', 'holder', { faceUsd: 90 }),
      debt('unknown', 'issuer', { faceUsd: 5 }),
    ],
  );
  // issuer -> holder 20/40, holder -> lender min(1, 90/10)
  const susceptible = impactSusceptibility.fn(web);
  expect([...susceptible]).toEqual([0, 1, 1.25, 0]);
  expect([...impactDiffusion.fn(web)]).toEqual([1.5, 1.25, 0, 0]);
  const fluidity = impactFluidity.fn(web).reduce((sum, value) => sum + value, 0);
  expect(fluidity).toBeCloseTo(2.25 / 4, 12);
});
