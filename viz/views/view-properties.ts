import type { Network } from '../../src/data/graph.ts';
import type { Cascade } from '../../src/models/cascade.ts';
import type { Ranking } from '../../src/questions/rank/ranking.ts';
import type { Scenario } from '../../src/scenario/schema.ts';
import type { Language } from '../../src/tell/words/languages.ts';
import type { Analyst } from '../analyst.ts';
import type { Action } from '../state.ts';
import type { LensChoice } from '../style/lens.ts';
import type { Selection } from '../style/selection.ts';
import type { ThemeName } from '../theme/tokens.ts';

/** What every view is handed, anew after each change; a view declares those that it uses. */
export interface ViewProperties {
  readonly language: Language;
  readonly dispatch: (action: Action) => void;
  readonly network: Network;
  /** The newest settled run of `scenario`. */
  readonly cascade: Cascade;
  readonly scenario: Scenario;
  readonly asOf: string;
  /** In rounds, as in the page's state. */
  readonly position: number;
  readonly selection: Selection | null;
  readonly themeName: ThemeName;
  readonly cuts: readonly string[];
  readonly ranking: Ranking | null;
  readonly askRanking: () => void;
  readonly lens: LensChoice;
  /** Long questions about the web or the scenario, answered in a worker of their own. */
  readonly analyst: Analyst;
}
