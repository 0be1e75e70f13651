import { type Figure, figureDay } from './figures.ts';
import type { Network } from './graph.ts';
import { type Deal, FIGURES, type Firm, type PerGigawatt, type Source } from './schema.ts';

/** How good the evidence for a figure is, best first. */
export const EVIDENCE = [
  /** A filing with an authority. */
  'filed',
  /** What the firms themselves said in public. */
  'announced',
  /** The press. */
  'reported',
  /** Analysts, or worked out from other figures (dollars from gigawatts, stakes from worth). */
  'estimated',
  /** A choice of the model: its parameters and what stands in for unknown figures. */
  'assumed',
  /** No source is recorded. */
  'unsourced',
] as const;

export type Evidence = (typeof EVIDENCE)[number];

const OF_SOURCE: Readonly<Record<NonNullable<Source['kind']>, Evidence>> = {
  filing: 'filed',
  'press-release': 'announced',
  news: 'reported',
  analysis: 'estimated',
  seed: 'estimated',
};

/** Amounts that somebody worked out, whatever the deal's own sources are. */
const WORKED_OUT: ReadonlySet<string> = new Set(['derived', 'derived-annual', 'seed-estimate']);

const isFigure = (field: string): field is Figure => (FIGURES as readonly string[]).includes(field);

/** Sources of the entry that a figure is from, else of the record. */
const sourcesOf = (firm: Firm, field: string): readonly string[] => {
  const from = isFigure(field)
    ? firm.history?.findLast(
        ({ on, [field]: value, sources }) =>
          on === figureDay(firm, field) && value !== undefined && sources !== undefined,
      )
    : undefined;
  return from?.sources ?? firm.sources ?? [];
};

/** The evidence for the figures of a network's records. */
export interface EvidenceBook {
  readonly ofFirm: (firm: Firm, field: string) => Evidence;
  readonly ofDeal: (deal: Deal) => Evidence;
  readonly ofRow: (row: PerGigawatt) => Evidence;
}

/**
 * The best evidence that sources give. Sources are kept per record and per dated entry, not per figure: a
 * figure counts with the best source of where it is from.
 */
export const evidenceBook = (network: Network): EvidenceBook => {
  const kindOf = new Map(network.getAttribute('sources').map(({ id, kind }) => [id, kind]));
  const best = (sources: readonly string[]): Evidence => {
    const given = sources.flatMap((id) => {
      const kind = kindOf.get(id);
      return kind === undefined ? [] : [OF_SOURCE[kind]];
    });
    return EVIDENCE.find((evidence) => given.includes(evidence)) ?? 'unsourced';
  };
  return {
    ofFirm: (firm, field) => best(sourcesOf(firm, field)),
    ofDeal: ({ amountBasis, sources }) =>
      WORKED_OUT.has(amountBasis ?? '') ? 'estimated' : best(sources ?? []),
    ofRow: ({ sources }) => {
      const evidence = best(sources ?? []);
      return evidence === 'unsourced' ? evidence : 'estimated';
    },
  };
};
