import { html, nothing } from 'lit';
import type { Network } from '../../../src/data/graph.ts';
import type { DealKind } from '../../../src/data/schema.ts';
import type { PathsOptions } from '../../../src/questions/paths/paths.ts';
import type {
  Chain,
  ChainDeal,
  PathMeasure,
  Paths,
} from '../../../src/questions/paths/paths-schema.ts';
import type { Scenario } from '../../../src/scenario/schema.ts';
import { money } from '../../../src/tell/money.ts';
import type { Analyst } from '../../analyst.ts';
import { say } from '../../i18n/say.ts';
import { fields, Panel } from '../../panels/panel.ts';
import { firmName } from '../../panels/sentence-text.ts';
import { saveAs } from '../../save-as.ts';
import { CALM } from '../../state.ts';
import type { Selection } from '../../style/selection.ts';
import { Question } from '../question.ts';

const CHAINS_SHOWN = 20;
const MEASURES: readonly PathMeasure[] = ['hops', 'strength'];
const KINDS: readonly DealKind[] = ['equity', 'order', 'debt'];

/** Where the view starts if the web knows both and no firm is chosen on the page. */
const START = { from: 'oracle', to: 'tsmc' };

/** The shortest chains of deals between two firms of the reader's choice. */
export class PathsView extends Panel {
  static override properties = {
    ...Panel.properties,
    ...fields('network', 'asOf', 'scenario', 'analyst', 'selection'),
    from: { state: true },
    to: { state: true },
    by: { state: true },
    kind: { state: true },
    directed: { state: true },
  };

  declare network: Network;
  declare asOf: string;
  declare scenario: Scenario;
  declare analyst: Analyst;
  declare selection: Selection | null;
  declare from: string;
  declare to: string;
  declare by: PathMeasure;
  declare kind: DealKind | '';
  declare directed: boolean;

  private readonly paths: Question<'paths'>;

  constructor() {
    super();
    this.from = '';
    this.to = '';
    this.by = 'hops';
    this.kind = '';
    this.directed = false;
    this.paths = new Question(
      this,
      'paths',
      () => this.asked(),
      () => CALM,
    );
  }

  /** Null while two ends are not chosen, or one of them isn't there on the page's day. */
  private asked(): PathsOptions | null {
    const { network, from, to, by, kind, directed } = this;
    if (from === to || !network.hasNode(from) || !network.hasNode(to)) return null;
    return { from, to, by, directed, ...(kind === '' ? {} : { kinds: [kind] }) };
  }

  protected override willUpdate(): void {
    if (this.from !== '') return;
    const ids = this.network.nodes();
    const chosen = this.selection?.kind === 'firm' ? this.selection.id : START.from;
    this.from = ids.includes(chosen) ? chosen : ids[0]!;
    this.to =
      [START.to, START.from, ...ids].find((id) => id !== this.from && ids.includes(id)) ?? '';
  }

  private readonly nameOf = (id: string): string => firmName(this.language, this.network, id);

  private select(
    name: string,
    label: string,
    chosen: string,
    options: readonly (readonly [string, string])[],
    act: (value: string) => void,
  ) {
    return html`<label>${label}
      <select data-control=${name} data-chosen=${chosen} .value=${chosen}
        @change=${(event: Event) => act((event.target as HTMLSelectElement).value)}>
        ${options.map(([value, text]) => html`<option value=${value} ?selected=${value === chosen}>${text}</option>`)}
      </select></label>`;
  }

  private controls(document: Paths | null) {
    const { language } = this;
    const firms = this.network
      .mapNodes((id) => [id, this.nameOf(id)] as const)
      .sort(([, one], [, other]) => one.localeCompare(other, language));
    return html`<div class="view-controls">
      ${this.select('paths-from', say(language, 'view.paths.from'), this.from, firms, (id) => {
        this.from = id;
      })}
      ${this.select('paths-to', say(language, 'view.paths.to'), this.to, firms, (id) => {
        this.to = id;
      })}
      <button class="quiet small" data-action="swap-paths" @click=${() => {
        [this.from, this.to] = [this.to, this.from];
      }}>${say(language, 'view.paths.swap')}</button>
      ${this.select(
        'paths-by',
        say(language, 'view.paths.by'),
        this.by,
        MEASURES.map((id) => [id, say(language, `view.paths.${id}`)] as const),
        (by) => {
          this.by = by as PathMeasure;
        },
      )}
      ${this.select(
        'paths-kind',
        say(language, 'view.paths.kinds'),
        this.kind,
        [
          ['', say(language, 'view.paths.every')],
          ...KINDS.map((id) => [id, say(language, `kind.${id}`)] as const),
        ],
        (kind) => {
          this.kind = kind as DealKind | '';
        },
      )}
      ${this.select(
        'paths-way',
        say(language, 'view.paths.way'),
        this.directed ? 'along' : 'either',
        (['either', 'along'] as const).map(
          (id) => [id, say(language, `view.paths.${id}`)] as const,
        ),
        (way) => {
          this.directed = way === 'along';
        },
      )}
      ${
        document === null
          ? nothing
          : html`<button class="link" data-action="save-paths" @click=${() =>
              saveAs(
                `paths-${this.from}-${this.to}-${this.asOf}.json`,
                'application/json',
                `${JSON.stringify(document, undefined, 2)}\n`,
              )}>${say(language, 'view.download', { what: 'JSON' })}</button>`
      }
    </div>`;
  }

  private sentence({ receipt, count, chains }: Paths): string {
    const { language } = this;
    const ends = { from: this.nameOf(receipt.from), to: this.nameOf(receipt.to) };
    const [first] = chains;
    if (first === undefined) return say(language, 'view.paths.none', ends);
    const { strengthUsd, hops } = first;
    if (receipt.by === 'strength' && strengthUsd !== null) {
      const key = count === 1 ? 'oneByStrength' : 'manyByStrength';
      return say(language, `view.paths.${key}`, {
        ...ends,
        count,
        usd: money(language, strengthUsd),
      });
    }
    const key = count === 1 ? 'oneByHops' : 'manyByHops';
    return say(language, `view.paths.${key}`, { ...ends, count, hops: hops.length });
  }

  private dealText({ kind, status, usd, unit }: ChainDeal): string {
    const { language } = this;
    const stock = usd === null ? say(language, 'view.paths.unknownUsd') : money(language, usd);
    const worth =
      usd !== null && unit === 'usd-per-year'
        ? say(language, 'view.paths.aYear', { usd: stock })
        : stock;
    const join = language === 'zh' ? '，' : ', ';
    return [say(language, `kind.${kind}`), worth, say(language, `status.${status}`)].join(join);
  }

  private chain({ firms, leastUsd, hops }: Chain) {
    const { language } = this;
    const worth =
      leastUsd === null
        ? say(language, 'view.paths.unknown')
        : say(language, 'view.paths.thinnest', { usd: money(language, leastUsd) });
    return html`<li data-chain=${firms.join(' ')}><strong>${firms.map(this.nameOf).join(' – ')}</strong>
      <span class="muted">${worth}</span>
      <ol>${hops.map(
        ({ from, to, deals }) =>
          html`<li>${deals.map(
            (
              deal,
            ) => html`<div>${this.nameOf(from)} ${deal.payer === from ? '→' : '←'} ${this.nameOf(to)}
            <button class="link" @click=${() => this.dispatch({ type: 'select', selection: { kind: 'deal', id: deal.id } })}>${deal.id}</button>
            <span class="muted">${this.dealText(deal)}</span></div>`,
          )}</li>`,
      )}</ol></li>`;
  }

  private answer(document: Paths) {
    const { language } = this;
    const { chains, count, leftOut } = document;
    const shown = chains.slice(0, CHAINS_SHOWN);
    return html`<p class="lead" data-quote><strong>${this.sentence(document)}</strong></p>
      <ol>${shown.map((chain) => this.chain(chain))}</ol>
      ${count > shown.length ? html`<p class="muted">${say(language, 'view.paths.more', { count: count - shown.length })}</p>` : nothing}
      ${leftOut.length > 0 ? html`<p class="muted">${say(language, 'view.paths.leftOut', { count: leftOut.length })}</p>` : nothing}
      <p class="muted">${say(language, 'view.paths.meaning')}</p>`;
  }

  override render() {
    const { answer } = this.paths;
    const asked = this.asked() !== null;
    return html`<div class="view-panel" data-panel="paths">
      <h2>${say(this.language, 'view.paths.title')}</h2>
      ${this.controls(asked ? answer : null)}
      ${
        asked
          ? html`${this.paths.status()}${answer === null ? nothing : this.answer(answer)}`
          : html`<p>${say(this.language, 'view.paths.same')}</p>`
      }
    </div>`;
  }
}

export const element = PathsView;
