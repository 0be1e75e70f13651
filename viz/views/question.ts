import { html, nothing, type ReactiveController, type ReactiveControllerHost } from 'lit';
import type { Scenario } from '../../src/scenario/schema.ts';
import { say } from '../i18n/say.ts';
import type { AnalysisKind, AnswerOf, OptionsOf } from '../worker/analyses.ts';
import { faultLines } from '../worker/failure.ts';
import type { ViewProperties } from './view-properties.ts';

type Host = ReactiveControllerHost &
  Pick<ViewProperties, 'analyst' | 'asOf' | 'scenario' | 'language'>;

/**
 * One long question of a view: asks it anew whenever day, scenario or options change, shows progress
 * with a way to stop, keeps the last answer on show while a new one is worked out.
 *
 * @param optionsOf  the options now; null: nothing to ask (for questions that wait for a click)
 * @param scenarioOf  the scenario it is about; `CALM` for questions about the web alone
 */
export class Question<Kind extends AnalysisKind> implements ReactiveController {
  answer: AnswerOf<Kind> | null = null;
  /** False while the answer belongs to an earlier scenario, day or choice of options. */
  fresh = false;
  busy = false;
  fault: string | null = null;
  private progress: readonly [done: number, total: number] | null = null;
  private asked: string | null = null;
  private stop: AbortController | null = null;

  private readonly host: Host;
  private readonly kind: Kind;
  private readonly optionsOf: () => OptionsOf<Kind> | null;

  private readonly scenarioOf: () => Scenario;

  constructor(
    host: Host,
    kind: Kind,
    optionsOf: () => OptionsOf<Kind> | null,
    scenarioOf: () => Scenario = () => host.scenario,
  ) {
    this.host = host;
    this.kind = kind;
    this.optionsOf = optionsOf;
    this.scenarioOf = scenarioOf;
    host.addController(this);
  }

  hostUpdated(): void {
    const { asOf, analyst } = this.host;
    if (!analyst || !asOf) return;
    const options = this.optionsOf();
    const scenario = this.scenarioOf();
    const key = options === null ? null : JSON.stringify([asOf, scenario, options]);
    if (key === this.asked) return;
    this.asked = key;
    this.fresh = false;
    this.stop?.abort();
    if (options !== null) void this.ask(key, options);
    else this.host.requestUpdate();
  }

  hostDisconnected(): void {
    this.stop?.abort();
    this.asked = null;
  }

  /** Ends the work early; what there is so far becomes the answer. */
  readonly cancel = (): void => this.stop?.abort();

  private async ask(key: string | null, options: OptionsOf<Kind>): Promise<void> {
    const { analyst, asOf } = this.host;
    const scenario = this.scenarioOf();
    const stop = new AbortController();
    this.stop = stop;
    this.busy = true;
    this.fault = null;
    this.progress = null;
    this.host.requestUpdate();
    const onProgress = (done: number, total: number): void => {
      if (this.asked !== key) return;
      this.progress = [done, total];
      this.host.requestUpdate();
    };
    try {
      const about = { asOf, scenario };
      const answer = await analyst.ask(this.kind, about, options, {
        onProgress,
        signal: stop.signal,
      });
      if (this.asked !== key) return;
      this.answer = answer;
      this.fresh = true;
    } catch (error) {
      if (this.asked !== key) return;
      this.fault = faultLines(error).join(' ');
    }
    this.busy = false;
    this.host.requestUpdate();
  }

  /** What to say while there is work, or after it went wrong. */
  status() {
    const { language } = this.host;
    if (this.fault !== null) return html`<p class="notice" role="alert">${this.fault}</p>`;
    if (!this.busy) return nothing;
    const [done, total] = this.progress ?? [0, 0];
    return html`<p class="working" role="status">
      <progress max=${total || nothing} value=${total === 0 ? nothing : done} aria-label=${say(language, 'view.working')}></progress>
      ${say(language, 'view.working')}${total === 0 ? '' : ` ${done} / ${total}`}
      <button class="quiet small" data-action="stop" @click=${this.cancel}>${say(language, 'view.stop')}</button>
    </p>`;
  }
}
