import './views.css';
import { html } from 'lit';
import { fields, Panel } from '../panels/panel.ts';
import { faultLines } from '../worker/failure.ts';
import { define } from './define.ts';
import type { ViewProperties } from './view-properties.ts';
import { LAZY_VIEWS, type View } from './views.ts';

/** Shows one view: fetches its script when it is first asked for, then hands it the page's state. */
export class ViewHost extends Panel {
  static override properties = {
    ...Panel.properties,
    ...fields('view', 'given'),
    fault: { state: true },
  };

  declare view: Exclude<View, 'map'>;
  declare given: ViewProperties;
  declare fault: string | null;

  private shown: HTMLElement | undefined;
  private shownView: View | undefined;

  private async show(name: Exclude<View, 'map'>): Promise<void> {
    const tag = `cb-${name}`;
    this.fault = null;
    this.shownView = name;
    this.shown = undefined;
    try {
      const module: Readonly<Record<string, unknown>> = await LAZY_VIEWS[name]();
      define(tag, module['element'] as CustomElementConstructor);
    } catch (error) {
      this.fault = faultLines(error)[0] ?? '';
      return;
    }
    if (this.shownView !== name) return;
    this.shown = Object.assign(document.createElement(tag), this.given);
    this.requestUpdate();
  }

  protected override updated(): void {
    super.updated();
    if (this.view !== this.shownView) void this.show(this.view);
    else if (this.shown) Object.assign(this.shown, this.given);
  }

  override render() {
    if (this.fault) return html`<p class="notice" role="alert">${this.fault}</p>`;
    return this.shown ?? html`<p class="loading" role="status">${this.t('view.loading')}</p>`;
  }
}
