import { describe, expect, test } from 'vitest';
import { parseNetwork } from '../../../src/data/parse.ts';
import { dealFlows } from '../../../src/models/chained-boats/inputs/deal-flows.ts';
import { deriveInputs, inputsOf } from '../../../src/models/chained-boats/inputs/derive.ts';
import { floatFacts, WHOLE, without } from '../../../src/models/chained-boats/inputs/facts.ts';
import { newFigures } from '../../../src/models/chained-boats/inputs/figures.ts';
import {
  type InputQuantities,
  inputQuantities,
} from '../../../src/models/chained-boats/inputs/quantities.ts';
import { recordsOf } from '../../../src/models/chained-boats/inputs/records.ts';
import { tapedFacts } from '../../../src/models/chained-boats/inputs/taped-facts.ts';
import { fillDefaults, settingsOf } from '../../../src/models/chained-boats/simulate.ts';
import { newTape } from '../../../src/numerics/program/tape.ts';
import { randomNetwork } from '../../questions/sensitivity/random-network.ts';

const webOf = (seed: number) => {
  const { document, scenario } = randomNetwork(seed);
  const network = parseNetwork(document);
  return { network, settings: settingsOf(network, fillDefaults(scenario)) };
};

/** Every list of quantities by its path. */
const listsOf = <Q>({ orders, stakes, promises, loans, ...perFirm }: InputQuantities<Q>) =>
  [perFirm, orders, stakes, promises, loans].flatMap((lists) =>
    Object.entries(lists as Readonly<Record<string, readonly (Q | null)[]>>),
  );

describe('records -> inputs, written once', () => {
  test('is on the tape what it is in floats, whole and with parts of deals', () => {
    for (let seed = 1; seed <= 40; seed++) {
      const { network, settings } = webOf(seed);
      const parts = new Map(network.edges().map((deal, at) => [deal, [1, 0.3, 0, 1][at % 4]!]));
      for (const left of [WHOLE, parts]) {
        const records = recordsOf(network, left);
        const tape = newTape();
        const taped = inputQuantities(
          tapedFacts(tape, newFigures(tape), network, settings, left),
          records,
        );
        const values = listsOf(taped).map(([name, nodes]) => [
          name,
          nodes.map((node) => (node === null ? null : tape.value[node]!)),
        ]);
        const plain = listsOf(inputQuantities(floatFacts(settings, left), records));
        expect(plain.length).toBe(values.length);
        plain.forEach(([name, numbers], list) => {
          const [, onTape] = values[list] as [string, (number | null)[]];
          for (const [at, number] of numbers.entries()) {
            const node = onTape[at]!;
            const off = Math.abs(node - (number ?? 0)) / Math.max(1, Math.abs(number ?? 0));
            if (number === null) expect(node, name).toBeNull();
            else expect(off, `${name} ${at} of ${seed}`).toBeLessThan(1e-12);
          }
        });
      }
    }
  });

  test('takes parts from flows that are known whole as it derives them anew', () => {
    for (let seed = 1; seed <= 20; seed++) {
      const { network, settings } = webOf(seed);
      const flows = dealFlows(floatFacts(settings), recordsOf(network, WHOLE));
      const cuts = network.edges().filter((_, at) => at % 3 === seed % 3);
      const cut = inputsOf(recordsOf(network, without(cuts)), settings, without(cuts), flows);
      for (const deal of cuts) network.dropEdge(deal);
      expect(cut).toEqual(deriveInputs(network, settings).inputs);
    }
  });

  test('halves what deals bring: dollars, faces, and the face among reported debt', () => {
    let seen = 0;
    for (let seed = 1; seed <= 20; seed++) {
      const { network, settings } = webOf(seed);
      const whole = deriveInputs(network, settings).inputs;
      const halves = new Map(network.edges().map((deal) => [deal, 0.5]));
      const half = deriveInputs(network, settings, halves).inputs;
      const halved = (now: Float64Array, before: Float64Array): void =>
        expect([...now]).toEqual(Array.from(before, (usd) => usd / 2));
      halved(half.orders.usd, whole.orders.usd);
      halved(half.promises.usd, whole.promises.usd);
      halved(half.loans.faceUsd, whole.loans.faceUsd);
      halved(half.loans.serviceUsd, whole.loans.serviceUsd);
      network.forEachNode((id, { debtUsd = 0, model }) => {
        if (model?.outsideDebtServiceUsd !== undefined) return;
        const faces = network
          .filterOutEdges(id, (_, deal) => deal.kind === 'debt')
          .concat(network.filterInEdges(id, (_, deal) => deal.kind === 'debt'))
          .map((deal) => network.getEdgeAttributes(deal))
          .flatMap((deal) =>
            deal.kind === 'debt' && deal.borrower === id && !deal.contingent
              ? [deal.faceUsd ?? 0]
              : [],
          );
        const outside = debtUsd - faces.reduce((sum, usd) => sum + usd / 2, 0);
        const expected = Math.max(0, outside) * settings.parameters.interestRate;
        const i = half.firms.indexOf(id);
        expect(half.outsideServiceUsd[i]! / Math.max(1, expected)).toBeCloseTo(
          expected / Math.max(1, expected),
          12,
        );
        if (faces.length > 0 && expected > 0) seen += 1;
      });
    }
    expect(seen).toBeGreaterThan(5);
  });

  test('looks at every order a few times, however many firms there are', () => {
    const { network, settings } = webOf(3);
    let looks = 0;
    let orders = 0;
    for (const id of network.edges()) {
      const deal = network.getEdgeAttributes(id);
      if (deal.kind !== 'order') continue;
      orders += 1;
      const watched = Object.defineProperty({ ...deal }, 'supplier', {
        enumerable: true,
        get: () => {
          looks += 1;
          return deal.supplier;
        },
      });
      network.replaceEdgeAttributes(id, watched);
    }
    const add = (firms: number): void => {
      const first = network.getNodeAttributes(network.nodes()[0]!);
      for (let at = 0; at < firms; at++)
        network.addNode(`more-${at}`, { ...first, id: `more-${at}` });
    };
    deriveInputs(network, settings);
    const few = looks;
    add(200);
    looks = 0;
    deriveInputs(network, settings);
    expect(orders).toBeGreaterThan(3);
    expect(few).toBeGreaterThan(0);
    expect(looks).toBe(few);
  });
});
