import { html, nothing } from 'lit';
import type { PageState } from '../state.ts';
import { countLosers } from './count-losers.ts';
import { fields, Panel } from './panel.ts';
import { subjectName } from './sentence-text.ts';

/** What a reader must know before the figures: faults, a run that did not settle, an older link. */
export class Notices extends Panel {
  static override properties = { ...Panel.properties, ...fields('state') };

  declare state: PageState;

  private problem() {
    const { problem } = this.state;
    if (!problem) return nothing;
    return html`<div class="notice bad" role="alert" data-notice="problem">
      <strong>${this.t(`notice.${problem.where}`)}</strong>
      <ul>${problem.lines.map((line) => html`<li>${line}</li>`)}</ul>
    </div>`;
  }

  private oldLink() {
    const { linkNotice } = this.state;
    if (!linkNotice) return nothing;
    const { part, madeWith, shownWith } = linkNotice;
    return html`<div class="notice" role="status" data-notice="link">
      <span>${this.t(`notice.${part}`, { madeWith, shownWith })}</span>
      <button class="link" @click=${() => this.dispatch({ type: 'link-notice', notice: null })}>${this.t('notice.dismiss')}</button>
    </div>`;
  }

  private outcome() {
    const { cascade, scenario, network } = this.state;
    if (!cascade) return nothing;
    if (!cascade.converged) {
      const { iterations, residual } = cascade;
      return html`<div class="notice bad" role="alert" data-notice="not-converged">${this.t(
        'notice.notConverged',
        {
          iterations,
          residual: residual.toExponential(1),
        },
      )}</div>`;
    }
    const shock = scenario.shocks[0];
    if (!shock || countLosers(cascade).losers > 0) return nothing;
    const subject = subjectName(this.language, network, shock);
    return html`<div class="notice" role="status" data-notice="no-loss">${this.t('notice.noLoss', { subject })}</div>`;
  }

  override render() {
    return html`${this.problem()} ${this.oldLink()} ${this.outcome()}`;
  }
}
