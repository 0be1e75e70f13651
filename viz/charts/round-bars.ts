import { html, type TemplateResult } from 'lit';
import type { Step } from '../panels/playback.ts';

/** One bar per step, as tall as its loss; those already played are lit. Widths equal the ticks. */
export const roundBars = (steps: readonly Step[], done: number): TemplateResult => {
  const largest = Math.max(1, ...steps.map(({ lossUsd }) => lossUsd));
  return html`<div class="round-bars" aria-hidden="true">
    ${steps.map(({ lossUsd, failed }, index) => {
      const share = Math.max(0, lossUsd) / largest;
      return html`<span class=${index <= done ? 'bar-slot lit' : 'bar-slot'} style=${`--share: ${share}`}>
        <span class="column"></span>${failed.length > 0 ? html`<span class="fail-mark">✕</span>` : ''}
      </span>`;
    })}
  </div>`;
};
