import { changesByDay } from '../../src/data/changes.ts';
import type { Network } from '../../src/data/graph.ts';
import { buildNetwork } from '../../src/data/parse.ts';
import type { PlainNetwork } from '../../src/data/plain-network.ts';
import type { NetworkDocument } from '../../src/data/schema.ts';
import { validateDocument } from '../../src/data/validate.ts';
import type { Cascade } from '../../src/models/cascade.ts';
import { drawableParameters } from '../../src/models/chained-boats/parameters.ts';
import { simulator } from '../../src/models/chained-boats/simulate.ts';
import { fromLink, type Link, type LinkState, toLink } from '../../src/scenario/link.ts';
import type { Scenario } from '../../src/scenario/schema.ts';
import { ANALYSES, type Analysis, type AnalysisKind } from './analyses.ts';
import type { Book, BookDay } from './book.ts';
import { fail, plainError } from './failure.ts';

/** The days up to the book's own on which a deal or a firm's figures changed, latest first. */
export const bookDays = (document: NetworkDocument): readonly BookDay[] => {
  const changes = new Map([...changesByDay(document)].map(([day, made]) => [day, made.length]));
  if (!changes.has(document.asOf)) changes.set(document.asOf, 0);
  return [...changes]
    .sort(([a], [b]) => (a < b ? 1 : -1))
    .map(([day, number]) => ({ day, changes: number }));
};

/** Days whose networks are kept, so that going back and forth between two days is free. */
const KEPT_DAYS = 6;

/** One question to the engine: what, about which day and scenario, and how. */
export interface Question {
  readonly kind: AnalysisKind;
  readonly asOf: string;
  readonly scenario: Scenario;
  readonly options: unknown;
}

export type Progress = (done: number, total: number) => void;

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
  const jobs = new Map<number, AbortController>();

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
        document = validateDocument(given, { drawable: drawableParameters });
        days.clear();
        const { name, asOf, firms, deals } = document;
        return { name, asOf, days: bookDays(document), firms: firms.length, deals: deals.length };
      }),
    network: (asOf: string): PlainNetwork => fail(() => dayOf(asOf).network.export()),
    run: (asOf: string, scenario: Scenario): Cascade => fail(() => dayOf(asOf).simulate(scenario)),
    /**
     * Answer one of the long questions; its code comes when it is first asked.
     *
     * @param job  a number of the caller's, by which it can be cancelled
     */
    async analyse(job: number, question: Question, onProgress: Progress): Promise<unknown> {
      const { kind, asOf, scenario, options } = question;
      const stop = new AbortController();
      jobs.set(job, stop);
      try {
        const { network } = dayOf(asOf);
        const { analyse } = await ANALYSES[kind]();
        const subject = { document: document!, network, scenario };
        const follow = { onProgress, signal: stop.signal };
        return await (analyse as Analysis)(subject, options as never, follow);
      } catch (error) {
        throw plainError(error);
      } finally {
        jobs.delete(job);
      }
    },
    /** A job that is cancelled ends at its next pause and answers with what it has. */
    cancel: (job: number): void => jobs.get(job)?.abort(),
    link: (scenario: Scenario, state: LinkState): string => fail(() => toLink(scenario, state)),
    readLink: (text: string): Link => fail(() => fromLink(text)),
  };
};

export type Engine = ReturnType<typeof createEngine>;
