import type { Network } from '../../../network/graph.ts';
import type { Deal, Firm, PerGigawatt, Source } from '../../../network/schema.ts';
import { EVIDENCE, type Evidence } from '../sensitivity-schema.ts';

const OF_SOURCE: Readonly<Record<NonNullable<Source['kind']>, Evidence>> = {
  filing: 'filed',
  'press-release': 'announced',
  news: 'reported',
  analysis: 'estimated',
  seed: 'estimated',
};

/** Amounts that somebody worked out, whatever the deal's own sources are. */
const WORKED_OUT: ReadonlySet<string> = new Set(['derived', 'derived-annual', 'seed-estimate']);

/**
 * The best evidence that a record's sources give. Sources are kept per record, not per figure: a
 * figure counts with the best source of its record.
 */
export const evidenceOf = (network: Network): ((record: Firm | Deal | PerGigawatt) => Evidence) => {
  const kindOf = new Map(network.getAttribute('sources').map(({ id, kind }) => [id, kind]));
  return (record) => {
    if ('amountBasis' in record && WORKED_OUT.has(record.amountBasis ?? '')) return 'estimated';
    const given = (record.sources ?? []).flatMap((id) => {
      const kind = kindOf.get(id);
      return kind === undefined ? [] : [OF_SOURCE[kind]];
    });
    return EVIDENCE.find((evidence) => given.includes(evidence)) ?? 'unsourced';
  };
};
