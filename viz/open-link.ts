import type { Remote } from 'comlink';
import type { Link } from '../src/scenario/link.ts';
import type { Store } from './store.ts';
import type { Engine } from './worker/engine.ts';
import { faultLines } from './worker/failure.ts';

/** What a link asks for; one that can't be read is reported, and the page opens as without it. */
export const openLink = async (
  engine: Remote<Engine>,
  fragment: string,
  store: Store,
): Promise<Link | null> => {
  try {
    return await engine.readLink(fragment);
  } catch (error) {
    store.dispatch({ type: 'problem', problem: { where: 'link', lines: faultLines(error) } });
    return null;
  }
};
