import { controlPoint } from '../style/curve.ts';
import type { DealPattern } from '../style/deal-style.ts';
import { layerLook, shelfName } from '../style/layers.ts';
import { type DealPicture, dealPicture, type FirmPicture, firmPicture } from '../style/picture.ts';
import { shortName } from '../style/short-name.ts';
import { FONT_STACK } from './font.ts';
import type { ShownFirm } from './labels.ts';
import type { MapModel, Renderer, RendererEvents } from './renderer.ts';

interface Point {
  readonly x: number;
  readonly y: number;
}

interface StaticMapEvents extends RendererEvents {
  onDrawn(firms: readonly ShownFirm[]): void;
}

const DASHES: Readonly<Record<DealPattern, string>> = {
  solid: '',
  dash: '9 5',
  double: '',
  dot: '1.5 4',
  'dash-dot': '9 5 2 5',
};

type Attributes = Readonly<Record<string, string | number>>;

const element = (name: string, attributes: Attributes, text = ''): SVGElement => {
  const node = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, `${value}`);
  node.textContent = text;
  return node;
};

const dealShapes = (picture: DealPicture, start: Point, end: Point, page: string): SVGElement[] => {
  const control = controlPoint(start, end, picture.curvature);
  const d = `M${start.x},${start.y} Q${control.x},${control.y} ${end.x},${end.y}`;
  const { colour: stroke, width, alpha, pattern } = picture;
  const common = { d, fill: 'none', 'stroke-dasharray': DASHES[pattern], opacity: alpha };
  const line = element('path', { ...common, stroke, 'stroke-width': width });
  if (pattern !== 'double') return [line];
  return [
    line,
    element('path', { ...common, opacity: 1, stroke: page, 'stroke-width': width / 3 }),
  ];
};

const firmShapes = (picture: FirmPicture, name: string, { x, y }: Point): SVGElement[] => {
  const { radius: r, fill, ring, shape, alpha, glyphColour, lossFraction } = picture;
  const outline = {
    stroke: ring,
    'stroke-width': 2,
    'stroke-dasharray': shape === 'unknown' ? '3 3' : '',
  };
  const disc = element('circle', { cx: x, cy: y, r, fill, ...outline });
  const text = { 'text-anchor': 'middle', 'font-family': FONT_STACK, fill: glyphColour };
  const glyph = element('text', { x, y: y + 4, 'font-size': 11, ...text }, picture.glyph);
  const loss = lossFraction ? ` −${(100 * lossFraction).toFixed(1)}%` : '';
  const label = element(
    'text',
    {
      ...text,
      x,
      y: y + r + 14,
      'font-size': 11,
      fill: 'currentColor',
      opacity: Math.max(0.4, alpha),
    },
    name + loss,
  );
  return [disc, glyph, label];
};

/** The map as a still SVG from the same styles, for browsers without WebGL. Whole rounds only. */
export const createStaticMap = (
  container: HTMLElement,
  first: MapModel,
  events: StaticMapEvents,
): Renderer => {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  Object.assign(svg.style, { width: '100%', height: '100%' });
  container.replaceChildren(svg);
  svg.addEventListener('click', (event) => {
    const id = (event.target as Element).getAttribute('data-firm');
    events.onSelect(id === null ? null : { kind: 'firm', id });
  });

  const draw = ({ network, layout, moment, language, stage }: MapModel): void => {
    const { places, lanes } = layout.placement;
    svg.setAttribute('viewBox', `0 0 ${stage.width} ${stage.height}`);
    svg.style.color = moment.theme.text2;
    svg.replaceChildren();
    for (const { layer, shelf, left, top } of lanes) {
      const name =
        shelf === undefined ? layerLook(layer).name[language] : shelfName(shelf, language);
      svg.append(
        element(
          'text',
          { x: left + 8, y: top + 14, 'font-size': 11, fill: moment.theme.text3 },
          name,
        ),
      );
    }
    for (const id of layout.visible.deals) {
      const [payer, payee] = network.extremities(id).map((firm) => places.get(firm)!) as [
        Point,
        Point,
      ];
      svg.append(
        ...dealShapes(dealPicture(network, layout, moment, id), payer, payee, moment.theme.bg),
      );
    }
    const firms = [...layout.visible.firms].map((id): ShownFirm => {
      const picture = firmPicture(network, layout, moment, id);
      const name = shortName(network.getNodeAttributes(id), language);
      return { id, name, picture, ...places.get(id)!, radius: picture.radius, pointed: false };
    });
    for (const { id, name, picture, x, y } of firms) {
      const shapes = firmShapes(picture, name, { x, y });
      for (const shape of shapes) shape.setAttribute('data-firm', id);
      svg.append(...shapes);
    }
    events.onDrawn(firms);
  };

  draw(first);
  return {
    update: draw,
    fit: () => undefined,
    zoom: () => undefined,
    pan: () => undefined,
    destroy: () => svg.remove(),
  };
};
