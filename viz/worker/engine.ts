import type { Cascade } from '../../src/contagion/cascade.ts';
import { simulator } from '../../src/contagion/simulate.ts';
import type { Ranking } from '../../src/measures/ranking.ts';
import type { Network } from '../../src/network/graph.ts';
import { buildNetwork } from '../../src/network/parse.ts';
import type { NetworkDocument } from '../../src/network/schema.ts';
import { validateDocument } from '../../src/network/validate.ts';
import { fromLink, type Link, type LinkState, toLink } from '../../src/scenario/link.ts';
import type { Scenario } from '../../src/scenario/schema.ts';
import type { Book } from './book.ts';
import { bookDays } from './book-days.ts';
import { fail } from './failure.ts';

/** A graph as plain data: what crosses from the worker to the page. */
export type PlainNetwork = ReturnType<Network['export']>;

/** Days whose networks are kept, so that going back and forth between two days is free. */
const KEPT_DAYS = 6;

interface Day {
  readonly network: Network;
  readonly simulate: (scenario: Scenario) => Cascade;
}

/**
 * The engine as the page sees it: holds one book, answers for any day and scenario.
 *
 * Every method throws what the library throws, as an Error whose message is one line per fault.
 */
export const createEngine = () => {
  let document: NetworkDocument | undefined;
  const days = new Map<string, Day>();

  const dayOf = (asOf: string): Day => {
    if (!document) throw new Error('no book is loaded');
    const known = days.get(asOf);
    if (known) return known;
    const network = buildNetwork(document, { asOf });
    const oldest = days.keys().next().value;
    if (days.size >= KEPT_DAYS && oldest !== undefined) days.delete(oldest);
    const day = { network, simulate: simulator(network) };
    days.set(asOf, day);
    return day;
  };

  return {
    /** Check a network document and keep it; what it holds in short. */
    load: (given: unknown): Book =>
      fail(() => {
        document = validateDocument(given);
        days.clear();
        const { name, asOf, firms, deals } = document;
        return { name, asOf, days: bookDays(document), firms: firms.length, deals: deals.length };
      }),
    network: (asOf: string): PlainNetwork => fail(() => dayOf(asOf).network.export()),
    run: (asOf: string, scenario: Scenario): Cascade => fail(() => dayOf(asOf).simulate(scenario)),
    /** Every firm by every measure there is; the measures come when they are first asked for. */
    async ranking(asOf: string): Promise<Ranking> {
      const { MEASURES } = await import('../../src/measures/measures.ts');
      const { rank } = await import('../../src/measures/rank.ts');
      return fail(() => rank(dayOf(asOf).network, { by: MEASURES.map(({ id }) => id) }));
    },
    link: (scenario: Scenario, state: LinkState): string => fail(() => toLink(scenario, state)),
    readLink: (text: string): Link => fail(() => fromLink(text)),
  };
};

export type Engine = ReturnType<typeof createEngine>;
