import { percent } from '../i18n/number.ts';
import type { FirmPicture } from '../style/picture.ts';
import { placeLabels } from '../style/place-labels.ts';
import type { Theme } from '../theme/tokens.ts';
import { FONT_STACK, LABEL_PIXELS } from './font.ts';

/** A firm where the viewport shows it. */
export interface ShownFirm {
  readonly id: string;
  readonly name: string;
  readonly picture: FirmPicture;
  readonly x: number;
  readonly y: number;
  /** Pixels, zoom included. */
  readonly radius: number;
  /** Selected, hovered or focused: always labelled, in a box of its own. */
  readonly pointed: boolean;
}

interface Stage {
  readonly width: number;
  readonly height: number;
}

/** Firms with the heaviest loss keep their label whatever it covers. */
const FORCED_BY_LOSS = 6;
const LABELS_ON_NARROW_STAGE = 8;
const RING = 5;
const HALO = 3;
/** A loss that rounds to 0.0 % has no figure on the map. */
export const LEAST_LOSS_SHOWN = 0.001;
const PAD = 5;

const textOf = ({ name, picture }: ShownFirm): { plain: string; loss: string } => {
  const { lossFraction } = picture;
  const plain = picture.estimated ? `≈ ${name}` : name;
  const worthSaying = lossFraction !== null && lossFraction >= LEAST_LOSS_SHOWN;
  return { plain, loss: worthSaying ? ` −${percent(lossFraction)}` : '' };
};

/** What a loss weighs for the reader: share lost times the area of the disc. */
const lossOf = ({ picture, radius }: ShownFirm): number =>
  (picture.lossFraction ?? 0) * radius * radius;

/** Who gets a label first: what is pointed at, then the heaviest loss, then the largest disc. */
const ranked = (firms: readonly ShownFirm[], narrow: boolean): readonly ShownFirm[] => {
  const order = [...firms].sort(
    (a, b) =>
      Number(b.pointed) - Number(a.pointed) ||
      b.picture.alpha - a.picture.alpha ||
      lossOf(b) - lossOf(a) ||
      b.radius - a.radius,
  );
  return narrow ? order.filter((firm, i) => firm.pointed || i < LABELS_ON_NARROW_STAGE) : order;
};

const drawGlyph = (
  context: CanvasRenderingContext2D,
  { picture, x, y, radius }: ShownFirm,
): void => {
  const size = Math.min(22, Math.max(9, radius * 0.95));
  if (radius < 5.5) return;
  context.font = `600 ${size}px ${FONT_STACK}`;
  context.fillStyle = picture.glyphColour;
  context.textAlign = 'center';
  context.fillText(picture.glyph, x, y + size * 0.36);
};

/**
 * Draw the glyph of every firm and as many names as fit without covering each other or a disc, with
 * the share lost beside the name and a line through the name of a firm that failed.
 */
export const drawLabels = (
  context: CanvasRenderingContext2D,
  theme: Theme,
  firms: readonly ShownFirm[],
  stage: Stage,
  narrow: boolean,
): void => {
  for (const firm of firms) {
    drawGlyph(context, firm);
    if (!firm.pointed) continue;
    context.strokeStyle = theme.focus;
    context.lineWidth = 2;
    context.beginPath();
    context.arc(firm.x, firm.y, firm.radius + RING + 3, 0, 2 * Math.PI);
    context.stroke();
  }

  context.font = `500 ${LABEL_PIXELS}px ${FONT_STACK}`;
  context.textAlign = 'left';
  context.lineJoin = 'round';
  const order = ranked(firms, narrow);
  const byId = new Map(firms.map((firm) => [firm.id, firm]));
  const placed = placeLabels(
    order.map((firm, i) => {
      const { plain, loss } = textOf(firm);
      return {
        id: firm.id,
        x: firm.x,
        y: firm.y,
        radius: firm.radius + RING,
        width: context.measureText(plain + loss).width + 2,
        height: LABEL_PIXELS + 3,
        forced: firm.pointed || (lossOf(firm) > 0 && i < FORCED_BY_LOSS),
      };
    }),
    firms.map(({ x, y, radius }) => ({ x, y, radius: radius + RING - 1 })),
    stage,
  );
  // What is pointed at is drawn last, over the rest.
  for (const { id, left, top, right, bottom } of [...placed].reverse()) {
    const firm = byId.get(id)!;
    const { plain, loss } = textOf(firm);
    const baseline = bottom - 4;
    context.globalAlpha = Math.max(0.4, firm.picture.alpha);
    if (firm.pointed) {
      context.fillStyle = theme.raised;
      context.strokeStyle = theme.focus;
      context.lineWidth = 1;
      context.beginPath();
      context.roundRect(left - PAD, top - 2, right - left + 2 * PAD, bottom - top + 4, 4);
      context.fill();
      context.stroke();
    } else {
      context.strokeStyle = theme.bg;
      context.lineWidth = HALO;
      context.strokeText(plain + loss, left + 1, baseline);
    }
    context.fillStyle = firm.picture.shape === 'ash' || !firm.pointed ? theme.text2 : theme.text;
    context.fillText(plain, left + 1, baseline);
    const width = context.measureText(plain).width;
    context.fillStyle = theme.fireText;
    context.fillText(loss, left + 1 + width, baseline);
    if (firm.picture.shape === 'ash') {
      context.fillStyle = theme.text2;
      context.fillRect(left + 1, baseline - 4, width, 1);
    }
  }
  context.globalAlpha = 1;
};
