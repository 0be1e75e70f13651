import { proxy, type Remote } from 'comlink';
import type { LongWork } from '../src/base/long-work.ts';
import type { Scenario } from '../src/scenario/schema.ts';
import type { AnalysisKind, AnswerOf, OptionsOf } from './worker/analyses.ts';
import type { Engine } from './worker/engine.ts';

/** Which web and which scenario a question is about. */
export interface About {
  readonly asOf: string;
  readonly scenario: Scenario;
}

/** Answers long questions without keeping the page, or its runs, waiting. */
export interface Analyst {
  /**
   * The answer to a question; a question asked again is answered from memory. Cancelled through
   * `signal`, it comes with what there is so far, and is not remembered.
   */
  ask<Kind extends AnalysisKind>(
    kind: Kind,
    about: About,
    options: OptionsOf<Kind>,
    follow?: LongWork,
  ): Promise<AnswerOf<Kind>>;
}

/** How many answers are kept. */
const KEPT = 40;

/**
 * An analyst with a worker of its own, started with the first question.
 *
 * @param start  opens an engine with the book loaded
 */
export const createAnalyst = (start: () => Promise<Remote<Engine>>): Analyst => {
  let engine: Promise<Remote<Engine>> | undefined;
  let jobs = 0;
  const answers = new Map<string, Promise<unknown>>();

  const work = async (
    question: Parameters<Engine['analyse']>[1],
    { onProgress, signal }: LongWork,
  ): Promise<unknown> => {
    engine ??= start();
    const worker = await engine;
    const job = ++jobs;
    signal?.addEventListener('abort', () => void worker.cancel(job));
    return worker.analyse(job, question, proxy(onProgress ?? (() => {})));
  };

  const remember = (key: string, answer: Promise<unknown>): void => {
    answers.set(key, answer);
    const oldest = answers.keys().next().value;
    if (answers.size > KEPT && oldest !== undefined) answers.delete(oldest);
  };

  return {
    ask(kind, { asOf, scenario }, options, follow = {}) {
      const question = { kind, asOf, scenario, options };
      const key = JSON.stringify(question);
      const known = answers.get(key);
      if (known) return known as ReturnType<Analyst['ask']> as never;
      const answer = work(question, follow);
      remember(key, answer);
      answer.catch(() => answers.delete(key));
      follow.signal?.addEventListener('abort', () => answers.delete(key));
      return answer as never;
    },
  };
};
