import { ViewHost } from '../views/view-host.ts';
import { App } from './app.ts';
import { Header } from './header.ts';
import { HelpDialog } from './help-dialog.ts';
import { Legend } from './legend.ts';
import { MapPane } from './map-pane.ts';
import { ModelDrawer } from './model-drawer.ts';
import { Notices } from './notices.ts';
import { ScenarioPanel } from './scenario-panel.ts';
import { Scrubber } from './scrubber.ts';
import { Search } from './search.ts';
import { Sentence } from './sentence.ts';
import { ShareDialog } from './share-dialog.ts';
import { ShockClause } from './shock-clause.ts';
import { Summary } from './summary.ts';
import { Totals } from './totals.ts';

const ELEMENTS: Readonly<Record<string, CustomElementConstructor>> = {
  'cb-app': App,
  'cb-header': Header,
  'cb-help-dialog': HelpDialog,
  'cb-legend': Legend,
  'cb-map-pane': MapPane,
  'cb-model-drawer': ModelDrawer,
  'cb-notices': Notices,
  'cb-scenario-panel': ScenarioPanel,
  'cb-scrubber': Scrubber,
  'cb-search': Search,
  'cb-sentence': Sentence,
  'cb-share-dialog': ShareDialog,
  'cb-shock-clause': ShockClause,
  'cb-summary': Summary,
  'cb-totals': Totals,
  'cb-view': ViewHost,
};

/** Makes every panel known to the browser; once per page. */
export const defineElements = (): void => {
  for (const [name, element] of Object.entries(ELEMENTS)) customElements.define(name, element);
};
