import { LANGUAGES } from '../src/tell/words/languages.ts';
import './page.css';
import './controls.css';
import './header.css';
import './sentence.css';
import './panels.css';
import './cards.css';
import './tables.css';
import './scrubber.css';
import './narrow.css';
import './print.css';
import type { Ranking } from '../src/questions/rank/ranking.ts';
import { createAnalyst } from './analyst.ts';
import { onSystemTheme, themeNow, wearTheme, wearThemeOnPaper } from './appearance.ts';
import { learn } from './i18n/say.ts';
import { openLink } from './open-link.ts';
import { addressWith, linkStateOf, saveCascade, saveRanking, shareLink } from './page-services.ts';
import type { App } from './panels/app.ts';
import { defineElements } from './panels/elements.ts';
import { listenToKeys } from './panels/keys-of-page.ts';
import { sentenceText } from './panels/sentence-text.ts';
import { keepPlaying } from './playing.ts';
import { keepRunning } from './runs.ts';
import { savedTheme, saveTheme, startState } from './start-state.ts';
import { CALM, DEFAULT_TIME, type PageState } from './state.ts';
import { createStore, type Store } from './store.ts';
import { startEngine } from './worker/engine-client.ts';
import { faultLines } from './worker/failure.ts';

const NETWORK_URL = './network.json';
const ADDRESS_DELAY_MS = 250;

defineElements();
const fragment = location.hash.slice(1);
const store = createStore(startState(fragment, navigator.languages, savedTheme()));
const engine = startEngine((message) =>
  store.dispatch({ type: 'problem', problem: { where: 'run', lines: [message] } }),
);
const runs = keepRunning(store, engine);

let bookDocument: unknown;
const analyst = createAnalyst(async () => {
  const second = startEngine((message) =>
    store.dispatch({ type: 'problem', problem: { where: 'run', lines: [message] } }),
  );
  await second.load(bookDocument);
  return second;
});
const ranking = async (): Promise<Ranking | null> => {
  const { asOf } = store.state();
  return asOf === null ? null : analyst.ask('ranking', { asOf, scenario: CALM }, {});
};

/** A language is fetched before the page changes to it. */
const speaking = (inner: Store): Store => ({
  ...inner,
  dispatch(action) {
    if (action.type !== 'language') inner.dispatch(action);
    else void learn(action.language).then(() => inner.dispatch(action));
  },
});

const app: App = document.createElement('cb-app') as App;
app.store = speaking(store);
app.state = store.state();
app.themeName = themeNow(store.state().theme);
app.ranking = null;
app.services = {
  shareLink: () => shareLink(engine, store.state()),
  download: (what) => {
    if (what === 'cascade-json') saveCascade(store.state());
    else void saveRanking(store.state(), ranking);
  },
  askRanking: () => {
    void ranking().then((answer) => {
      app.ranking = answer;
    });
  },
  analyst,
};

const wear = (): void => {
  app.themeName = themeNow(store.state().theme);
  wearTheme(app.themeName);
};

const speak = ({ language, network, scenario, asOf, cascade }: PageState): void => {
  document.documentElement.lang = LANGUAGES[language].tag;
  if (!cascade || !asOf) return;
  const time = scenario.time ?? DEFAULT_TIME;
  document.title = `${sentenceText(language, { network, scenario, time, asOf, cascade })} · chained-boats`;
};

let addressTimer: ReturnType<typeof setTimeout> | undefined;
const writeAddress = (): void => {
  clearTimeout(addressTimer);
  addressTimer = setTimeout(async () => {
    const state = store.state();
    if (!state.cascade || state.busy || state.playing || state.problem) return;
    const text = await engine.link(state.scenario, linkStateOf(state));
    history.replaceState(null, '', addressWith(text));
  }, ADDRESS_DELAY_MS);
};

store.subscribe((state, before) => {
  app.state = state;
  if (state.theme !== before.theme) {
    saveTheme(state.theme);
    wear();
  }
  if (state.cascade !== before.cascade || state.language !== before.language) speak(state);
  if (state.asOf !== before.asOf && state.view === 'firms') app.services.askRanking();
  if (!state.playing) writeAddress();
});

const open = async (): Promise<void> => {
  const link = fragment === '' ? null : await openLink(engine, fragment, store);
  const answer = await fetch(NETWORK_URL);
  if (!answer.ok) throw new Error(`${NETWORK_URL}: ${answer.status} ${answer.statusText}`);
  bookDocument = await answer.json();
  await runs.start(bookDocument, link);
};

wear();
wearThemeOnPaper(() => app.themeName);
onSystemTheme(wear);
await learn(store.state().language);
speak(store.state());
keepPlaying(store, window);
listenToKeys(store, app);
document.querySelector('#first')?.remove();
document.body.append(app);
addEventListener('hashchange', () => location.reload());
open().catch((error: unknown) =>
  store.dispatch({ type: 'problem', problem: { where: 'load', lines: faultLines(error) } }),
);
