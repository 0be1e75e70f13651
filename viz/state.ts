import type { Network } from '../src/data/graph.ts';
import type { Cascade } from '../src/models/cascade.ts';
import type { Scenario, Shock, TimeSpan } from '../src/scenario/schema.ts';
import type { Language } from '../src/tell/words/languages.ts';
import type { MapFilter } from './style/core-set.ts';
import type { DealLook } from './style/deal-style.ts';
import type { LensChoice } from './style/lens.ts';
import type { Selection } from './style/selection.ts';
import type { View } from './views/views.ts';
import type { Book } from './worker/book.ts';

export type ThemeChoice = 'system' | 'light' | 'dark';
export type Speed = 0.5 | 1 | 2;

/** What went wrong, in words for the reader: one line per fault. */
export interface Problem {
  readonly where: 'load' | 'run' | 'link';
  readonly lines: readonly string[];
}

/** A link that was made with other data, or whose result came out different here. */
export interface LinkNotice {
  readonly madeWith: string;
  readonly shownWith: string;
  readonly part: 'data' | 'result';
}

export interface PageState {
  readonly language: Language;
  readonly theme: ThemeChoice;
  /** Null until the book is there. */
  readonly book: Book | null;
  readonly asOf: string | null;
  readonly network: Network | null;
  readonly scenario: Scenario;
  readonly cascade: Cascade | null;
  readonly busy: boolean;
  readonly problem: Problem | null;
  readonly linkNotice: LinkNotice | null;
  readonly view: View;
  readonly selection: Selection | null;
  /** Deals of a chain that the reader points at: they alone stay bright on the map. */
  readonly lit: readonly string[];
  /** 0 = before the shock, rounds.length = after the last step; between whole numbers: on the way. */
  readonly position: number;
  readonly playing: boolean;
  readonly speed: Speed;
  /** What the map shows; tables always show everything. */
  readonly filter: MapFilter;
  /** Measures that the map is drawn by, in place of value and layer. */
  readonly lens: LensChoice;
}

export type Action =
  | { readonly type: 'language'; readonly language: Language }
  | { readonly type: 'theme'; readonly theme: ThemeChoice }
  | { readonly type: 'book'; readonly book: Book }
  | { readonly type: 'as-of'; readonly asOf: string }
  | { readonly type: 'network'; readonly network: Network }
  | { readonly type: 'scenario'; readonly scenario: Scenario }
  | { readonly type: 'shock'; readonly index: number; readonly shock: Shock }
  | { readonly type: 'add-shock'; readonly shock: Shock }
  | { readonly type: 'remove-shock'; readonly index: number }
  | { readonly type: 'time'; readonly time: TimeSpan }
  | { readonly type: 'parameter'; readonly name: string; readonly value: number | string | null }
  | { readonly type: 'toggle-cut'; readonly deal: string }
  | { readonly type: 'busy' }
  | { readonly type: 'cascade'; readonly cascade: Cascade; readonly position?: number }
  | { readonly type: 'problem'; readonly problem: Problem }
  | { readonly type: 'link-notice'; readonly notice: LinkNotice | null }
  | { readonly type: 'view'; readonly view: View }
  | { readonly type: 'select'; readonly selection: Selection | null }
  | { readonly type: 'light'; readonly deals: readonly string[] }
  | { readonly type: 'position'; readonly position: number }
  | { readonly type: 'play'; readonly playing: boolean }
  | { readonly type: 'speed'; readonly speed: Speed }
  | { readonly type: 'toggle-kind'; readonly kind: DealLook }
  | { readonly type: 'lens'; readonly lens: LensChoice }
  | { readonly type: 'scope'; readonly scope: MapFilter['scope'] };

export const DEFAULT_TIME: TimeSpan = { mode: 'horizon', window: [2026, 2030] };

/** No shock: what questions about the web alone are asked with. */
export const CALM: Scenario = { version: 1, name: '', shocks: [] };

export const LEADING_SCENARIO: Scenario = {
  version: 1,
  name: 'OpenAI revenue -50%',
  shocks: [{ kind: 'revenue', firm: 'openai', size: 0.5 }],
  time: DEFAULT_TIME,
};

export const initialState: PageState = {
  language: 'en',
  theme: 'system',
  book: null,
  asOf: null,
  network: null,
  scenario: LEADING_SCENARIO,
  cascade: null,
  busy: false,
  problem: null,
  linkNotice: null,
  view: 'map',
  selection: null,
  lit: [],
  position: 0,
  playing: false,
  speed: 1,
  filter: { scope: 'core', hiddenKinds: [] },
  lens: { size: null, colour: null },
};

/** A scenario that a person changed no longer bears the preset's name. */
const changed = (scenario: Scenario, part: Partial<Scenario>): Scenario => ({
  ...scenario,
  name: '',
  ...part,
});

const without = <Item>(items: readonly Item[], item: Item): Item[] =>
  items.filter((other) => other !== item);

const toggled = <Item>(items: readonly Item[], item: Item): Item[] =>
  items.includes(item) ? without(items, item) : [...items, item];

const withParameter = (scenario: Scenario, name: string, value: number | string | null) => {
  const { [name]: _old, ...others } = scenario.parameters ?? {};
  return changed(scenario, { parameters: value === null ? others : { ...others, [name]: value } });
};

const reduceScenario = (scenario: Scenario, action: Action): Scenario => {
  const { shocks } = scenario;
  switch (action.type) {
    case 'scenario':
      return action.scenario;
    case 'shock':
      return changed(scenario, { shocks: shocks.with(action.index, action.shock) });
    case 'add-shock':
      return changed(scenario, { shocks: [...shocks, action.shock] });
    case 'remove-shock':
      return changed(scenario, { shocks: shocks.toSpliced(action.index, 1) });
    case 'time':
      return changed(scenario, { time: action.time });
    case 'parameter':
      return withParameter(scenario, action.name, action.value);
    case 'toggle-cut':
      return changed(scenario, { cuts: toggled(scenario.cuts ?? [], action.deal) });
    default:
      return scenario;
  }
};

const clampPosition = (state: PageState, position: number): number =>
  Math.min(Math.max(position, 0), state.cascade?.rounds.length ?? 0);

/** The next state of the page. Pure; the same object comes back when nothing changed. */
export const reduce = (state: PageState, action: Action): PageState => {
  switch (action.type) {
    case 'language':
      return { ...state, language: action.language };
    case 'theme':
      return { ...state, theme: action.theme };
    case 'book':
      return { ...state, book: action.book, asOf: state.asOf ?? action.book.asOf };
    case 'as-of':
      return { ...state, asOf: action.asOf, playing: false };
    case 'network':
      return { ...state, network: action.network };
    case 'busy':
      return { ...state, busy: true };
    case 'cascade': {
      const { cascade } = action;
      const position = action.position ?? cascade.rounds.length;
      const problem = state.problem?.where === 'link' ? state.problem : null;
      return { ...state, cascade, busy: false, problem, position, playing: false };
    }
    case 'problem':
      return { ...state, problem: action.problem, busy: false, playing: false };
    case 'link-notice':
      return { ...state, linkNotice: action.notice };
    case 'view':
      return { ...state, view: action.view };
    case 'select':
      return { ...state, selection: action.selection, lit: [] };
    case 'light':
      return { ...state, lit: action.deals };
    case 'position':
      return { ...state, position: clampPosition(state, action.position) };
    case 'play': {
      const end = state.cascade?.rounds.length ?? 0;
      const restart = action.playing && state.position >= end;
      return {
        ...state,
        playing: action.playing && end > 0,
        position: restart ? 0 : state.position,
      };
    }
    case 'speed':
      return { ...state, speed: action.speed };
    case 'toggle-kind':
      return {
        ...state,
        filter: { ...state.filter, hiddenKinds: toggled(state.filter.hiddenKinds, action.kind) },
      };
    case 'lens':
      return { ...state, lens: action.lens };
    case 'scope':
      return { ...state, filter: { ...state.filter, scope: action.scope } };
    default:
      return {
        ...state,
        scenario: reduceScenario(state.scenario, action),
        problem: action.type === 'scenario' ? state.problem : null,
        playing: false,
      };
  }
};
