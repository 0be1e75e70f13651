import { test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { parseNetwork, toDocument } from '../../src/data/parse.ts';
import { resolve } from '../../src/data/resolve.ts';
import { harbour } from '../worlds/harbour.ts';
import { randomDocument } from '../worlds/random-document.ts';
import { threeBoats } from '../worlds/three-boats.ts';

describe('parseNetwork', () => {
  it('makes firms nodes and deals edges from who owns, owes or orders to whom', () => {
    const network = parseNetwork(threeBoats);
    expect(network.type).toBe('directed');
    expect(network.nodes()).toEqual(['alpha', 'bravo', 'carrow']);
    const ends = network.mapEdges((id, _deal, payer, payee) => [id, payer, payee]);
    expect(ends).toEqual([
      ['ord-alpha-bravo', 'alpha', 'bravo'],
      ['eq-alpha-bravo', 'alpha', 'bravo'],
      ['ord-alpha-carrow', 'alpha', 'carrow'],
      ['eq-bravo-carrow', 'bravo', 'carrow'],
      ['debt-bravo-carrow', 'bravo', 'carrow'],
    ]);
    expect(network.getNodeAttribute('bravo', 'valueUsd')).toBe(350e9);
    expect(network.getAttribute('name')).toBe('three-boats');
  });

  it('gives a web without deals before the first deal', () => {
    const network = parseNetwork(threeBoats, { asOf: '2000-01-01' });
    expect([network.order, network.size, network.getAttribute('asOf')]).toEqual([
      3,
      0,
      '2000-01-01',
    ]);
  });

  it('lets a short record leave out what has a plain meaning', () => {
    const short = {
      id: 'o',
      kind: 'order',
      customer: 'alpha',
      supplier: 'bravo',
      status: 'signed',
    };
    const network = parseNetwork({ ...threeBoats, deals: [short] });
    expect(network.getEdgeAttributes('o')).toEqual({ ...short, instrument: 'order' });
  });

  it('takes an empty network', () => {
    const network = parseNetwork({
      version: 1,
      name: 'none',
      asOf: '2026-01-01',
      firms: [],
      deals: [],
    });
    expect(toDocument(network)).toEqual({
      version: 1,
      name: 'none',
      asOf: '2026-01-01',
      firms: [],
      deals: [],
    });
  });
});

describe('toDocument', () => {
  it.each(['2025-09-21', '2025-10-10', '2026-04-27'])('is the document as known on %s', (asOf) => {
    expect(toDocument(parseNetwork(harbour, { asOf }))).toEqual(resolve(harbour, asOf));
  });

  test.prop([randomDocument()], { numRuns: 60 })('makes the same network again', (document) => {
    const network = parseNetwork(document, { asOf: '2025-12-01' });
    expect(parseNetwork(toDocument(network)).export()).toEqual(network.export());
  });
});
