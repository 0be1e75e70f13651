import './time.css';
import { html, nothing } from 'lit';
import type { Network } from '../../../src/data/graph.ts';
import type { PathRun } from '../../../src/questions/path/path-schema.ts';
import type { Timeline } from '../../../src/questions/timeline/timeline-schema.ts';
import type { Scenario } from '../../../src/scenario/schema.ts';
import { money } from '../../../src/tell/money.ts';
import type { Analyst } from '../../analyst.ts';
import { day as dayText, listOf } from '../../i18n/number.ts';
import { say } from '../../i18n/say.ts';
import { fields, Panel } from '../../panels/panel.ts';
import { firmName, yearsOf } from '../../panels/sentence-text.ts';
import { DEFAULT_TIME } from '../../state.ts';
import type { ThemeName } from '../../theme/tokens.ts';
import { Chart, type Draw } from '../chart.ts';
import { define } from '../define.ts';
import { Question } from '../question.ts';
import { drawPath, drawTimeline } from './draw.ts';
import { answered, fromFirstKink, type Kink, kinksOf } from './kinks.ts';
import { kinksTable, pathTable, whatChanged } from './tables.ts';

define('cb-chart', Chart);

/** The shock of the page on every earlier day, and over the years of its window. */
export class TimeView extends Panel {
  static override properties = {
    ...Panel.properties,
    ...fields('network', 'asOf', 'scenario', 'analyst', 'themeName'),
  };

  declare network: Network;
  declare asOf: string;
  declare scenario: Scenario;
  declare analyst: Analyst;
  declare themeName: ThemeName;

  private readonly time = new Question(this, 'time', () => ({}));
  private readonly path = new Question(this, 'path', () => ({ window: this.window() }));
  private readonly drawn = new Map<
    string,
    { readonly key: readonly unknown[]; readonly draw: Draw }
  >();

  private window(): readonly [number, number] {
    const [first, last] = yearsOf(this.scenario.time ?? DEFAULT_TIME);
    return [first, last];
  }

  private readonly nameOf = (id: string): string => firmName(this.language, this.network, id);
  private readonly open = (day: string): void => this.dispatch({ type: 'as-of', asOf: day });

  /** The same function while what it draws is the same, so that a picture is drawn once. */
  private kept(name: string, key: readonly unknown[], make: () => Draw): Draw {
    const known = this.drawn.get(name);
    if (known?.key.every((part, at) => part === key[at])) return known.draw;
    const draw = make();
    this.drawn.set(name, { key, draw });
    return draw;
  }

  private chart(draw: Draw, label: string, file: string) {
    return html`<cb-chart .language=${this.language} .draw=${draw} .label=${label} .file=${file} .themeName=${this.themeName}></cb-chart>`;
  }

  private timelineDraw(timeline: Timeline, points: readonly Kink[], kinks: readonly Kink[]): Draw {
    const { language, asOf } = this;
    return this.kept('timeline', [timeline, language, asOf], () =>
      drawTimeline(fromFirstKink(points, kinks), kinks, asOf, {
        loss: say(language, 'view.time.loss'),
        money: (usd) => money(language, usd, 2),
        titleOf: (kink) =>
          `${dayText(language, kink.day)}: ${money(language, kink.grossLossUsd)}\n${whatChanged(this.context(), kink)}`,
        open: this.open,
      }),
    );
  }

  private context() {
    const { language, network, asOf, nameOf, open } = this;
    const select = (kind: 'firm' | 'deal', id: string) =>
      this.dispatch({ type: 'select', selection: { kind, id } });
    return { language, network, asOf, nameOf, open, select };
  }

  private machine(timeline: Timeline) {
    const { language } = this;
    const points = answered(timeline);
    const [first, last] = [points[0], points.at(-1)];
    if (first === undefined || last === undefined)
      return html`<p>${say(language, 'view.time.noDay')}</p>`;
    const kinks = kinksOf(points);
    const missing = timeline.days.length - points.length;
    const lead = say(language, 'view.time.machineLead', {
      first: dayText(language, first.day),
      firstUsd: money(language, first.grossLossUsd),
      last: dayText(language, last.day),
      lastUsd: money(language, last.grossLossUsd),
    });
    return html`<p class="lead" data-timeline-days=${timeline.days.length}>${lead}</p>
      ${timeline.complete ? nothing : html`<p class="notice">${say(language, 'view.time.cutShort')}</p>`}
      ${this.chart(this.timelineDraw(timeline, points, kinks), say(language, 'view.time.machine'), 'loss-by-day')}
      ${kinksTable(this.context(), kinks)}
      ${missing === 0 ? nothing : html`<p class="muted lead">${say(language, 'view.time.missing', { count: missing })}</p>`}
      <p class="muted lead">${say(language, 'view.time.ahead')}</p>`;
  }

  private years(run: PathRun) {
    const { language } = this;
    const [first, last] = [run.years[0]!, run.years.at(-1)!];
    const failed = run.years.flatMap((year) => year.failed);
    const lead = say(language, 'view.time.pathLead', {
      from: first.year,
      to: last.year,
      usd: money(language, last.grossLossUsd),
      failed:
        failed.length === 0
          ? say(language, 'view.time.failedNone')
          : say(language, 'view.time.failedSome', {
              names: listOf(language, failed.map(this.nameOf)),
            }),
    });
    const draw = this.kept('path', [run, language], () =>
      drawPath(run, {
        money: (usd) => money(language, usd, 2),
        loss: say(language, 'view.time.soFar'),
        gap: say(language, 'view.time.gap'),
        notRaised: say(language, 'view.time.notRaised'),
      }),
    );
    return html`<p class="lead" data-path-years=${run.years.length}>${lead}</p>
      <p class="muted lead">${say(language, 'view.time.pathHelp')}</p>
      ${this.chart(draw, say(language, 'view.time.path'), 'loss-by-year')}
      ${pathTable(this.context(), run)}`;
  }

  override render() {
    const { language, time, path } = this;
    return html`<div class="view-panel" data-panel="time">
      <h2>${say(language, 'view.time.title')}</h2>
      <h3>${say(language, 'view.time.machine')}</h3>
      ${time.status()}${time.answer === null ? nothing : this.machine(time.answer)}
      <h3>${say(language, 'view.time.path')}</h3>
      ${path.status()}${path.answer === null ? nothing : this.years(path.answer)}
    </div>`;
  }
}

export const element = TimeView;
