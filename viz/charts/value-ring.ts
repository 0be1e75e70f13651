import { html, svg, type TemplateResult } from 'lit';

const RADIUS = 20;
const AROUND = 2 * Math.PI * RADIUS;

/** Surviving value as an arc, clockwise from twelve; the gap is the loss; a failed firm is crossed. */
export const valueRing = (lossShare: number, failed: boolean): TemplateResult => {
  const left = Math.max(0, Math.min(1, 1 - lossShare));
  return html`<svg class="ring" viewBox="0 0 48 48" aria-hidden="true">
    <circle class="ring-gap" cx="24" cy="24" r=${RADIUS} />
    <circle class="ring-left" cx="24" cy="24" r=${RADIUS} transform="rotate(-90 24 24)"
      stroke-dasharray=${`${left * AROUND} ${AROUND}`} />
    ${failed ? svg`<path class="ring-cross" d="M18 18l12 12M30 18l-12 12" />` : ''}
  </svg>`;
};
