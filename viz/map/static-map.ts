import { percent } from '../i18n/number.ts';
import { word } from '../i18n/say.ts';
import { controlPoint } from '../style/curve.ts';
import type { DealPattern } from '../style/deal-style.ts';
import { type DealPicture, dealPicture, type FirmPicture, firmPicture } from '../style/picture.ts';
import { shortName } from '../style/short-name.ts';
import { fireColour } from '../theme/fire-colour.ts';
import type { Theme } from '../theme/tokens.ts';
import { FONT_STACK } from './font.ts';
import { LEAST_LOSS_SHOWN, type ShownFirm } from './labels.ts';
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

/** Air between a disc and the head of a line. */
const RIM = 3;

type Attributes = Readonly<Record<string, string | number>>;

const element = (name: string, attributes: Attributes, text = ''): SVGElement => {
  const node = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, `${value}`);
  node.textContent = text;
  return node;
};

/** The deal's curve, and its head at the rim of the disc that it reaches. */
const dealShapes = (
  picture: DealPicture,
  start: Point,
  end: Point,
  rim: number,
  theme: Theme,
): SVGElement[] => {
  const control = controlPoint(start, end, picture.curvature);
  const far = Math.hypot(end.x - control.x, end.y - control.y) || 1;
  const along = { x: (end.x - control.x) / far, y: (end.y - control.y) / far };
  const tip = { x: end.x - along.x * rim, y: end.y - along.y * rim };
  const { colour, width, alpha, pattern, filledHead, brightness, ember } = picture;
  const glow = Math.sqrt(Math.max(brightness, ember));
  const stroke = glow > 0 ? fireColour(theme, 0.25 + 0.6 * glow) : colour;
  const opacity = Math.max(alpha, glow);
  const d = `M${start.x},${start.y} Q${control.x},${control.y} ${tip.x},${tip.y}`;
  const line = { d, fill: 'none', 'stroke-dasharray': DASHES[pattern] };
  const long = 6 + width;
  const wide = 3 + 0.7 * width;
  const corner = (side: number): string =>
    `${tip.x - along.x * long - along.y * side * wide},${tip.y - along.y * long + along.x * side * wide}`;
  const shapes = [
    element('path', { ...line, stroke, opacity, 'stroke-width': width }),
    element('path', {
      d: `M${tip.x},${tip.y} L${corner(1)} L${corner(-1)} Z`,
      fill: filledHead ? stroke : theme.bg,
      stroke,
      opacity,
    }),
  ];
  if (pattern === 'double') {
    shapes.splice(1, 0, element('path', { ...line, stroke: theme.bg, 'stroke-width': width / 3 }));
  }
  return shapes;
};

const firmShapes = (picture: FirmPicture, name: string, { x, y }: Point): SVGElement[] => {
  const { radius: r, fill, ring, shape, alpha, glyphColour, lossFraction } = picture;
  const outline = {
    stroke: ring,
    'stroke-width': 2,
    'stroke-dasharray': shape === 'unknown' ? '3 3' : '',
  };
  const disc = element('circle', { cx: x, cy: y, r, fill, ...outline });
  const text = { 'text-anchor': 'middle', fill: glyphColour };
  const glyph = element('text', { x, y: y + 4, 'font-size': 11, ...text }, picture.glyph);
  const loss =
    lossFraction !== null && lossFraction >= LEAST_LOSS_SHOWN ? ` −${percent(lossFraction)}` : '';
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
    svg.style.fontFamily = FONT_STACK;
    svg.replaceChildren();
    for (const { layer, shelf, left, top } of lanes) {
      const name =
        shelf === undefined ? word(language, 'layer', layer) : word(language, 'shelf', shelf);
      svg.append(
        element(
          'text',
          { x: left + 8, y: top + 14, 'font-size': 11, fill: moment.theme.text3 },
          name,
        ),
      );
    }
    for (const id of layout.visible.deals) {
      const [payer, payee] = network.extremities(id);
      const picture = dealPicture(network, layout, moment, id);
      const rim = firmPicture(network, layout, moment, payee).radius + RIM;
      svg.append(...dealShapes(picture, places.get(payer)!, places.get(payee)!, rim, moment.theme));
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
