import type { Remote } from 'comlink';
import type { Link } from '../src/scenario/link.ts';
import type { Store } from './store.ts';
import type { Engine } from './worker/engine.ts';
import { faultLines } from './worker/failure.ts';

/** The map shows one run: a path of years opens as the mean year of its window, with the view of time. */
const asOneRun = (link: Link, store: Store): Link => {
  const { time } = link.scenario;
  if (time?.mode !== 'path') return link;
  store.dispatch({ type: 'view', view: 'time' });
  const scenario = { ...link.scenario, time: { mode: 'horizon' as const, window: time.window } };
  return { ...link, scenario, resultHash: undefined };
};

/** What a link asks for; one that can't be read is reported, and the page opens as without it. */
export const openLink = async (
  engine: Remote<Engine>,
  fragment: string,
  store: Store,
): Promise<Link | null> => {
  try {
    return asOneRun(await engine.readLink(fragment), store);
  } catch (error) {
    store.dispatch({ type: 'problem', problem: { where: 'link', lines: faultLines(error) } });
    return null;
  }
};
