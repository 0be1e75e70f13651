import type { Incidence } from '../../../src/questions/bearers/incidence-schema.ts';
import type { Draw } from '../chart.ts';
import { type SankeyBar, sankeyOf } from './sankey.ts';

export interface BearerWords {
  readonly channel: (id: string) => string;
  readonly bearer: (id: string) => string;
  readonly money: (usd: number) => string;
}

const BAR = 12;
const ROOM = 260;
const SVG = 'http://www.w3.org/2000/svg';

const make = <Name extends keyof SVGElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string | number>>,
  text?: string,
): SVGElementTagNameMap[Name] => {
  const node = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, String(value));
  if (text !== undefined) node.textContent = text;
  return node;
};

/** Loss from how it came, left, to who bears it, right; every width on one scale. */
export const drawBearers =
  (incidence: Incidence, words: BearerWords): Draw =>
  (_plot, width) => {
    const { channels, bearers, bands, height } = sankeyOf(incidence, ROOM);
    const root = make('svg', { width, height, viewBox: `0 0 ${width} ${height}`, 'font-size': 13 });
    const [from, to] = [BAR, width - BAR];
    const middle = (from + to) / 2;
    for (const { channel, bearer, usd, fromY, toY, width: thick } of bands) {
      const [a, b] = [fromY + thick / 2, toY + thick / 2];
      const band = make('path', {
        d: `M${from},${a}C${middle},${a} ${middle},${b} ${to},${b}`,
        fill: 'none',
        stroke: 'var(--fire-2)',
        'stroke-opacity': 0.45,
        'stroke-width': Math.max(1, thick),
      });
      const said = `${words.channel(channel)} → ${words.bearer(bearer)}: ${words.money(usd)}`;
      band.append(make('title', {}, said));
      root.append(band);
    }
    const bar = ({ id, usd, y, height: tall }: SankeyBar, x: number, atEnd: boolean): void => {
      const name = atEnd ? words.bearer(id) : words.channel(id);
      root.append(
        make('rect', { x, y, width: BAR, height: Math.max(2, tall), fill: 'var(--fire-3)' }),
        make(
          'text',
          {
            x: atEnd ? width : 0,
            y: y - 5,
            'text-anchor': atEnd ? 'end' : 'start',
            fill: 'var(--text)',
          },
          `${name} ${words.money(usd)}`,
        ),
      );
    };
    for (const one of channels) bar(one, 0, false);
    for (const one of bearers) bar(one, to, true);
    return root;
  };
