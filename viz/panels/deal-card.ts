import { html, nothing, type TemplateResult } from 'lit';
import type { Network } from '../../src/data/graph.ts';
import type { Deal } from '../../src/data/schema.ts';
import type { Cascade } from '../../src/models/cascade.ts';
import { lossMoney, money } from '../../src/tell/money.ts';
import type { Key } from '../../src/tell/words/words.ts';
import { day, percent } from '../i18n/number.ts';
import { word } from '../i18n/say.ts';
import { dealTone } from '../style/deal-style.ts';
import { linkedDeals } from '../style/selection.ts';
import { dealFigures } from './deal-facts.ts';
import { dealHistory } from './deal-history.ts';
import { icon } from './icon.ts';
import { fields, Panel } from './panel.ts';
import { dealName, firmName } from './sentence-text.ts';
import { sourceList } from './source-list.ts';

const ROLES: Readonly<Record<Deal['kind'], readonly [Key, Key]>> = {
  order: ['deal.customer', 'deal.supplier'],
  equity: ['deal.holder', 'deal.issuer'],
  debt: ['deal.lender', 'deal.borrower'],
};

/** A deal: who, how much on what basis, since when, how sure, what it carried, from which source. */
export class DealCard extends Panel {
  static override properties = {
    ...Panel.properties,
    ...fields('deal', 'network', 'cascade', 'cuts'),
  };

  declare deal: string;
  declare network: Network;
  declare cascade: Cascade | null;
  declare cuts: readonly string[];

  private fact(label: string, content: unknown): TemplateResult {
    return html`<div class="fact"><dt>${label}</dt><dd>${content}</dd></div>`;
  }

  private firmLink(id: string) {
    return html`<button class="link" @click=${() =>
      this.dispatch({
        type: 'select',
        selection: { kind: 'firm', id },
      })}>${firmName(this.language, this.network, id)}</button>`;
  }

  private dealLink(id: string) {
    if (!this.network.hasEdge(id)) return html`<span>${id}</span>`;
    return html`<button class="link" @click=${() =>
      this.dispatch({
        type: 'select',
        selection: { kind: 'deal', id },
      })}>${dealName(this.language, this.network, id)}</button>`;
  }

  private money(deal: Deal) {
    const figures = dealFigures(deal);
    const basis = deal.amountBasis ? this.t(`basis.${deal.amountBasis}`) : '';
    if (figures.length === 0) {
      return this.fact(
        this.t('deal.amount'),
        html`<span class="unknown">${this.t('firm.unknown')}</span>`,
      );
    }
    return figures.map(({ label, usd }, index) =>
      this.fact(
        this.t(label),
        html`<span class="figure">${money(this.language, usd)}</span> ${
          index === 0 && basis ? html`<span class="muted">${basis}</span>` : nothing
        }`,
      ),
    );
  }

  private terms(deal: Deal) {
    const { language } = this;
    const years =
      deal.startYear === undefined
        ? html`<span class="unknown">${this.t('firm.unknown')}</span>`
        : `${deal.startYear}–${deal.endYear ?? this.t('deal.open')}`;
    const stake = deal.kind === 'equity' ? deal.stake : undefined;
    const takeOrPay = deal.kind === 'order' ? deal.takeOrPay : undefined;
    const linked = linkedDeals(this.network, this.deal);
    return html`
      ${stake === undefined ? nothing : this.fact(this.t('deal.stake'), percent(stake, 2))}
      ${this.fact(this.t('deal.term'), years)}
      ${deal.capacityGw === undefined ? nothing : this.fact(this.t('deal.capacity'), this.t('deal.gw', { gw: deal.capacityGw }))}
      ${takeOrPay === undefined ? nothing : this.fact(this.t('deal.takeOrPay'), percent(takeOrPay))}
      ${this.fact(this.t('deal.announced'), deal.announcedOn ? day(language, deal.announcedOn) : html`<span class="unknown">${this.t('firm.unknown')}</span>`)}
      ${
        linked.length === 0
          ? nothing
          : this.fact(
              this.t('deal.link'),
              linked.map((id) => html`<div>${this.dealLink(id)}</div>`),
            )
      }
      ${deal.within === undefined ? nothing : this.fact(this.t('deal.within'), this.dealLink(deal.within))}
      ${deal.contingency ? this.fact(this.t('deal.contingency'), html`<span lang="en">${deal.contingency}</span>`) : nothing}`;
  }

  private carried(deal: Deal) {
    const outcome = this.cascade?.deals.find(({ id }) => id === this.deal);
    if (!outcome) return nothing;
    return html`<dl class="facts compact">
      ${this.fact(this.t('deal.loss'), html`<span class="figure strong">${lossMoney(this.language, outcome.lossUsd)}</span>`)}
      ${this.fact(this.t(`deal.ratio.${deal.kind}`), html`<span class="figure">${percent(outcome.ratio)}</span>`)}
      ${this.fact(this.t('deal.rests'), this.t(`rests.${outcome.basis}`))}
      ${
        outcome.countedUsd === null
          ? nothing
          : this.fact(
              this.t(`deal.counted.${deal.kind}`),
              html`<span class="figure">${money(this.language, outcome.countedUsd)}</span>`,
            )
      }
    </dl>`;
  }

  private actions(deal: Deal, cut: boolean) {
    return html`<p class="actions">
      <button data-action="toggle-cut" aria-pressed=${cut ? 'true' : 'false'} @click=${() =>
        this.dispatch({
          type: 'toggle-cut',
          deal: deal.id,
        })}>✂ ${this.t(cut ? 'deal.restore' : 'deal.cut')}</button>
      <button data-action="shock-deal" @click=${() =>
        this.dispatch({
          type: 'shock',
          index: 0,
          shock: { kind: 'cancel', deal: deal.id, size: 1 },
        })}>${this.t('deal.shock')}</button>
    </p>`;
  }

  override render() {
    const { network, language } = this;
    const close = html`<button class="icon" aria-label=${this.t('firm.close')} title=${this.t('firm.close')}
      @click=${() => this.dispatch({ type: 'select', selection: null })}>${icon('close')}</button>`;
    if (!network.hasEdge(this.deal))
      return html`<div class="card-head"><h2>${this.deal}</h2>${close}</div>`;
    const deal = network.getEdgeAttributes(this.deal);
    const [payer, payee] = network.extremities(this.deal) as [string, string];
    const [payerRole, payeeRole] = ROLES[deal.kind];
    return html`<article class="card" data-card="deal" data-id=${deal.id}>
      <div class="card-head"><div>
        <p class="muted"><span class="swatch" data-tone=${dealTone(deal)} aria-hidden="true"></span>${this.t(`kind.${dealTone(deal)}`)} · ${word(language, 'instrument', deal.instrument)}</p>
        <h2>${firmName(language, network, payer)} → ${firmName(language, network, payee)}</h2>
        <p class="muted">${this.t(`status.${deal.status}`)}${deal.contingent ? ` · ${this.t('deal.contingent')}` : nothing}${
          deal.confidence ? ` · ${this.t(`confidence.${deal.confidence}`)}` : nothing
        }</p>
      </div>${close}</div>
      ${this.carried(deal)}
      ${this.actions(deal, this.cuts.includes(this.deal))}
      <dl class="facts">
        ${this.fact(this.t(payerRole), this.firmLink(payer))}
        ${this.fact(this.t(payeeRole), this.firmLink(payee))}
        ${this.money(deal)} ${this.terms(deal)}
      </dl>
      ${deal.note ? html`<p class="note" lang="en">${deal.note}</p>` : nothing}
      ${dealHistory(language, deal)}
      <h3>${this.t('sources.title')}</h3>
      ${sourceList(language, network, deal.sources ?? [])}
    </article>`;
  }
}
