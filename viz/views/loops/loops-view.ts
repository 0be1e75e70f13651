import './loops.css';
import { html, nothing, svg } from 'lit';
import type { Network } from '../../../src/data/graph.ts';
import { PAYMENT_BASES, type PaymentBasis } from '../../../src/questions/loops/bases.ts';
import type {
  Circularity,
  CircularLoop,
} from '../../../src/questions/loops/circularity-document.ts';
import { circularitySentence } from '../../../src/questions/loops/sentence.ts';
import type { Scenario } from '../../../src/scenario/schema.ts';
import { money } from '../../../src/tell/money.ts';
import type { Analyst } from '../../analyst.ts';
import { percent } from '../../i18n/number.ts';
import { say, speakerIn } from '../../i18n/say.ts';
import { fields, Panel } from '../../panels/panel.ts';
import { firmName } from '../../panels/sentence-text.ts';
import { saveAs } from '../../save-as.ts';
import { CALM } from '../../state.ts';
import { Question } from '../question.ts';
import { standalone } from '../standalone.ts';
import { type Ring, ringOf } from './ring.ts';
import { indicesTable, roundTripTable, yearsTable } from './tables.ts';

const HOPS = [2, 3, 4, 5, 6];
const RANDOM_WEBS = 100;
const LOOPS_SHOWN = 40;
const SIDE = 520;
const RADIUS = 165;

/** As on the map: equity solid, orders dashed, debt dotted. */
const LINES = {
  equity: { stroke: 'var(--deal-equity)', dash: 'none' },
  order: { stroke: 'var(--deal-order)', dash: '7 4' },
  debt: { stroke: 'var(--deal-debt)', dash: '2 3' },
} as const;

/** Money that can come back: loops of capital and orders on a ring, and how circular the web is. */
export class LoopsView extends Panel {
  static override properties = {
    ...Panel.properties,
    ...fields('network', 'asOf', 'scenario', 'analyst'),
    basis: { state: true },
    hops: { state: true },
    firm: { state: true },
    pointed: { state: true },
    chosen: { state: true },
  };

  declare network: Network;
  declare asOf: string;
  declare scenario: Scenario;
  declare analyst: Analyst;
  declare basis: PaymentBasis;
  declare hops: number;
  declare firm: string;
  declare pointed: number | null;
  declare chosen: number | null;

  private readonly loops: Question<'loops'>;

  constructor() {
    super();
    this.basis = 'announced';
    this.hops = 5;
    this.firm = '';
    this.pointed = null;
    this.chosen = null;
    this.loops = new Question(
      this,
      'loops',
      () => ({ basis: this.basis, hops: this.hops, webs: RANDOM_WEBS }),
      () => CALM,
    );
  }

  private readonly nameOf = (id: string): string => firmName(this.language, this.network, id);

  private choose(change: Partial<Pick<LoopsView, 'basis' | 'hops' | 'firm'>>): void {
    Object.assign(this, change, { pointed: null, chosen: null });
  }

  private readonly saveRing = (): void => {
    const ring = this.querySelector<SVGSVGElement>('.loops-ring');
    if (ring) saveAs(`loops-${this.asOf}.svg`, 'image/svg+xml', standalone(ring));
  };

  private controls(document: Circularity | null) {
    const { language } = this;
    const select = (
      name: string,
      label: string,
      chosen: string,
      options: readonly (readonly [string, string])[],
      act: (value: string) => void,
    ) =>
      html`<label>${label}
        <select data-control=${name} data-chosen=${chosen} .value=${chosen}
          @change=${(event: Event) => act((event.target as HTMLSelectElement).value)}>
          ${options.map(([value, text]) => html`<option value=${value} ?selected=${value === chosen}>${text}</option>`)}
        </select></label>`;
    const inLoops = (document?.firms ?? [])
      .filter(({ loops }) => loops > 0)
      .map(({ id }) => [id, this.nameOf(id)] as const)
      .sort(([, one], [, other]) => one.localeCompare(other, language));
    return html`<div class="view-controls">
      ${select(
        'basis',
        say(language, 'view.loops.basis'),
        this.basis,
        PAYMENT_BASES.map((id) => [id, say(language, `view.loops.${id}`)] as const),
        (basis) => this.choose({ basis: basis as PaymentBasis }),
      )}
      ${select(
        'hops',
        say(language, 'view.loops.hops'),
        String(this.hops),
        HOPS.map((hops) => [String(hops), String(hops)] as const),
        (hops) => this.choose({ hops: Number(hops) }),
      )}
      ${select('loop-firm', say(language, 'view.loops.through'), this.firm, [['', say(language, 'view.loops.anyFirm')], ...inLoops], (firm) => this.choose({ firm }))}
      ${
        document === null
          ? nothing
          : html`<button class="link" data-action="save-loops" @click=${() =>
              saveAs(
                `loops-${this.asOf}.json`,
                'application/json',
                `${JSON.stringify(document, undefined, 2)}\n`,
              )}
            >${say(language, 'view.download', { what: 'JSON' })}</button>
            <button class="link" data-action="save-ring" @click=${this.saveRing}>${say(language, 'view.download', { what: 'SVG' })}</button>`
      }
    </div>`;
  }

  private lit(): number | null {
    return this.pointed ?? this.chosen;
  }

  private ring(loops: readonly CircularLoop[], { firms, lines }: Ring) {
    const lit = this.lit();
    const inLit = lit === null ? null : new Set(loops[lit]!.firms);
    const kindOf = (kinds: ReadonlySet<string>): keyof typeof LINES =>
      kinds.has('equity') ? 'equity' : kinds.has('debt') ? 'debt' : 'order';
    return html`<svg class=${lit === null ? 'loops-ring' : 'loops-ring lit'} viewBox=${`0 0 ${SIDE} ${SIDE}`} role="img"
        aria-label=${say(this.language, 'view.loops.ring')}>
        <defs><marker id="loop-arrow" viewBox="0 0 8 8" refX="10" refY="4" markerWidth="5" markerHeight="5" orient="auto">
          <polygon points="0,0 8,4 0,8" fill="var(--text-2)"></polygon></marker></defs>
        ${lines.map(
          ({ path, kinds, loops: of, payer, payee }) =>
            svg`<path d=${path} class=${lit !== null && of.has(lit) ? 'on' : ''} data-kind=${kindOf(kinds)} fill="none"
              stroke=${LINES[kindOf(kinds)].stroke} stroke-dasharray=${LINES[kindOf(kinds)].dash} stroke-width="1.2" opacity="0.5" marker-end="url(#loop-arrow)">
              <title>${this.nameOf(payer)} → ${this.nameOf(payee)}</title></path>`,
        )}
        ${firms.map(({ id, x, y, angle }) => {
          const turn = (angle * 180) / Math.PI - 90;
          const flipped = angle > Math.PI;
          return svg`<g class=${inLit === null || inLit.has(id) ? 'on' : ''} transform=${`translate(${x},${y})`}>
            <circle r="5" fill="var(--text-2)"></circle>
            <text transform=${`rotate(${flipped ? turn + 180 : turn})`} x=${flipped ? -11 : 11} dy="4" fill="var(--text)" font-size="12"
              text-anchor=${flipped ? 'end' : 'start'}>${this.nameOf(id)}</text></g>`;
        })}
      </svg>`;
  }

  private dollars({ usd, bindingUsd }: CircularLoop): string {
    const { language } = this;
    if (usd === null) return say(language, 'view.loops.unknownUsd');
    const all = say(language, 'view.loops.allUsd', { usd: money(language, usd) });
    return bindingUsd === null
      ? all
      : `${say(language, 'view.loops.bindingUsd', { usd: money(language, bindingUsd) })}, ${all}`;
  }

  /** Every hop of a loop: who pays whom by which deals, how sure, and on whose word. */
  private hopList(loop: CircularLoop) {
    const { language } = this;
    const sourceOf = new Map(
      this.network.getAttribute('sources').map((source) => [source.id, source]),
    );
    return html`<ol class="loops-hops">${loop.hops.map((hop, at) => {
      const next = loop.firms[(at + 1) % loop.firms.length]!;
      return html`<li>${this.nameOf(loop.firms[at]!)} → ${this.nameOf(next)}
        ${hop.map(
          ({ id, kind, status, usd, sources }) => html`<div>
            <button class="link" @click=${() => this.dispatch({ type: 'select', selection: { kind: 'deal', id } })}>${id}</button>
            <span class="muted">${say(language, `kind.${kind}`)}, ${status}, ${usd === null ? '?' : money(language, usd)};
            ${say(language, 'view.loops.sources')}: ${sources.map((source) => sourceOf.get(source)?.publisher ?? source).join('; ') || '?'}</span></div>`,
        )}</li>`;
    })}</ol>`;
  }

  private list(loops: readonly CircularLoop[]) {
    const { language } = this;
    const shown = loops.slice(0, LOOPS_SHOWN);
    return html`<div><h3>${say(language, 'view.loops.list')}</h3>
      <ul class="loops-list">${shown.map((loop, at) => {
        const chosen = this.chosen === at;
        const point = (index: number | null) => () => {
          this.pointed = index;
        };
        return html`<li data-loop=${loop.firms.join(' ')}><button aria-pressed=${chosen ? 'true' : 'false'} aria-expanded=${chosen ? 'true' : 'false'}
          @mouseenter=${point(at)} @mouseleave=${point(null)} @focus=${point(at)} @blur=${point(null)}
          @click=${() => {
            this.chosen = chosen ? null : at;
          }}>${[...loop.firms, loop.firms[0]!].map(this.nameOf).join(' → ')}
          <span class="muted">${this.dollars(loop)}</span></button>
          ${chosen ? this.hopList(loop) : nothing}</li>`;
      })}</ul>
      ${loops.length > shown.length ? html`<p class="muted">${say(language, 'view.loops.more', { count: loops.length - shown.length })}</p>` : nothing}</div>`;
  }

  private answer(document: Circularity) {
    const { language, firm } = this;
    const loops = document.loops.filter(({ firms }) => firm === '' || firms.includes(firm));
    const sentence = circularitySentence(document, speakerIn(language), (share) =>
      percent(share, 0),
    );
    const context = { language, nameOf: this.nameOf };
    return html`<p class="lead" data-quote><strong>${sentence}</strong></p>
      ${
        loops.length === 0
          ? html`<p>${say(language, 'view.loops.none')}</p>`
          : html`<div class="loops-pair">${this.ring(loops, ringOf(loops, SIDE, RADIUS))}${this.list(loops)}</div>`
      }
      <p class="muted">${say(language, 'view.loops.meaning')}</p>
      ${roundTripTable(context, document)}${indicesTable(context, document)}${yearsTable(context, document)}`;
  }

  override render() {
    const { answer } = this.loops;
    return html`<div class="view-panel" data-panel="loops">
      <h2>${say(this.language, 'view.loops.title')}</h2>
      ${this.controls(answer)}${this.loops.status()}${answer === null ? nothing : this.answer(answer)}
    </div>`;
  }
}

export const element = LoopsView;
