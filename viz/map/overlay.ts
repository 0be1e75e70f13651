import { nearestIn } from '../style/nearest-in.ts';

/** A firm as a button over its disc. */
export interface OverlayFirm {
  readonly id: string;
  readonly sentence: string;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

export interface Overlay {
  show(firms: readonly OverlayFirm[], title: string): void;
  /** Makes `firm` the one that Tab reaches. */
  stopAt(firm: string): void;
  destroy(): void;
}

interface OverlayEvents {
  onFocus(firm: string | null): void;
  onEnter(firm: string): void;
  /** Firms that a deal joins to `firm`. */
  partnersOf(firm: string): ReadonlySet<string>;
}

const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};
const LEAST_SIZE = 24;

/**
 * Real buttons over the discs, for keyboards and screen readers; the pointer goes through to the
 * canvas. One Tab stop; arrows move to the nearest firm that way, with Shift along deals only; Enter
 * selects.
 */
export const createOverlay = (container: HTMLElement, events: OverlayEvents): Overlay => {
  const group = document.createElement('div');
  group.className = 'map-firms';
  group.setAttribute('role', 'group');
  Object.assign(group.style, {
    position: 'absolute',
    inset: '0',
    overflow: 'hidden',
    pointerEvents: 'none',
  });
  container.append(group);
  const buttons = new Map<string, HTMLButtonElement>();
  let shown: readonly OverlayFirm[] = [];
  let stop: string | null = null;

  const stopAt = (firm: string): void => {
    if (!buttons.has(firm)) return;
    for (const [id, button] of buttons) button.tabIndex = id === firm ? 0 : -1;
    stop = firm;
  };

  const walk = (event: KeyboardEvent, from: string): void => {
    const direction = ARROWS[event.key];
    if (direction === undefined) return;
    const here = shown.find(({ id }) => id === from);
    if (here === undefined) return;
    const partners = events.partnersOf(from);
    const reachable = event.shiftKey ? shown.filter(({ id }) => partners.has(id)) : shown;
    const next = nearestIn(reachable, here, direction);
    event.preventDefault();
    event.stopPropagation();
    if (next === undefined) return;
    stopAt(next.id);
    buttons.get(next.id)?.focus();
  };

  const createButton = (id: string): HTMLButtonElement => {
    const button = document.createElement('button');
    button.type = 'button';
    button.dataset['firm'] = id;
    button.tabIndex = -1;
    Object.assign(button.style, {
      position: 'absolute',
      padding: '0',
      border: '0',
      borderRadius: '50%',
      background: 'none',
      transform: 'translate(-50%, -50%)',
    });
    button.addEventListener('focus', () => {
      stopAt(id);
      events.onFocus(id);
    });
    button.addEventListener('blur', () => events.onFocus(null));
    button.addEventListener('click', () => events.onEnter(id));
    button.addEventListener('keydown', (event) => walk(event, id));
    group.append(button);
    return button;
  };

  return {
    show(firms, title) {
      shown = firms;
      group.setAttribute('aria-label', title);
      const ids = new Set(firms.map(({ id }) => id));
      for (const [id, button] of buttons) {
        if (ids.has(id)) continue;
        button.remove();
        buttons.delete(id);
      }
      for (const { id, sentence, x, y, radius } of firms) {
        const button = buttons.get(id) ?? createButton(id);
        buttons.set(id, button);
        if (button.ariaLabel !== sentence) button.ariaLabel = sentence;
        const size = Math.max(LEAST_SIZE, 2 * radius + 10);
        button.style.width = `${size}px`;
        button.style.height = `${size}px`;
        button.style.left = `${x}px`;
        button.style.top = `${y}px`;
      }
      const first = firms[0];
      if (first !== undefined && (stop === null || !buttons.has(stop))) stopAt(first.id);
    },
    stopAt,
    destroy: () => group.remove(),
  };
};
