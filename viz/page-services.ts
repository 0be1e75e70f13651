import type { Remote } from 'comlink';
import type { Ranking } from '../src/questions/rank/ranking.ts';
import type { LinkState } from '../src/scenario/link.ts';
import { saveAs } from './save-as.ts';
import type { PageState } from './state.ts';
import { lensText } from './style/lens.ts';
import type { Engine } from './worker/engine.ts';

/** What a link says of a page besides the scenario. */
export const linkStateOf = (state: PageState): LinkState => ({
  asOf: state.asOf ?? undefined,
  dataHash: state.cascade?.receipt.network.hash,
  resultHash: state.cascade?.receipt.resultHash,
  view: state.view,
  round: state.position,
  language: state.language,
  lens: lensText(state.lens),
});

/** The address of this page with `fragment` in place of its own. */
export const addressWith = (fragment: string): string =>
  `${location.origin}${location.pathname}${location.search}#${fragment}`;

/** Save the cascade document as it is: the same bytes of content that the command line writes. */
export const saveCascade = ({ cascade, asOf }: PageState): void => {
  if (!cascade) return;
  saveAs(`cascade-${asOf}.json`, 'application/json', `${JSON.stringify(cascade, null, 2)}\n`);
};

/** Save the table of firms with every measure as CSV. */
export const saveRanking = async (
  { cascade, network, asOf }: PageState,
  rankingOf: () => Promise<Ranking | null>,
): Promise<void> => {
  if (!cascade || !network) return;
  const [ranking, { firmRows }, { rankingExport }] = await Promise.all([
    rankingOf(),
    import('./panels/firm-rows.ts'),
    import('./panels/ranking-export.ts'),
  ]);
  const text = rankingExport(firmRows(network, cascade, ranking), ranking);
  saveAs(`ranking-${asOf}.csv`, 'text/csv', text);
};

/** The link of a state, from the engine's own codec. */
export const shareLink = async (engine: Remote<Engine>, state: PageState): Promise<string> =>
  addressWith(await engine.link(state.scenario, linkStateOf(state)));
