import type { Network } from '../../src/data/graph.ts';
import type { Language } from '../../src/tell/words/languages.ts';
import { say } from '../i18n/say.ts';
import type { MapFilter } from '../style/core-set.ts';
import type { WidthBasis } from '../style/deal-amount.ts';
import { firmSentence } from '../style/firm-sentence.ts';
import { type Lens, NO_LENS } from '../style/lens.ts';
import { type Layout, layPicture } from '../style/picture.ts';
import { litBy, litChain, type Selection } from '../style/selection.ts';
import type { Frame } from '../style/timeline.ts';
import { type ThemeName, themes } from '../theme/tokens.ts';
import type { ShownFirm } from './labels.ts';
import { createOverlay } from './overlay.ts';
import type { Change, MapModel, Renderer } from './renderer.ts';
import { createScene } from './scene.ts';
import { createStaticMap } from './static-map.ts';

export interface MapOptions {
  readonly network: Network;
  readonly theme: ThemeName;
  readonly language: Language;
  /** What the map shows at first: the core set, every kind of deal. */
  readonly filter?: MapFilter;
  readonly lens?: Lens;
  readonly onSelect: (selection: Selection | null) => void;
  /** There is no WebGL, or it was lost twice: a plain drawing stands in. Say so to the reader. */
  readonly onFallback?: () => void;
}

export interface MapView {
  setNetwork(network: Network): void;
  setTheme(theme: ThemeName): void;
  setLanguage(language: Language): void;
  setFilter(filter: MapFilter): void;
  /** Dollars of a line's width: whole term, or a year. */
  setBasis(basis: WidthBasis): void;
  /** Measures in place of value and layer. */
  setLens(lens: Lens): void;
  paint(frame: Frame | null): void;
  select(selection: Selection | null): void;
  /** These deals alone stay bright, whatever is selected; none: as selected. */
  light(deals: readonly string[]): void;
  fit(): void;
  /** Above 1 comes nearer. */
  zoom(factor: number): void;
  /** Pixels. */
  pan(dx: number, dy: number): void;
  destroy(): void;
}

const hasWebgl = (): boolean => {
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('webgl2') ?? canvas.getContext('webgl');
  context?.getExtension('WEBGL_lose_context')?.loseContext();
  return context !== null;
};

/**
 * Mount the map of a network in `container`, which gives it its size.
 *
 * A canvas for the eye and a button per firm for keyboard and screen reader. Nothing moves by
 * itself: every frame of a cascade is painted by `paint(frameAt(cascade, position))`.
 */
export const createMap = (container: HTMLElement, options: MapOptions): MapView => {
  const root = document.createElement('div');
  root.className = 'map-root';
  Object.assign(root.style, {
    position: 'relative',
    width: '100%',
    height: '100%',
    overflow: 'hidden',
  });
  const drawing = document.createElement('div');
  drawing.setAttribute('aria-hidden', 'true');
  Object.assign(drawing.style, { position: 'absolute', inset: '0' });
  root.append(drawing);
  container.append(root);

  let { network, language } = options;
  let theme = themes[options.theme];
  let filter: MapFilter = options.filter ?? { scope: 'core', hiddenKinds: [] };
  let basis: WidthBasis = 'total';
  let lens: Lens = options.lens ?? NO_LENS;
  let frame: Frame | null = null;
  let selection: Selection | null = null;
  let hover: Selection | null = null;
  let chain: readonly string[] = [];
  let stage = { width: 0, height: 0 };
  let layout: Layout | null = null;
  let renderer: Renderer | null = null;
  let losses = 0;

  const modelWith = (current: Layout): MapModel => ({
    network,
    layout: current,
    language,
    selection,
    hover,
    stage,
    moment: {
      theme,
      frame,
      lit:
        litChain(network, chain, current.visible.deals) ??
        litBy(network, selection, current.visible.deals),
      hover: litBy(network, hover, current.visible.deals),
    },
  });

  const update = (change: Change): void => {
    if (stage.width === 0 || stage.height === 0) return;
    if (layout === null || change === 'layout') {
      layout = layPicture(network, filter, language, stage, basis, lens);
    }
    root.style.background = theme.bg;
    if (renderer === null) renderer = createRenderer(modelWith(layout));
    else renderer.update(modelWith(layout), change);
  };

  const setHover = (next: Selection | null): void => {
    if (next?.kind === hover?.kind && next?.id === hover?.id) return;
    hover = next;
    root.style.cursor = hover === null ? '' : 'pointer';
    update('order');
  };

  const overlay = createOverlay(root, {
    onFocus: (firm) => setHover(firm === null ? null : { kind: 'firm', id: firm }),
    onEnter: (firm) => options.onSelect({ kind: 'firm', id: firm }),
    partnersOf: (firm) => new Set(network.hasNode(firm) ? network.neighbors(firm) : []),
  });

  const onDrawn = (firms: readonly ShownFirm[]): void =>
    overlay.show(
      [...firms]
        .sort((a, b) => a.y - b.y || a.x - b.x)
        .map(({ id, x, y, radius }) => {
          const sentence = firmSentence(network, id, language, frame?.firms.get(id));
          return { id, x, y, radius, sentence };
        }),
      say(language, 'map.title'),
    );

  const fallBack = (model: MapModel): Renderer => {
    options.onFallback?.();
    return createStaticMap(drawing, model, {
      onSelect: options.onSelect,
      onHover: setHover,
      onDrawn,
    });
  };

  const onLost = (): void => {
    losses += 1;
    renderer?.destroy();
    renderer = null;
    update('layout');
  };

  const createRenderer = (model: MapModel): Renderer =>
    losses > 1 || !hasWebgl()
      ? fallBack(model)
      : createScene(drawing, model, {
          onSelect: options.onSelect,
          onHover: setHover,
          onLost,
          onDrawn,
        });

  const resized = new ResizeObserver(() => {
    const [width, height] = [container.clientWidth, container.clientHeight];
    if (width === stage.width && height === stage.height) return;
    stage = { width, height };
    update('layout');
  });
  stage = { width: container.clientWidth, height: container.clientHeight };
  resized.observe(container);
  update('layout');

  return {
    setNetwork(next) {
      network = next;
      frame = null;
      hover = null;
      update('layout');
    },
    setTheme(next) {
      theme = themes[next];
      update('look');
    },
    setLanguage(next) {
      language = next;
      update('layout');
    },
    setFilter(next) {
      filter = next;
      update('layout');
    },
    setLens(next) {
      lens = next;
      update('layout');
    },
    setBasis(next) {
      basis = next;
      update('layout');
    },
    paint(next) {
      frame = next;
      update('look');
    },
    select(next) {
      selection = next;
      if (next?.kind === 'firm') overlay.stopAt(next.id);
      update('order');
    },
    light(deals) {
      if (deals.length === 0 && chain.length === 0) return;
      chain = deals;
      update('order');
    },
    fit: () => renderer?.fit(),
    zoom: (factor) => renderer?.zoom(factor),
    pan: (dx, dy) => renderer?.pan(dx, dy),
    destroy() {
      resized.disconnect();
      renderer?.destroy();
      overlay.destroy();
      root.remove();
    },
  };
};
