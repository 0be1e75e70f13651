import { html } from 'lit';
import { say } from '../i18n/say.ts';
import { fields, Panel } from '../panels/panel.ts';
import { saveAs } from '../save-as.ts';
import type { ThemeName } from '../theme/tokens.ts';
import { standalone } from './standalone.ts';

export type PlotLibrary = typeof import('@observablehq/plot');

/** Draws one chart at a width in pixels; colours come as `var(--token)` of the page's theme. */
export type Draw = (plot: PlotLibrary, width: number) => SVGSVGElement | HTMLElement;

/** A chart as wide as its place, redrawn when the place or the data changes; Plot comes on demand. */
export class Chart extends Panel {
  static override properties = {
    ...Panel.properties,
    ...fields('draw', 'label', 'file', 'themeName'),
  };

  /** Give the same function as long as the data are the same. */
  declare draw: Draw;
  /** What the picture shows, in words. */
  declare label: string;
  /** Name of the file that a download gets, without extension. */
  declare file: string;
  declare themeName: ThemeName;

  private readonly size = new ResizeObserver(() => void this.paint());

  override connectedCallback(): void {
    super.connectedCallback();
    this.size.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.size.disconnect();
  }

  private async paint(): Promise<void> {
    const plot = await import('@observablehq/plot');
    const place = this.querySelector('.chart-drawing');
    if (!place || place.clientWidth === 0) return;
    place.replaceChildren(this.draw(plot, place.clientWidth));
  }

  protected override updated(): void {
    super.updated();
    void this.paint();
  }

  private readonly save = (): void => {
    const drawing = this.querySelector<SVGSVGElement>('.chart-drawing svg');
    if (drawing) saveAs(`${this.file}.svg`, 'image/svg+xml', standalone(drawing));
  };

  override render() {
    return html`<figure class="chart" role="group" aria-label=${this.label}>
      <div class="chart-drawing" role="img" aria-label=${this.label}></div>
      <button class="link small" data-action="save-chart" @click=${this.save}>${say(this.language, 'view.download', { what: 'SVG' })}</button>
    </figure>`;
  }
}
