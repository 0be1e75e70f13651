import type { Remote } from 'comlink';
import { revive } from '../src/data/plain-network.ts';
import type { Link } from '../src/scenario/link.ts';
import { openingScenario } from './panels/presets.ts';
import type { PageState } from './state.ts';
import type { Store } from './store.ts';
import type { Engine } from './worker/engine.ts';
import { faultLines } from './worker/failure.ts';
import { latestWins } from './worker/latest.ts';

export interface Runs {
  /** Load the book, open what the link asks for, run it. */
  start(document: unknown, link: Link | null): Promise<void>;
}

/** How many characters of two hashes a link must share to count as the same. */
const isSame = (known: string, given: string | undefined): boolean =>
  given === undefined || known.startsWith(given) || given.startsWith(known);

/** Keeps the cascade of the store in step with its day and scenario, always the newest only. */
export const keepRunning = (store: Store, engine: Remote<Engine>): Runs => {
  let opening: Link | null = null;

  const report = (where: 'load' | 'run', error: unknown): void =>
    store.dispatch({ type: 'problem', problem: { where, lines: faultLines(error) } });

  const compareWithLink = (state: PageState): void => {
    const { cascade } = state;
    if (!opening || !cascade) return;
    const { network, resultHash } = cascade.receipt;
    const link = opening;
    if (!isSame(network.hash, link.dataHash)) {
      const notice = { part: 'data', madeWith: link.dataHash!, shownWith: network.hash } as const;
      store.dispatch({ type: 'link-notice', notice });
    } else if (!isSame(resultHash, link.resultHash)) {
      const notice = { part: 'result', madeWith: link.resultHash!, shownWith: resultHash } as const;
      store.dispatch({ type: 'link-notice', notice });
    }
  };

  const runNow = latestWins(
    async ({ asOf, scenario }: { asOf: string } & Pick<PageState, 'scenario'>) =>
      engine.run(asOf, scenario),
  );

  const run = async (): Promise<void> => {
    const { asOf, scenario, network } = store.state();
    if (!asOf || !network) return;
    store.dispatch({ type: 'busy' });
    try {
      const cascade = await runNow({ asOf, scenario });
      if (!cascade || store.state().asOf !== asOf) return;
      const first = store.state().cascade === null;
      const position = first ? (opening?.round ?? 0) : cascade.rounds.length;
      store.dispatch({ type: 'cascade', cascade, position });
      compareWithLink(store.state());
      opening = null;
    } catch (error) {
      report('run', error);
    }
  };

  const showDay = latestWins(async (asOf: string) => revive(await engine.network(asOf)));

  const changeDay = async (asOf: string): Promise<void> => {
    try {
      const network = await showDay(asOf);
      if (!network || store.state().asOf !== asOf) return;
      store.dispatch({ type: 'network', network });
      await run();
    } catch (error) {
      report('run', error);
    }
  };

  store.subscribe((state, before) => {
    if (state.asOf && state.asOf !== before.asOf && before.asOf) void changeDay(state.asOf);
    else if (state.scenario !== before.scenario && before.network) void run();
  });

  return {
    async start(document, link) {
      opening = link;
      try {
        const book = await engine.load(document);
        const asOf = link?.asOf && link.asOf < book.asOf ? link.asOf : book.asOf;
        const network = revive(await engine.network(asOf));
        const scenario = link?.scenario ?? openingScenario(network);
        store.dispatch({ type: 'scenario', scenario });
        store.dispatch({ type: 'as-of', asOf });
        store.dispatch({ type: 'book', book });
        store.dispatch({ type: 'network', network });
        await run();
      } catch (error) {
        report('load', error);
      }
    },
  };
};
