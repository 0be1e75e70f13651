import type { Language } from '../../src/tell/words/languages.ts';
import { word } from '../i18n/say.ts';
import type { Lane } from '../style/lanes.ts';
import type { Theme } from '../theme/tokens.ts';
import { FONT_STACK } from './font.ts';

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Faint names of the lanes behind everything, and a hairline where one band ends. */
export const drawLaneTitles = (
  context: CanvasRenderingContext2D,
  theme: Theme,
  language: Language,
  lanes: readonly Lane[],
  project: (place: Point) => Point,
): void => {
  context.textAlign = 'left';
  let last = { top: Number.NaN, right: 0 };
  lanes.forEach((lane, i) => {
    const start = project({ x: lane.left, y: lane.top });
    const end = project({ x: lane.right, y: lane.top });
    if (lane.top > 0) {
      context.fillStyle = theme.hairline;
      context.globalAlpha = 0.55;
      context.fillRect(start.x, Math.round(start.y), end.x - start.x, 1);
      context.globalAlpha = 1;
    }
    const first = lanes.findIndex(({ layer }) => layer === lane.layer) === i;
    const layer = first || lane.shelf === undefined ? word(language, 'layer', lane.layer) : null;
    const shelf = lane.shelf === undefined ? null : word(language, 'shelf', lane.shelf);
    const title = [layer, shelf].filter((part) => part !== null).join(' · ');
    context.font = `600 11px ${FONT_STACK}`;
    context.letterSpacing = language === 'en' ? '0.08em' : '0.1em';
    context.fillStyle = theme.text3;
    const right = start.x + 8 + context.measureText(title.toUpperCase()).width;
    // On a narrow stage a small lane has no room for its name: the letter in its discs has to do.
    if (lane.top === last.top && start.x < last.right) return;
    last = { top: lane.top, right };
    context.fillText(title.toUpperCase(), start.x + 8, start.y + 14);
    context.letterSpacing = '0px';
  });
};
