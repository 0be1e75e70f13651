import './bands.css';
import type { Uncertainty } from '../../../src/questions/uncertain/uncertainty-schema.ts';
import type { Scenario } from '../../../src/scenario/schema.ts';
import type { Analyst } from '../../analyst.ts';
import { fields, Panel } from '../../panels/panel.ts';
import { Question } from '../question.ts';

/** Draws behind the bands that stand beside figures all over the page. */
export const QUICK_DRAWS = 400;
/** A scenario that has rested for so long is asked about: a slider on the move asks nothing. */
const REST_MS = 700;

/** A figure's band beside the figure: asked once the scenario rests, and shown when it is known. */
export abstract class QuickBand extends Panel {
  static override properties = {
    ...Panel.properties,
    ...fields('asOf', 'scenario', 'analyst'),
    resting: { state: true },
  };

  declare asOf: string;
  declare scenario: Scenario;
  declare analyst: Analyst;
  declare resting: string;

  private timer: ReturnType<typeof setTimeout> | undefined;
  private waiting = '';
  private readonly bands = new Question(this, 'bands', () =>
    this.resting === JSON.stringify(this.scenario) ? { draws: QUICK_DRAWS } : null,
  );

  protected override willUpdate(): void {
    const now = JSON.stringify(this.scenario);
    if (now === this.waiting) return;
    this.waiting = now;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.resting = now;
    }, REST_MS);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.timer);
    this.waiting = '';
  }

  /** The bands of the scenario as it is now; null while they are not known, or where nobody documented any. */
  protected known(): Uncertainty | null {
    return this.bands.fresh ? this.bands.answer : null;
  }
}
