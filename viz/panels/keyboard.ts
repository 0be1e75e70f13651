import type { Action, PageState, Speed } from '../state.ts';
import type { View } from '../views/views.ts';
import { playbackSteps, stepFrom } from './playback.ts';

/** What a key asks of the page itself rather than of its state. */
export type PageWish = 'help' | 'search' | 'none';

export interface KeyAnswer {
  readonly actions: readonly Action[];
  readonly wish: PageWish;
}

const VIEWS: Readonly<Record<string, View>> = { '1': 'map', '2': 'firms', '3': 'deals' };
const SPEEDS: readonly Speed[] = [0.5, 1, 2];

const stop: Action = { type: 'play', playing: false };

const goTo = (position: number): readonly Action[] => [stop, { type: 'position', position }];

const faster = (speed: Speed, by: 1 | -1): Speed =>
  SPEEDS[Math.min(SPEEDS.length - 1, Math.max(0, SPEEDS.indexOf(speed) + by))]!;

const onSelection = (key: string, { selection }: PageState): readonly Action[] => {
  if (key === 's' && selection?.kind === 'firm') {
    const shock = { kind: 'revenue', firm: selection.id, size: 0.5 } as const;
    return [{ type: 'shock', index: 0, shock }];
  }
  if (key === 'x' && selection?.kind === 'deal')
    return [{ type: 'toggle-cut', deal: selection.id }];
  if (key === 'Escape' && selection) return [{ type: 'select', selection: null }];
  return [];
};

const actionsOf = (key: string, state: PageState): readonly Action[] => {
  const steps = playbackSteps(state.cascade?.rounds ?? []);
  switch (key) {
    case ' ':
      return [{ type: 'play', playing: !state.playing }];
    case 'ArrowRight':
      return goTo(stepFrom(steps, state.position, 1));
    case 'ArrowLeft':
      return goTo(stepFrom(steps, state.position, -1));
    case 'Home':
      return goTo(0);
    case 'End':
      return goTo(state.cascade?.rounds.length ?? 0);
    case '[':
      return [{ type: 'speed', speed: faster(state.speed, -1) }];
    case ']':
      return [{ type: 'speed', speed: faster(state.speed, 1) }];
    default: {
      const view = VIEWS[key];
      return view ? [{ type: 'view', view }] : onSelection(key, state);
    }
  }
};

/** What a single key does, outside of fields; undefined where it means nothing here. */
export const answerKey = (key: string, state: PageState): KeyAnswer | undefined => {
  if (key === '?') return { actions: [], wish: 'help' };
  if (key === '/') return { actions: [], wish: 'search' };
  const actions = actionsOf(key, state);
  return actions.length > 0 ? { actions, wish: 'none' } : undefined;
};

/** True where keys belong to what has the focus: fields, lists, sliders, and buttons for Space. */
export const ownsKey = (target: EventTarget | null, key: string): boolean => {
  if (!(target instanceof Element)) return false;
  if (target.closest('input, select, textarea, dialog[open], [contenteditable]')) return true;
  const steers = ['ArrowLeft', 'ArrowRight', 'Home', 'End'].includes(key);
  if (steers && target.closest('.map-canvas, .table-scroll, .inspector, .side')) return true;
  return key === ' ' && target.closest('button, summary, a') !== null;
};
