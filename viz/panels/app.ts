import { html, LitElement, nothing } from 'lit';
import type { Network } from '../../src/data/graph.ts';
import type { Cascade } from '../../src/models/cascade.ts';
import type { Ranking } from '../../src/questions/rank/ranking.ts';
import type { Analyst } from '../analyst.ts';
import { say } from '../i18n/say.ts';
import { DEFAULT_TIME, type PageState } from '../state.ts';
import type { Store } from '../store.ts';
import { type Lens, lensOf } from '../style/lens.ts';
import type { ThemeName } from '../theme/tokens.ts';
import { define } from '../views/define.ts';
import type { ViewProperties } from '../views/view-properties.ts';
import { VIEW_GROUPS, type View } from '../views/views.ts';
import { fields } from './panel.ts';
import { sentenceText } from './sentence-text.ts';

/** What the page asks of those who started it. */
export interface PageServices {
  /** The whole address of this run, for sharing. */
  readonly shareLink: () => Promise<string>;
  readonly download: (what: 'cascade-json' | 'ranking-csv') => void;
  readonly askRanking: () => void;
  readonly analyst: Analyst;
}

/** Details of a selection come in a script of their own, with the first one; a module is fetched once. */
const fetchCards = async (): Promise<void> => {
  const { CARDS } = await import('./cards.ts');
  for (const [name, element] of Object.entries(CARDS)) define(name, element);
};

const LATE_AFTER_MS = 3000;

/** What nothing waits for comes once the page has settled. */
const fetchLateParts = async (): Promise<void> => {
  const { LATE_PARTS } = await import('./late-parts.ts');
  for (const [name, element] of Object.entries(LATE_PARTS)) define(name, element);
};

/** The whole page: hands every panel the part of the state that it shows. */
export class App extends LitElement {
  static override properties = {
    ...fields('store', 'state', 'services', 'themeName', 'ranking'),
    dialog: { state: true },
    link: { state: true },
    side: { state: true },
  };

  declare store: Store;
  declare state: PageState;
  declare services: PageServices;
  declare themeName: ThemeName;
  declare ranking: Ranking | null;
  declare dialog: 'share' | 'help' | null;
  declare link: string;
  declare side: boolean;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override firstUpdated(): void {
    setTimeout(() => void fetchLateParts(), LATE_AFTER_MS);
  }

  /** Selecting what is selected already asks for its card: on a phone that lies further down. */
  private readonly dispatch: Store['dispatch'] = (action) => {
    const { selection } = this.state;
    const again = action.type === 'select' && action.selection?.id === selection?.id;
    this.store.dispatch(action);
    if (again && selection) this.bringUp('#inspector');
  };

  private bringUp(target: string): void {
    void this.updateComplete.then(() =>
      this.querySelector(target)?.scrollIntoView({ block: 'nearest' }),
    );
  }

  private showView(view: View): void {
    this.dispatch({ type: 'view', view });
    this.bringUp('#view');
  }

  private toggleSide(): void {
    this.side = !this.side;
    if (this.side) this.bringUp('#side');
  }

  private readonly askRanking = (): void => this.services.askRanking();
  private readonly closeDialog = (): void => {
    this.dialog = null;
  };

  readonly open = async (
    what: 'share' | 'help' | 'cascade-json' | 'ranking-csv',
  ): Promise<void> => {
    if (what === 'help') this.dialog = 'help';
    else if (what === 'share') {
      this.link = await this.services.shareLink();
      this.dialog = 'share';
    } else this.services.download(what);
  };

  private inspector() {
    const { language, network, cascade, selection, scenario, position, asOf } = this.state;
    if (!network) return nothing;
    if (selection) void fetchCards();
    const cuts = scenario.cuts ?? [];
    if (selection?.kind === 'firm') {
      const round = cascade?.rounds[Math.ceil(position) - 1]?.round ?? Number.POSITIVE_INFINITY;
      return html`<cb-firm-card .language=${language} .dispatch=${this.dispatch} .network=${network}
        .cascade=${cascade} .firm=${selection.id} .round=${round} .cuts=${cuts}
        .scenario=${scenario} .asOf=${asOf} .analyst=${this.services?.analyst}></cb-firm-card>`;
    }
    if (selection?.kind === 'deal') {
      return html`<cb-deal-card .language=${language} .dispatch=${this.dispatch} .network=${network}
        .cascade=${cascade} .deal=${selection.id} .cuts=${cuts}></cb-deal-card>`;
    }
    return cascade
      ? html`<cb-summary .language=${language} .dispatch=${this.dispatch} .network=${network} .cascade=${cascade}></cb-summary>`
      : nothing;
  }

  private given(network: Network, cascade: Cascade): ViewProperties {
    const { language, scenario, asOf, position, selection } = this.state;
    return {
      language,
      dispatch: this.dispatch,
      network,
      cascade,
      scenario,
      asOf: asOf ?? cascade.receipt.network.asOf,
      position,
      selection,
      themeName: this.themeName,
      cuts: scenario.cuts ?? [],
      ranking: this.ranking,
      askRanking: this.askRanking,
      lens: this.state.lens,
      analyst: this.services.analyst,
    };
  }

  private lensed: { readonly of: readonly unknown[]; readonly lens: Lens } | null = null;

  /** The same object while nothing changes: a new one lays the whole map out anew. */
  private lens(): Lens {
    const { lens } = this.state;
    if ((lens.size ?? lens.colour) !== null && this.ranking === null) this.askRanking();
    const of = [lens.size, lens.colour, this.ranking];
    if (this.lensed === null || of.some((part, at) => part !== this.lensed?.of[at])) {
      this.lensed = { of, lens: lensOf(lens, this.ranking) };
    }
    return this.lensed.lens;
  }

  private view() {
    const { language, network, cascade, selection, lit, position, view, filter } = this.state;
    if (!network) return html`<p class="loading" role="status">${say(language, 'app.loading')}</p>`;
    if (view === 'map' || !cascade) {
      return html`<cb-map-pane .language=${language} .dispatch=${this.dispatch} .network=${network} .cascade=${cascade}
        .position=${position} .selection=${selection} .lit=${lit} .themeName=${this.themeName} .filter=${filter} .lens=${this.lens()}></cb-map-pane>`;
    }
    return html`<cb-view .language=${language} .view=${view} .given=${this.given(network, cascade)}></cb-view>`;
  }

  private tab(name: View) {
    const { language, view } = this.state;
    return html`<button data-view=${name} aria-pressed=${view === name ? 'true' : 'false'}
      aria-controls="view" @click=${() => this.showView(name)}>${say(language, `view.${name}`)}</button>`;
  }

  /** All views in one list, where there is no room for tabs. */
  private viewList() {
    const { language, view } = this.state;
    return html`<select class="view-list" data-chosen=${view} .value=${view} aria-label=${say(language, 'view.label')}
      @change=${(event: Event) => this.showView((event.target as HTMLSelectElement).value as View)}>
      ${VIEW_GROUPS.map(
        ({ id, views }) => html`<optgroup label=${say(language, `view.group.${id}`)}>
          ${views.map((name) => html`<option value=${name} ?selected=${name === view}>${say(language, `view.${name}`)}</option>`)}
        </optgroup>`,
      )}
    </select>`;
  }

  private tabs() {
    const { language } = this.state;
    return html`<div class="view-tabs">
      ${this.viewList()}
      ${VIEW_GROUPS.map(
        ({
          id,
          views,
        }) => html`<div class="view-group" data-group=${id} role="group" aria-label=${say(language, `view.group.${id}`)}>
          <span class="view-group-name" aria-hidden="true">${say(language, `view.group.${id}`)}</span>
          ${views.map((name) => this.tab(name))}
        </div>`,
      )}
      <button class="side-toggle" aria-expanded=${this.side ? 'true' : 'false'} aria-controls="side" @click=${() => this.toggleSide()}>${say(language, 'scenario.drawer')}</button>
    </div>`;
  }

  private side_() {
    const { language, network, cascade, scenario, filter } = this.state;
    return html`<aside id="side" class=${this.side ? 'side open' : 'side'} aria-label=${say(language, 'scenario.drawer')}>
      ${
        network
          ? html`<cb-scenario-panel .language=${language} .dispatch=${this.dispatch} .network=${network} .cascade=${cascade}
            .scenario=${scenario} .filter=${filter} .lens=${this.state.lens} .ranking=${this.ranking}></cb-scenario-panel>`
          : nothing
      }
    </aside>`;
  }

  private dialogs() {
    const { language, network, scenario, asOf, cascade } = this.state;
    if (this.dialog === 'help') {
      return html`<cb-help-dialog .language=${language} .onClose=${this.closeDialog}></cb-help-dialog>`;
    }
    if (this.dialog !== 'share' || !cascade || !asOf) return nothing;
    const time = scenario.time ?? DEFAULT_TIME;
    const sentence = sentenceText(language, { network, scenario, time, asOf, cascade });
    return html`<cb-share-dialog .language=${language} .link=${this.link} .sentence=${sentence} .cascade=${cascade}
      .onClose=${this.closeDialog}></cb-share-dialog>`;
  }

  override render() {
    const { state, dispatch } = this;
    const { language, network, cascade, scenario, asOf, playing, busy } = state;
    const skip = (
      target: string,
      key: 'skip.sentence' | 'skip.table' | 'skip.inspector',
      act?: () => void,
    ) =>
      html`<a class="skip" href=${`#${target}`} @click=${(event: Event) => {
        event.preventDefault();
        act?.();
        this.updateComplete.then(() => this.querySelector<HTMLElement>(`#${target}`)?.focus());
      }}>${say(language, key)}</a>`;
    return html`
      <nav class="skips">${skip('sentence', 'skip.sentence')}${skip('view', 'skip.table', () =>
        dispatch({ type: 'view', view: 'firms' }),
      )}${skip('inspector', 'skip.inspector')}</nav>
      <cb-header .language=${language} .dispatch=${dispatch} .book=${state.book} .asOf=${asOf} .theme=${state.theme}
        .ready=${cascade !== null} .onOpen=${this.open}></cb-header>
      <main class=${state.view !== 'map' && !state.selection ? 'page wide' : 'page'}>
        <cb-sentence .language=${language} .dispatch=${dispatch} .scenario=${scenario} .time=${scenario.time ?? DEFAULT_TIME}
          .asOf=${asOf ?? ''} .network=${network} .cascade=${cascade} .playing=${playing} .busy=${busy} .analyst=${this.services?.analyst}></cb-sentence>
        <cb-notices .language=${language} .dispatch=${dispatch} .state=${state}></cb-notices>
        ${this.side_()}
        <section class="view" aria-label=${say(language, 'view.label')}>
          ${this.tabs()}
          <div id="view" class="view-body" tabindex="-1" data-view=${state.view}>${this.view()}</div>
        </section>
        <aside id="inspector" class="inspector" aria-label=${say(language, 'tabs.details')} tabindex="-1">${this.inspector()}</aside>
        <div class="scrub">${
          cascade && network
            ? html`<cb-scrubber .language=${language} .dispatch=${dispatch} .cascade=${cascade} .network=${network}
              .position=${state.position} .playing=${playing} .speed=${state.speed}></cb-scrubber>`
            : nothing
        }</div>
      </main>
      ${this.dialogs()}`;
  }
}
