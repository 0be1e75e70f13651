import './slider-ticks.css';
import { html, nothing } from 'lit';
import type { Network } from '../../../src/data/graph.ts';
import type { BreakPoints } from '../../../src/questions/breakpoint/breakpoint-schema.ts';
import type { Scenario, Shock } from '../../../src/scenario/schema.ts';
import type { Analyst } from '../../analyst.ts';
import { percent } from '../../i18n/number.ts';
import { fields, Panel } from '../../panels/panel.ts';
import { firmName } from '../../panels/sentence-text.ts';
import { Question } from '../question.ts';
import { failureText } from './failure-text.ts';

type Break = Pick<BreakPoints['knees'][number], 'size' | 'failed'>;

/** Marks closer than this would lie on each other. */
const APART = 0.04;

/** Breaks that are close share the first one's mark. */
const apart = (breaks: readonly Break[]): Break[] => {
  const marks: Break[] = [];
  for (const { size, failed } of breaks) {
    const last = marks.at(-1);
    if (last === undefined || size - last.size > APART) marks.push({ size, failed });
    else marks[marks.length - 1] = { ...last, failed: [...last.failed, ...failed] };
  }
  return marks;
};

/** Marks below the slider at which firms fail; a click sets the shock to that size. */
export class SliderTicks extends Panel {
  static override properties = {
    ...Panel.properties,
    ...fields('network', 'asOf', 'scenario', 'shock', 'analyst', 'index'),
  };

  declare network: Network;
  declare asOf: string;
  declare scenario: Scenario;
  declare shock: Shock;
  declare analyst: Analyst;
  declare index: number;

  /** Asked at full size, so that moving the slider asks nothing new. */
  private readonly curve = new Question(
    this,
    'curve',
    () => ({}),
    () => ({ ...this.scenario, name: '', shocks: [{ ...this.shock, size: 1 }] }),
  );

  override render() {
    const { language } = this;
    const { answer, fresh } = this.curve;
    if (answer === null || !fresh) return nothing;
    const breaks = apart(answer.knees.filter(({ failed }) => failed.length > 0));
    return html`<span class="slider-ticks">${breaks.map(({ size, failed }) => {
      const names = failed.map((id) => firmName(language, this.network, id));
      const text = `${percent(size, 2)}: ${failureText(language, names)}`;
      return html`<button data-tick=${size} style=${`left:${size * 100}%`} title=${text} aria-label=${text}
        @click=${() =>
          this.dispatch({
            type: 'shock',
            index: this.index,
            shock: { ...this.shock, size: Number(size.toFixed(4)) },
          })}></button>`;
    })}</span>`;
  }
}
