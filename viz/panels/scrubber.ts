import { html, type TemplateResult } from 'lit';
import type { Network } from '../../src/data/graph.ts';
import type { Cascade } from '../../src/models/cascade.ts';
import { money } from '../../src/tell/money.ts';
import type { Speed } from '../state.ts';
import { type IconName, icon } from './icon.ts';
import { fields, Panel } from './panel.ts';
import { playbackSteps, type Step, stepAt, stepFrom } from './playback.ts';
import { roundCaption, stepLabel } from './round-caption.ts';
import { firmName } from './sentence-text.ts';

/** One bar per step, as tall as its loss; those already played are lit. Widths equal the ticks. */
const roundBars = (steps: readonly Step[], done: number): TemplateResult => {
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

const SPEEDS: readonly Speed[] = [0.5, 1, 2];

/** Equal room for every step, whatever number of rounds it spans. */
const toTrack = (steps: readonly Step[], position: number): number => {
  const next = stepAt(steps, position) + 1;
  const step = steps[next];
  return step ? next + (position - step.from + 1) / (step.to - step.from + 1) : steps.length;
};

const fromTrack = (steps: readonly Step[], track: number): number => {
  const step = steps[Math.floor(track)];
  if (!step) return steps.at(-1)?.to ?? 0;
  return step.from - 1 + (track - Math.floor(track)) * (step.to - step.from + 1);
};

/** Play, step and drag through the rounds; the bars of loss per round are the track itself. */
export class Scrubber extends Panel {
  static override properties = {
    ...Panel.properties,
    ...fields('cascade', 'network', 'position', 'playing', 'speed'),
  };

  declare cascade: Cascade;
  declare network: Network;
  declare position: number;
  declare playing: boolean;
  declare speed: Speed;

  private button(action: string, key: Parameters<Panel['t']>[0], sign: IconName, act: () => void) {
    return html`<button class="icon" data-action=${action} title=${this.t(key)} aria-label=${this.t(key)} @click=${act}>${icon(sign)}</button>`;
  }

  private go(position: number): void {
    this.dispatch({ type: 'play', playing: false });
    this.dispatch({ type: 'position', position });
  }

  private controls(steps: readonly Step[]) {
    const { playing, position } = this;
    return html`<div class="scrub-controls" role="group" aria-label=${this.t('scrubber.label')}>
      ${this.button('start', 'scrubber.start', 'start', () => this.go(0))}
      ${this.button('back', 'scrubber.back', 'back', () => this.go(stepFrom(steps, position, -1)))}
      <button class="icon play" data-action="play" aria-label=${this.t(playing ? 'scrubber.pause' : 'scrubber.play')}
        title=${this.t(playing ? 'scrubber.pause' : 'scrubber.play')}
        @click=${() => this.dispatch({ type: 'play', playing: !playing })}>${icon(playing ? 'pause' : 'play')}</button>
      ${this.button('forward', 'scrubber.forward', 'forward', () => this.go(stepFrom(steps, position, 1)))}
      ${this.button('end', 'scrubber.end', 'end', () => this.go(this.cascade.rounds.length))}
      <select class="speed" data-control="speed" data-chosen=${String(this.speed)} aria-label=${this.t('scrubber.speed')}
        @change=${(event: Event) =>
          this.dispatch({
            type: 'speed',
            speed: Number((event.target as HTMLSelectElement).value) as Speed,
          })}>
        ${SPEEDS.map((speed) => html`<option value=${String(speed)}>${speed}×</option>`)}
      </select>
    </div>`;
  }

  private ticks(steps: readonly Step[]) {
    return html`<ol class="ticks" aria-hidden="true">${steps.map(
      ({ firstRound, lastRound }) =>
        html`<li>${
          firstRound === lastRound
            ? firstRound
            : html`<span class="tail">${firstRound}–${lastRound}</span>`
        }</li>`,
    )}</ol>`;
  }

  override render() {
    const { cascade, language, network } = this;
    const steps = playbackSteps(cascade.rounds);
    const done = stepAt(steps, this.position);
    const step = steps[done];
    const lost = steps.slice(0, done + 1).reduce((sum, { lossUsd }) => sum + lossUsd, 0);
    const caption = roundCaption(language, cascade, step, (id) => firmName(language, network, id));
    const label = step ? stepLabel(language, step) : this.t('scrubber.before');
    const track = toTrack(steps, this.position);
    return html`<section class="scrubber" aria-label=${this.t('scrubber.label')} data-steps=${steps.length} data-step=${done}>
      <div class="scrub-row">
        ${this.controls(steps)}
        <div class="scrub-track" style=${`--steps: ${steps.length}`}>
          ${roundBars(steps, done)}
          <input type="range" data-control="round" min="0" max=${steps.length} step="any" .value=${String(track)}
            aria-label=${this.t('scrubber.position')} aria-valuetext=${label}
            style=${`--filled: ${steps.length === 0 ? 0 : (100 * track) / steps.length}%`}
            @input=${(event: Event) => this.go(fromTrack(steps, Number((event.target as HTMLInputElement).value)))}
            @change=${() => this.go(steps[stepAt(steps, this.position)]?.to ?? 0)}
          />
          ${this.ticks(steps)}
        </div>
        <p class="scrub-total"><strong data-lost=${lost}>${money(language, lost)}</strong>
          <span class="muted">/ ${money(language, cascade.totals.grossLossUsd)}</span></p>
      </div>
      <p class="caption" aria-live="polite" aria-atomic="true">${caption}</p>
    </section>`;
  }
}
