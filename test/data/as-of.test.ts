import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { loadDocument, loadNetwork } from '../../src/data/load.ts';
import { parseNetwork } from '../../src/data/parse.ts';
import { dealsOn, FOLDER, table } from './tables.ts';

const path = fileURLToPath(FOLDER);
const WEBS = ['2025-10-10', '2025-12-31', '2026-04-27'];
const document = await loadDocument(path);

const days = (): string[] => {
  const stated = [
    ...table('deals').map(({ announcedOn }) => announcedOn!),
    ...table('history').map(({ on }) => on!),
    ...WEBS,
  ];
  return [...new Set(stated)].sort();
};

test('stakes in one issuer never sum above 1, on any day on which something changed', () => {
  for (const day of days()) {
    const held = new Map<string, number>();
    for (const { kind, issuer, stake } of dealsOn(day).values()) {
      if (kind === 'equity') held.set(issuer!, (held.get(issuer!) ?? 0) + Number(stake || 0));
    }
    for (const [issuer, sum] of held) expect(sum, `${issuer} ${day}`).toBeLessThanOrEqual(1 + 1e-9);
  }
});

test('an order never has a total and a yearly figure, on any day', () => {
  for (const day of days()) {
    const both = [...dealsOn(day).values()].filter(
      ({ amountUsd, perYearUsd, schedule }) =>
        [amountUsd, perYearUsd, schedule].filter(Boolean).length > 1,
    );
    expect(
      both.map(({ id }) => id),
      day,
    ).toEqual([]);
  }
});

test('what a deal lies within is in the web whenever the deal is', () => {
  for (const day of days()) {
    const web = dealsOn(day);
    const lost = [...web.values()].filter(({ within }) => within && !web.has(within));
    expect(
      lost.map(({ id }) => id),
      day,
    ).toEqual([]);
  }
});

describe.each(WEBS)('the web of %s', (day) => {
  const web = parseNetwork(document, { asOf: day });

  test('has the deals that the tables say, with the same amounts', () => {
    const own = dealsOn(day);
    expect(web.edges().toSorted()).toEqual([...own.keys()].toSorted());
    web.forEachEdge((id, deal) => {
      for (const [field, value] of Object.entries(deal)) {
        if (typeof value === 'number')
          expect(Number(own.get(id)![field]), `${id} ${field}`).toBe(value);
      }
    });
  });

  test('is large, and has the relations that stand on every day', () => {
    expect(web.order).toBe(table('firms').length);
    expect(web.size).toBeGreaterThan(100);
    for (const id of [
      'ord-nvidia-tsmc',
      'ord-tsmc-asml',
      'eq-microsoft-openai',
      'eq-softbank-arm',
    ]) {
      expect(web.hasEdge(id), id).toBe(true);
    }
  });
});

const deal = (day: string, id: string) => {
  const web = parseNetwork(document, { asOf: day });
  return web.hasEdge(id) ? web.getEdgeAttributes(id) : undefined;
};
const openai = (day: string) => parseNetwork(document, { asOf: day }).getNodeAttributes('openai');

test('2025-10-10 knows the letter of intent and nothing of 2026', () => {
  expect(deal('2025-10-10', 'eq-nvidia-openai-loi')).toMatchObject({
    status: 'loi',
    commitmentUsd: 100e9,
  });
  expect(deal('2025-10-10', 'eq-openai-amd-warrant')).toMatchObject({
    stake: 0.098,
    contingent: true,
  });
  expect(deal('2025-10-10', 'eq-amazon-openai')).toBeUndefined();
  expect(deal('2025-10-10', 'eq-softbank-openai')).toMatchObject({
    paidUsd: 7.5e9,
    commitmentUsd: 22.5e9,
  });
  expect(deal('2025-10-10', 'eq-nvidia-coreweave')).toMatchObject({ valueUsd: 3.959e9 });
  expect(openai('2025-10-10')).toMatchObject({ valueUsd: 500e9, revenueUsd: 10e9 });
});

test('2025-10-10 has market values of that week, and marks those that are later', () => {
  const web = parseNetwork(document, { asOf: '2025-10-10' });
  for (const id of ['nvidia', 'microsoft', 'oracle', 'amd', 'coreweave', 'softbank', 'tsmc']) {
    expect(web.getNodeAttributes(id).figuresOn?.valueUsd, id).toBe('2025-10-10');
  }
  expect(web.getNodeAttributes('dell').figuresOn?.valueUsd).toBe('2025-12-31');
});

test('2025-12-31 knows the second closing and the stakes as reported at the end of the year', () => {
  const softbank = deal('2025-12-31', 'eq-softbank-openai');
  expect(softbank).toMatchObject({ status: 'closed', paidUsd: 30e9, stake: 0.11 });
  expect(softbank).not.toHaveProperty('commitmentUsd');
  expect(deal('2025-12-31', 'eq-nvidia-coreweave')).toMatchObject({
    valueUsd: 1.74e9,
    stake: 0.063,
  });
  expect(deal('2025-12-31', 'eq-nvidia-openai-loi')).toBeDefined();
  expect(deal('2025-12-31', 'eq-nvidia-openai-2026')).toBeUndefined();
  expect(openai('2025-12-31')).toMatchObject({ valueUsd: 500e9, revenueUsd: 13.07e9 });
});

test('2026-04-27 has the 30 billion in place of the letter, and the rest of what changed', () => {
  const last = '2026-04-27';
  expect(deal(last, 'eq-nvidia-openai-loi')).toBeUndefined();
  expect(deal(last, 'ord-openai-nvidia')).toBeUndefined();
  expect(deal(last, 'eq-nvidia-openai-2026')).toMatchObject({ commitmentUsd: 30e9 });
  expect(deal(last, 'eq-amazon-openai')).toMatchObject({ paidUsd: 15e9, status: 'closed' });
  expect(deal(last, 'eq-amazon-openai-conditional')).toMatchObject({
    commitmentUsd: 35e9,
    contingent: true,
  });
  expect(deal(last, 'eq-softbank-openai-2026')).toMatchObject({
    paidUsd: 10e9,
    commitmentUsd: 20e9,
  });
  expect(deal(last, 'debt-banks-softbank-bridge-2026')).toMatchObject({
    faceUsd: 10e9,
    commitmentUsd: 30e9,
  });
  expect(deal(last, 'eq-nvidia-xai')).toBeUndefined();
  expect(deal(last, 'eq-spacex-xai-merger')).toMatchObject({ stake: 1 });
  expect(openai(last)).toMatchObject({ valueUsd: 852e9, revenueUsd: 24e9 });
});

test("Oracle's backlog follows the reports", async () => {
  const backlog = async (asOf: string) =>
    (await loadNetwork(path, { asOf })).getNodeAttributes('oracle').backlogUsd;
  expect(await Promise.all(WEBS.map(backlog))).toEqual([455e9, 523.3e9, 553e9]);
});
