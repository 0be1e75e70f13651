import type { Network } from '../../data/graph.ts';
import type { Fact } from '../../data/schema.ts';
import type { BookFact } from './order-book.ts';

/** Which records of `facts.csv` the order book reads. A network without them has unknown capacity. */
export const BOOK_FACTS = {
  acceleratorsPerGw: 'seed-gpu-per-gw',
  acceleratorsPerWafer: 'gpus-per-wafer',
  /** World packaging capacity in wafers a month, at the end of the year. */
  packagingAtYearEnd: {
    2024: 'cowos-end-2024',
    2025: 'cowos-end-2025',
    2026: 'cowos-end-2026',
  },
  /** Supplier's share of packaging, by the year that it was published for. */
  packagingShare: {
    nvidia: { 2025: 'seed-cowos-nv-share', 2026: 'cowos-nv-share-2026' },
    amd: { 2026: 'cowos-amd-share-2026' },
    broadcom: { 2026: 'cowos-avgo-share-2026' },
  },
  disputed: [
    'seed-cowos-month',
    'cowos-2025-demand',
    'cowos-2026-demand',
    'seed-gpu-output',
    'seed-gpu-output-ubs',
    'seed-gpu-gw',
    'gw-dies',
    'openai-compute-2025',
  ],
  capitalSpending: {
    2025: ['capex-2025-guide', 'seed-capex-2025'],
    2026: ['capex-2026-guide-lo', 'capex-2026-guide-hi', 'seed-capex-2026'],
  },
} as const satisfies Record<string, unknown>;

export type FactOf = (id: string) => (Fact & { readonly value: number }) | undefined;

/** Facts by id; those without a value are unknown. */
export const factsOf = (network: Network): FactOf => {
  const facts = new Map(network.getAttribute('facts').map((fact) => [fact.id, fact]));
  return (id) => {
    const fact = facts.get(id);
    return fact?.value === undefined ? undefined : { ...fact, value: fact.value };
  };
};

/** A fact as the document shows it. */
export const shownFact = (fact: Fact & { readonly value: number }): BookFact => ({
  fact: fact.id,
  description: fact.description,
  value: fact.value,
  unit: fact.unit ?? '',
  sources: [...(fact.sources ?? [])],
  confidence: fact.confidence ?? null,
  note: fact.note ?? null,
});

export const shownFacts = (factOf: FactOf, ids: readonly string[]): BookFact[] =>
  ids.flatMap((id) => {
    const fact = factOf(id);
    return fact === undefined ? [] : [shownFact(fact)];
  });
