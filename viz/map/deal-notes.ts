import { curveMiddle } from '../style/curve.ts';
import { dealLabel } from '../style/deal-label.ts';
import { linkedDeals } from '../style/selection.ts';
import { FONT_STACK, LABEL_PIXELS } from './font.ts';
import type { MapModel } from './renderer.ts';

interface Point {
  readonly x: number;
  readonly y: number;
}

const PAD = 5;

/**
 * What a pointed-at or selected deal is, written at its middle, with its linked legs and a thin tie
 * between them: one promise pays for the other.
 */
export const drawDealNotes = (
  context: CanvasRenderingContext2D,
  { network, layout, moment, language, selection, hover }: MapModel,
  project: (place: Point) => Point,
  stage: { readonly width: number; readonly height: number },
): void => {
  const { theme } = moment;
  const pointed = [hover, selection].find((it) => it?.kind === 'deal');
  if (pointed === undefined || pointed === null || !layout.visible.deals.has(pointed.id)) return;
  const shown = [pointed.id, ...linkedDeals(network, pointed.id)].filter((id) =>
    layout.visible.deals.has(id),
  );
  const middles = shown.map((id) => {
    const [payer, payee] = network.extremities(id).map((firm) => {
      return project(layout.placement.places.get(firm)!);
    }) as [Point, Point];
    return curveMiddle(payer, payee, layout.curvature.get(id) ?? 0);
  });
  context.strokeStyle = theme.focus;
  context.lineWidth = 1;
  context.setLineDash([2, 3]);
  for (const middle of middles.slice(1)) {
    context.beginPath();
    context.moveTo(middles[0]!.x, middles[0]!.y);
    context.lineTo(middle.x, middle.y);
    context.stroke();
  }
  context.setLineDash([]);
  context.font = `500 ${LABEL_PIXELS}px ${FONT_STACK}`;
  context.textAlign = 'left';
  let lowest = Number.NEGATIVE_INFINITY;
  const notes = shown.map((id, i) => ({ id, ...middles[i]! })).sort((a, b) => a.y - b.y);
  for (const { id, x, y } of notes) {
    const text = dealLabel(network.getEdgeAttributes(id), layout.basis, language);
    const width = context.measureText(text).width + 2 * PAD;
    const left = Math.min(stage.width - width - 2, Math.max(2, x - width / 2));
    const top = Math.max(lowest + 3, y - 10);
    lowest = top + 20;
    context.fillStyle = theme.raised;
    context.strokeStyle = id === pointed.id ? theme.focus : theme.hairline;
    context.beginPath();
    context.roundRect(left, top, width, 20, 4);
    context.fill();
    context.stroke();
    context.fillStyle = theme.text;
    context.fillText(text, left + PAD, top + 14);
  }
};
