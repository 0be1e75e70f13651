import './fire-paths.css';
import { html, nothing } from 'lit';
import type { Network } from '../../src/data/graph.ts';
import type { Cascade } from '../../src/models/cascade.ts';
import { firePaths } from '../../src/questions/fire-paths/fire-paths.ts';
import type { FirePath } from '../../src/questions/fire-paths/fire-paths-schema.ts';
import { lossMoney } from '../../src/tell/money.ts';
import { percent } from '../i18n/number.ts';
import { say } from '../i18n/say.ts';
import { fields, Panel } from './panel.ts';
import { firmName } from './sentence-text.ts';

/** Less than this share of a loss is shown as nothing. */
const TRACE = 1e-6;

const dealsOf = ({ hops }: FirePath): readonly string[] =>
  hops.flatMap((hop) => hop.flatMap(({ deal }) => deal ?? []));

/** The chains that most of a firm's loss came along, and what is left, so that all of it is there. */
export class FirePathsPanel extends Panel {
  static override properties = {
    ...Panel.properties,
    ...fields('network', 'cascade', 'firm'),
  };

  declare network: Network;
  declare cascade: Cascade;
  declare firm: string;

  private row(path: FirePath) {
    const { language, network } = this;
    const deals = dealsOf(path);
    const light = () => this.dispatch({ type: 'light', deals });
    const dim = () => this.dispatch({ type: 'light', deals: [] });
    const names = path.firms.map((id) => firmName(language, network, id)).join(' → ');
    return html`<tr data-path=${path.firms.join('>')} data-path-usd=${path.usd} @mouseenter=${light} @mouseleave=${dim}>
      <td>${
        deals.length === 0
          ? names
          : html`<button class="link chain" @focus=${light} @blur=${dim} @click=${light}>${names}</button>`
      }</td>
      <td class="numeric muted">${percent(path.share)}</td>
      <td class="numeric">${lossMoney(language, path.usd)}</td>
    </tr>`;
  }

  private rest(name: 'others' | 'longer' | 'untraced', usd: number, lossUsd: number, hops: number) {
    const shown = usd < TRACE * lossUsd ? 0 : usd;
    return html`<tr class="muted" data-rest=${name} data-path-usd=${usd}>
      <td>${say(this.language, `fire-paths.${name}`, { hops })}</td>
      <td class="numeric">${percent(shown / lossUsd)}</td>
      <td class="numeric">${lossMoney(this.language, shown)}</td>
    </tr>`;
  }

  override render() {
    const { language, cascade, firm } = this;
    if (!cascade.firms.some(({ id }) => id === firm)) return nothing;
    const { paths, lossUsd, othersUsd, longerUsd, untracedUsd, maxHops } = firePaths(cascade, firm);
    if (lossUsd === 0) return nothing;
    return html`<div class="section-head"><h3>${say(language, 'fire-paths.title')}</h3></div>
      <p class="muted">${say(language, 'fire-paths.help')}</p>
      <table class="ledger fire-paths">
        <thead class="muted"><tr><th scope="col">${say(language, 'fire-paths.path')}</th><th scope="col" class="numeric">${say(language, 'fire-paths.share')}</th><th scope="col" class="numeric">${say(language, 'fire-paths.loss')}</th></tr></thead>
        <tbody>
          ${paths.map((path) => this.row(path))}
          ${this.rest('others', othersUsd, lossUsd, maxHops)}
          ${this.rest('longer', longerUsd, lossUsd, maxHops)}
          ${untracedUsd > 0 ? this.rest('untraced', untracedUsd, lossUsd, maxHops) : nothing}
        </tbody>
        <tfoot><tr><th scope="row">${say(language, 'fire-paths.total')}</th><td></td><td class="numeric">${lossMoney(language, lossUsd)}</td></tr></tfoot>
      </table>`;
  }
}
